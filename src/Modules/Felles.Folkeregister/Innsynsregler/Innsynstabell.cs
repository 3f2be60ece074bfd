using System.Collections.Frozen;
using Felles.Folkeregister.Tjenester;
using Felles.Kernel.Datafiler;
using Felles.Storage.Oppslagslogg;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Innsynsregler;

/// <summary>Which kinds of calls a citizen may see (<c>data/folkeregister/innsyn.csv</c>). Closed: what has no row is not shown.</summary>
internal static class Innsynstabell
{
    private static readonly FrozenDictionary<(string Tjeneste, string Pakke), bool> Regler =
        Datatabell.Read(typeof(Innsynstabell).Assembly, "folkeregister/innsyn.csv").Rader
            .SelectMany(rad => rad.Liste("tjenester").SelectMany(
                tjeneste => rad.Liste("pakker").Select(pakke => (Noekkel: (tjeneste, pakke), Synlig: rad.Ja("synlig")))))
            .ToFrozenDictionary(regel => regel.Noekkel, regel => regel.Synlig);

    // The log has the route, which tells service and package; two services never share one.
    private static readonly FrozenDictionary<string, (string Tjeneste, Rettighetspakke Pakke)> Ruter =
        Tjenestetabell.Navn.SelectMany(navn => Tjeneste.Finn(navn, Oppslagstype.Annet))
            .ToFrozenDictionary(tjeneste => tjeneste.Rute, tjeneste => (tjeneste.Navn, tjeneste.Pakke), StringComparer.Ordinal);

    /// <summary>Services and packages with a rule.</summary>
    public static IEnumerable<(string Tjeneste, string Pakke)> Celler => Regler.Keys;

    /// <summary>The package by which a shown look-up was made; null when it is not shown.</summary>
    public static Rettighetspakke? Synlig(in LookupRecord oppslag) =>
        oppslag.Tjeneste == "folkeregisteret" && Ruter.TryGetValue(oppslag.Rute, out var sted)
            && sted.Pakke.Navn == oppslag.Pakke && Regler.GetValueOrDefault((sted.Tjeneste, sted.Pakke.Navn))
            ? sted.Pakke : null;
}
