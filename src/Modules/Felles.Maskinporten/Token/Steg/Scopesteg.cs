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
            return new(Avslag.UgyldigScope.Fordi("scope is missing or no text."));
        var scopes = new List<Scope>(1);
        foreach (var navn in tekst.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!forespoersel.Klient.Scopes.Contains(navn))
                return new(Avslag.UgyldigScope.Fordi("A scope that is asked for is not registered on the client."));
            if (tilgang.FinnScope(navn) is not { Aktiv: true } scope)
                return new(Avslag.UgyldigScope.Fordi($"The scope {navn} does not exist or has been closed by its owner."));
            if (!scopes.Contains(scope))
                scopes.Add(scope);
        }

        forespoersel.Scopes = scopes;
        return scopes.Count > 0 ? default : new(Avslag.UgyldigScope.Fordi("No scope is asked for."));
    }
}
