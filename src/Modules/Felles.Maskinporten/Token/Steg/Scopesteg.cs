using Felles.Tilgang.Contracts;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// At least one scope is asked for, and each exists, is active and stands on the client (Digdir, «JWT grant» and «Feilsøking»).
/// A scope named twice counts once.
/// </summary>
internal sealed class Scopesteg(Tilgangskontroll tilgang) : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        if (forespoersel.OensketScope is not { } tekst)
            return new(Avslag.UgyldigScope);
        var scopes = new List<Scope>(1);
        foreach (var navn in tekst.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!forespoersel.Klient.Scopes.Contains(navn) || tilgang.FinnScope(navn) is not { Aktiv: true } scope)
                return new(Avslag.UgyldigScope);
            if (!scopes.Contains(scope))
                scopes.Add(scope);
        }

        forespoersel.Scopes = scopes;
        return scopes.Count > 0 ? default : new(Avslag.UgyldigScope);
    }
}
