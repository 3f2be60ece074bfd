using System.Collections.Frozen;
using Felles.Kernel.Datafiler;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Tjenester;

/// <summary>Which service exists in which rights package (<c>data/folkeregister/tjenester.csv</c>).</summary>
internal static class Tjenestetabell
{
    private static readonly FrozenDictionary<string, (string Metode, string Ressurs, Rettighetspakke[] Pakker)> Tabell =
        Datatabell.Read(typeof(Tjenestetabell).Assembly, "folkeregister/tjenester.csv").Rader.ToFrozenDictionary(
            rad => rad["tjeneste"],
            rad => (rad["metode"], rad["ressurs"], rad.Liste("pakker").Select(Pakke).ToArray()));

    public static IEnumerable<string> Navn => Tabell.Keys;

    public static IEnumerable<string> Ressurser => Tabell.Values.Select(rad => rad.Ressurs).Distinct();

    public static (string Metode, string Ressurs, IReadOnlyList<Rettighetspakke> Pakker) Finn(string tjeneste) => Tabell[tjeneste];

    private static Rettighetspakke Pakke(string navn) =>
        Rettighetspakke.MedNavn(navn) ?? throw new InvalidDataException($"tjenester.csv names the unknown package {navn}.");
}
