using System.Globalization;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Bosted;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>
/// Writes a dwelling as an address. Street, postal code and number all follow from the dwelling's seed, so the same dwelling reads the
/// same in every document, and a street has one postal code and one code in its municipality.
/// </summary>
internal static class Adresseforfatter
{
    private static readonly string[] Bokstaver = ["A", "B", "C", "D"];

    public static int Grunnkrets(Bolig bolig) => 101 + (Gate(bolig) % 900);

    public static string Identifikator(Bolig bolig) =>
        (200_000_000 + (bolig.Noekkel % 700_000_000)).ToString(CultureInfo.InvariantCulture);

    /// <param name="data">Lists.</param>
    /// <param name="bolig">Where.</param>
    /// <param name="dag">
    /// An entry of this day carries the municipality number of its time, and before 1988 no postal code; 0 is today.
    /// </param>
    public static Vegadresse Vegadresse(Datagrunnlag data, Bolig bolig, int dag = 0)
    {
        if (bolig.Type == Boligtype.Fast)
            return Fast(data, bolig);
        var kommune = data.Kommuner[bolig.Kommune];
        var gate = Gate(data, bolig);
        return new()
        {
            Kommunenummer = Kommunenummer(data, bolig, dag),
            Bruksenhetsnummer = Bruksenhet(kommune, bolig),
            Bruksenhetstype = Bruksenhetstype.Bolig,
            Adressenavn = data.Veinavn[Veinavn(data, bolig, gate)],
            Adressenummer = new()
            {
                Husnummer = (1 + (bolig.Noekkel >> 20) % 140).ToString(CultureInfo.InvariantCulture),
                Husbokstav = (bolig.Noekkel >> 28) % 9 == 0 ? Bokstaver[(bolig.Noekkel >> 32) % 4] : null,
            },
            Adressekode = (1000 + gate).ToString(CultureInfo.InvariantCulture),
            Poststed = IDag(dag) ? Poststed(kommune, gate) : null,
        };
    }

    public static Matrikkeladresse Matrikkeladresse(Datagrunnlag data, Bolig bolig, int dag) => new()
    {
        Bruksenhetsnummer = "H0101",
        Bruksenhetstype = Bruksenhetstype.Bolig,
        Matrikkelnummer = new()
        {
            Kommunenummer = Kommunenummer(data, bolig, dag),
            Gaardsnummer = 1 + (int)((bolig.Noekkel >> 8) % 220),
            Bruksnummer = 1 + (int)((bolig.Noekkel >> 24) % 160),
            Festenummer = 0,
        },
        Undernummer = 0,
        Poststed = IDag(dag) ? Poststed(data.Kommuner[bolig.Kommune], Gate(data, bolig)) : null,
    };

    public static Poststed Poststed(Postnummer post) => new() { Poststedsnavn = post.Sted, Postnummer = post.Nummer };

    /// <summary>Any postal code of a municipality.</summary>
    public static Poststed Poststed(Kommune kommune, int gate) =>
        Poststed(kommune.Postnumre[(int)(Slump.Bland((ulong)gate) % (ulong)kommune.Postnumre.Length)]);

    private static bool IDag(int dag) => dag == 0 || dag >= Dag.Kommunestandard;

    private static string Kommunenummer(Datagrunnlag data, Bolig bolig, int dag) =>
        dag == 0 ? data.Kommuner[bolig.Kommune].Nummer : data.Historiske.Nummer(data.Kommuner, bolig.Kommune, dag);

    private static Vegadresse Fast(Datagrunnlag data, Bolig bolig)
    {
        var adresse = data.Faste.Personer[(int)bolig.Noekkel].Adresse!;
        return new()
        {
            Kommunenummer = data.Kommuner[bolig.Kommune].Nummer,
            Bruksenhetsnummer = adresse.Bruksenhet,
            Bruksenhetstype = Bruksenhetstype.Bolig,
            Adressenavn = adresse.Vei,
            Adressenummer = new() { Husnummer = adresse.Husnummer },
            Adressekode = "1000",
            Poststed = Poststed(data.Postnumre.Finn(adresse.Postnummer)!.Value),
        };
    }

    private static int Gate(Bolig bolig) => (int)(bolig.Noekkel % 65_521);

    // Small places have few streets, the largest a thousand and a half.
    private static int Gate(Datagrunnlag data, Bolig bolig) =>
        Gate(bolig) % Math.Clamp(data.Kommuner[bolig.Kommune].Folketall / 70, 8, 1500);

    // Neighbouring numbers are far apart in the list, and each municipality begins elsewhere: 1 009 is prime and no divisor of the list's
    // length.
    private static int Veinavn(Datagrunnlag data, Bolig bolig, int gate) => ((bolig.Kommune * 577) + (gate * 1009)) % data.Veinavn.Antall;

    private static string Bruksenhet(Kommune kommune, Bolig bolig) =>
        kommune.Folketall < 15_000 || (bolig.Noekkel >> 40) % 5 < 2
            ? "H0101"
            : $"H0{1 + (bolig.Noekkel >> 44) % 6}0{1 + (bolig.Noekkel >> 48) % 4}";
}
