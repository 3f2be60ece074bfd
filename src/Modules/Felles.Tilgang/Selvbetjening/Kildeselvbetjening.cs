using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Prefikser;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using static Felles.Tilgang.Contracts.Selvbetjeningsruter;

namespace Felles.Tilgang.Selvbetjening;

/// <summary><c>/prefix</c> and <c>/delegationsources</c>: what an owner needs to know before it makes a scope.</summary>
internal sealed class Kildeselvbetjening(Prefikslager prefikser, IOptions<FellesOptions> valg)
{
    public static void Map(Selvbetjeningsruter ruter)
    {
        ruter.Rute("GET", "/prefix", (HttpContext http, Kildeselvbetjening s) => s.PrefikserAsync(http),
            "prefix-list", "The prefixes that the organisation owns.", Scopeselvbetjening.Lesing, Scopeselvbetjening.Skriving);
        ruter.Rute("GET", "/delegationsources", (HttpContext http, Kildeselvbetjening s) => s.KilderAsync(http),
            "delegationsources-list", "The registers of delegations that a scope can name.",
            Scopeselvbetjening.Lesing, Scopeselvbetjening.Skriving);
    }

    private async Task<IResult> PrefikserAsync(HttpContext http)
    {
        var egen = Egen(http);
        return TypedResults.Ok((await prefikser.LesAlleAsync(http.RequestAborted)).Where(p => p.Eier == egen).Select(p => new
        {
            prefix = p.Navn,
            owner_orgno = p.Eier?.ToWire(),
            created = Tid(p.Opprettet),
            last_updated = Tid(p.Endret),
        }));
    }

    private async Task<IResult> KilderAsync(HttpContext http)
    {
        // They have been here as long as the installation, whose first start made the first prefixes.
        var siden = Tid((await prefikser.LesAlleAsync(http.RequestAborted)).Min(p => p.Opprettet));
        return TypedResults.Ok(Delegeringskilde.Alle.Select(k => new
        {
            name = k.Navn,
            issuer = k.Issuer(valg.Value.Miljoe),
            created = siden,
            last_updated = siden,
        }));
    }
}
