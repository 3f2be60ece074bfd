using System.Collections.Frozen;
using Felles.Kernel.Identifikatorer;

namespace Felles.Web.Token;

/// <summary>An access token whose signature, issuer, audience and time hold. Shared between requests, therefore immutable.</summary>
public sealed class ValidatedToken
{
    public required string Issuer { get; init; }

    /// <summary>The receiving client. For the log only: access is decided on <see cref="Konsument"/>.</summary>
    public required string ClientId { get; init; }

    /// <summary>The organisation access is decided on.</summary>
    public required Organisasjonsnummer Konsument { get; init; }

    /// <summary>The owner of the client when it acts for <see cref="Konsument"/>; null when the consumer calls itself.</summary>
    public required Organisasjonsnummer? Leverandoer { get; init; }

    public required FrozenSet<string> Scopes { get; init; }

    /// <summary>The scopes as they stand in the token, separated by blanks.</summary>
    public required string Scope { get; init; }

    public required string Jti { get; init; }

    public required DateTimeOffset Utloeper { get; init; }

    /// <summary>The person the client says it calls about; eleven digits. The person is not logged in.</summary>
    public required string? Pid { get; init; }

    /// <summary>The audience that was accepted; <c>unspecified</c> also when the token has none.</summary>
    public required string Audience { get; init; }

    /// <summary>
    /// The system user when the token carries <c>authorization_details</c> of type <c>urn:altinn:systemuser</c>; for the log.
    /// </summary>
    public required string? Systembruker { get; init; }
}
