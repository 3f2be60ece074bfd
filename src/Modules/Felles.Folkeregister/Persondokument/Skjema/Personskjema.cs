using System.Text;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Datafiler;

namespace Felles.Folkeregister.Persondokument.Skjema;

/// <summary>
/// The schema of the person document, read once from the embedded tables <c>persondokument.csv</c> and <c>kodeverk.csv</c>.
/// </summary>
internal static class Personskjema
{
    private const string Alle = "*";

    private static readonly Dictionary<string, Skjematype> Typer = Les();

    /// <summary>The document itself; member n is <see cref="Personelement"/> n.</summary>
    public static Skjematype Person { get; } = Typer[nameof(Folkeregisterperson)];

    /// <summary>The metadata that stand first in every entry.</summary>
    public static Skjematype Opplysning { get; } = Typer[nameof(Contracts.Personmodell.Opplysning)];

    public static IEnumerable<Skjematype> AlleTyper => Typer.Values;

    public static Skjemafelt Felt(Personelement element) => Person.Felter[(int)element];

    private static Dictionary<string, Skjematype> Les()
    {
        var assembly = typeof(Personskjema).Assembly;
        var koder = Datatabell.Read(assembly, "folkeregister/kodeverk.csv").Rader
            .Where(rad => rad["aapen"] == "nei")
            .ToLookup(rad => rad["kodeliste"], rad => Encoding.UTF8.GetBytes(rad["verdi"]));
        var rader = Datatabell.Read(assembly, "folkeregister/persondokument.csv").Rader.ToLookup(rad => rad["type"]);
        var typer = rader.ToDictionary(type => type.Key, type => new Skjematype(type.Key));
        foreach (var type in rader)
            typer[type.Key].Fyll([.. type.SelectMany(rad => Felter(rad, rader, typer, koder))]);
        return typer;
    }

    private static IEnumerable<Skjemafelt> Felter(
        Datatabell.Rad rad, ILookup<string, Datatabell.Rad> rader, Dictionary<string, Skjematype> typer, ILookup<string, byte[]> koder)
    {
        var ord = rad.Liste("form");
        if (rad["felt"] == Alle)
            return rader[ord[1]].SelectMany(innfelt => Felter(innfelt, rader, typer, koder));
        var antall = rad["antall"].Split("..");
        var form = Enum.Parse<Verdiform>(ord[0], ignoreCase: true);
        var lengde = form == Verdiform.Tekst ? ord[1].Split('-') : [];
        return
        [
            new Skjemafelt
            {
                Navn = rad["felt"],
                Form = form,
                Minst = int.Parse(antall[0]),
                Hoeyst = antall[^1] == "n" ? int.MaxValue : int.Parse(antall[^1]),
                Liste = antall[^1] is not "1",
                EttAv = rad["ett_av"] is { Length: > 0 } valg ? valg : null,
                Type = form == Verdiform.Objekt ? typer[ord[1]] : null,
                Kodeliste = form == Verdiform.Kode ? ord[1] : null,
                Koder = form == Verdiform.Kode ? [.. koder[ord[1]]] : [],
                Kortest = lengde.Length > 0 ? int.Parse(lengde[0]) : 0,
                Lengst = lengde.Length > 0 ? int.Parse(lengde[1]) : 0,
            },
        ];
    }
}
