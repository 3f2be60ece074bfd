using Felles.Tilgang.Contracts;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// A client that acts for a consumer has that consumer's live delegation of every scope (Digdir, «Delegering»). Judged anew for every
/// token, after the consumer's own access: a delegation may have been made before the scope was granted.
/// </summary>
internal sealed class Delegeringssteg(Tilgangskontroll tilgang) : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        if (forespoersel.ConsumerOrg is not { } konsument)
            return default;
        var leverandoer = forespoersel.Klient.Orgnr;
        foreach (var scope in forespoersel.Scopes)
        {
            var avslag = tilgang.Delegering(konsument, leverandoer, scope.Navn).Match<Avslag?>(
                () => null,
                () => Avslag.IkkeDelegert(konsument.ToWire(), scope.Navn, leverandoer.ToWire()),
                () => Avslag.Utilgjengelig);
            if (avslag is not null)
                return new(avslag);
        }

        return default;
    }
}
