using System.Globalization;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>Coming and going, and what other countries and the immigration authority know the person by.</summary>
internal static class Utenlandskdel
{
    public static Liste<Identifikasjonsdokument> Legitimasjon(Skisse skisse)
    {
        if (!skisse.Person.Har(Trekk.Legitimasjon))
            return default;
        var dag = Tidspunkt(skisse);
        var utstedt = dag - skisse.Slump.Under(Dag.Aar(4));
        utstedt = Math.Max(utstedt, skisse.Person.Foedt);
        var idkort = skisse.Slump.Sann(0.3);
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(dag),
                ErGjeldende = true,
                Kilde = "skatteetaten",
                Identifikasjonsdokumentnummer = $"{(char)('A' + skisse.Slump.Under(26))}{skisse.Slump.Mellom(1_000_000, 9_999_999)}",
                Identifikasjonsdokumenttype = idkort ? "nasjonaltIdentitetskort" : "pass",
                Utstederland = Land(skisse).Alfa3,
                GyldigFra = Skisse.Dato(utstedt),
                GyldigTil = Skisse.Dato(Dag.Fyller(utstedt, idkort ? 5 : 10)),
            },
        ];
    }

    public static Liste<Personidentifikasjon> Utlendingsnummer(Skisse skisse)
    {
        var person = skisse.Person;
        if (!person.Har(Trekk.Utlendingsnummer))
            return default;
        var dag = person.DNummerFra != 0 ? person.DNummerFra : person.Inn;

        // The immigration authority's number: the year of the first case, and eight digits.
        var nummer = string.Create(
            CultureInfo.InvariantCulture, $"{Skisse.Dato(dag).Year:D4}{skisse.Slump.Mellom(10_000_000, 99_999_999)}");
        return [Nummer(skisse, dag, nummer, "utlendingsmyndighetenesIdentifikasjonsnummer", "NOR")];
    }

    public static Liste<Personidentifikasjon> UtenlandskNummer(Skisse skisse)
    {
        if (!skisse.Person.Har(Trekk.UtenlandskNummer))
            return default;
        var type = skisse.Slump.Under(3) switch
        {
            0 => "taxIdentificationNumber",
            1 => "socialSecurityNumber",
            _ => "utenlandskIdentifikasjonsnummer",
        };
        var nummer = string.Create(
            CultureInfo.InvariantCulture, $"{skisse.Slump.Mellom(100_000, 999_999)}-{skisse.Slump.Mellom(1000, 9999)}");
        return [Nummer(skisse, Tidspunkt(skisse), nummer, type, Land(skisse).Alfa3)];
    }

    public static Liste<InnflyttingTilNorge> Innflytting(Skisse skisse)
    {
        var person = skisse.Person;
        if (person.Inn == 0)
            return default;
        var land = skisse.Data.Land[person.Foedeland];
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(person.Inn),
                ErGjeldende = person.Ut == 0,
                Kilde = skisse.Kilde(person.Inn, "skatteetaten"),
                Aarsak = skisse.Aarsak(person.Inn, "Innvandring"),
                Gyldighetstidspunkt = Tider.Midnatt(person.Inn),
                Fraflyttingsland = land.Alfa3,
                FraflyttingsstedIUtlandet = skisse.Slump.Sann(0.7) ? land.Steder[skisse.Slump.Under(land.Steder.Length)] : null,
            },
        ];
    }

    public static Liste<UtflyttingFraNorge> Utflytting(Skisse skisse)
    {
        var person = skisse.Person;
        if (person.Ut == 0)
            return default;
        var land = person.Inn != 0 ? skisse.Data.Land[person.Foedeland] : skisse.Data.Land[skisse.Data.Land.TrekkSted(ref skisse.Slump)];
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(person.Ut),
                ErGjeldende = true,
                Kilde = skisse.Kilde(person.Ut, "skatteetaten"),
                Aarsak = skisse.Aarsak(person.Ut, "Utflytting"),
                Gyldighetstidspunkt = Tider.Midnatt(person.Ut),
                Tilflyttingsland = land.Alfa3,
                TilflyttingsstedIUtlandet = skisse.Slump.Sann(0.5) ? land.Steder[skisse.Slump.Under(land.Steder.Length)] : null,
                Utflyttingsdato = Skisse.Dato(person.Ut),
            },
        ];
    }

    private static Personidentifikasjon Nummer(Skisse skisse, int dag, string nummer, string type, string land) => new()
    {
        Ajourholdstidspunkt = skisse.Registrert(dag),
        ErGjeldende = true,
        Kilde = "skatteetaten",
        Aarsak = skisse.Person.DNummerFra != 0 ? "besluttetTildelingAvDNummer" : "Innvandring",
        Gyldighetstidspunkt = Tider.Midnatt(dag),
        Identifikasjonsnummer = nummer,
        Identifikasjonsnummertype = type,
        Utstederland = land,
    };

    private static int Tidspunkt(Skisse skisse)
    {
        var person = skisse.Person;
        if (person.DNummerFra != 0)
            return person.DNummerFra;
        return person.Inn != 0 ? person.Inn : Math.Max(person.Foedt, skisse.Blokk.Naa - Dag.Aar(2));
    }

    private static Land Land(Skisse skisse) => skisse.Data.Land[skisse.Person.Statsborger];
}
