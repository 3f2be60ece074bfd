using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Web.Token;

/// <summary>
/// Which issuers this host believes, and with which keys. The host connects it to its own token server and to external issuers.
/// </summary>
public interface ISigningKeySource
{
    /// <summary>
    /// True when tokens of this issuer may be accepted at all; the text is compared byte for byte (RFC 8414 §2, RFC 7519 §4.1.1).
    /// </summary>
    bool Knows(string issuer);

    /// <summary>
    /// The issuer's published RSA key with this id; null when it has none. May fetch the issuer's key set, at a bounded rate.
    /// </summary>
    ValueTask<SecurityKey?> FindAsync(string issuer, string kid, CancellationToken ct);

    /// <summary>Fires when a client, key or issuer changes, so that nothing remembered from before the change is believed.</summary>
    IChangeToken GetChangeToken();
}
