using Felles.Maskinporten.Noekler;
using Felles.Web.Token;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Contracts;

/// <summary>
/// The issuers whose access tokens are accepted here: this token server, and those of <c>Felles:Maskinporten:Utstedere</c>.
/// </summary>
public sealed class Tokennoekler : ISigningKeySource
{
    private readonly string egen;
    private readonly Noekkelring ring;
    private readonly Utstedernoekler andre;
    private readonly Endringsvarsel varsel;

    internal Tokennoekler(Maskinportenoppsett oppsett, Noekkelring ring, Utstedernoekler andre, Endringsvarsel varsel) =>
        (egen, this.ring, this.andre, this.varsel) = (oppsett.Issuer, ring, andre, varsel);

    public bool Knows(string issuer) => issuer == egen || andre.Kjenner(issuer);

    public ValueTask<SecurityKey?> FindAsync(string issuer, string kid, CancellationToken ct) =>
        issuer == egen ? new(ring.Finn(kid)?.Offentlig) : andre.FinnAsync(issuer, kid, ct);

    public IChangeToken GetChangeToken() => varsel.GetChangeToken();
}
