using Felles.Tilgang.Contracts;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// The consumer has been granted every scope, or its owner has opened it to all (Digdir, «Tilgangsstyring»). Judged anew for every token.
/// </summary>
internal sealed class Tilgangssteg(Tilgangskontroll tilgang) : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        foreach (var scope in forespoersel.Scopes)
        {
            var avslag = tilgang.Scope(forespoersel.Konsument, scope.Navn).Match<Avslag?>(
                _ => null,
                _ => Avslag.UgyldigScope,
                _ => Avslag.UgyldigScope,
                ikke => Avslag.IkkeTilgang(ikke.Scope.Navn),
                _ => Avslag.Utilgjengelig);
            if (avslag is not null)
                return new(avslag);
        }

        return default;
    }
}
