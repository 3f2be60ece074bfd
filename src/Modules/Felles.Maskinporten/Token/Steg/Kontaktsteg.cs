using Felles.Tilgang.Contracts;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// This host knows the clients and grants of the last seconds; one that has lost contact must not answer for them. Asked before the
/// <c>jti</c> is used, so that the same assertion is good on the next try.
/// </summary>
internal sealed class Kontaktsteg(Endringsfoelger foelger, Tilgangskontroll tilgang) : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct) =>
        tilgang.ErUtdatert || tilgang.ErForGammel(foelger.Behind) ? new(Avslag.Utilgjengelig) : default;
}
