using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>Gender, birth and language.</summary>
internal static class Foedseldel
{
    private static readonly int FoersteInstitusjon = Dag.Av(2005, 1, 1);

    // Nearly all were moved from the old register, which had no dates for gender.
    public static Liste<Personkjoenn> Kjoenn(Skisse skisse)
    {
        var kjoenn = skisse.Person.Kvinne ? Kernel.Identifikatorer.Kjoenn.Kvinne : Kernel.Identifikatorer.Kjoenn.Mann;
        if (skisse.Slump.Sann(0.98))
            return [new() { ErGjeldende = true, Kilde = "KILDE_DSF", Kjoenn = kjoenn }];
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(skisse.Person.Foedt),
                ErGjeldende = true,
                Kilde = skisse.Kilde(skisse.Person.Foedt, "folkeregistermyndigheten"),
                Gyldighetstidspunkt = Tider.Midnatt(skisse.Person.Foedt),
                Kjoenn = kjoenn,
            },
        ];
    }

    public static Liste<Foedsel> Foedsel(Skisse skisse)
    {
        var person = skisse.Person;
        var dato = Skisse.Dato(person.Foedt);
        var land = skisse.Data.Land[person.Foedeland];
        var iNorge = person.Foedeland == Landliste.Norge && person.Slag != Personslag.IkkeBosatt;
        var ukjentLand = person.Slag == Personslag.IkkeBosatt ? skisse.Data.Land[skisse.Data.Land.TrekkSted(ref skisse.Slump)] : land;
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(person.Foedt),
                ErGjeldende = true,
                Kilde = skisse.Kilde(person.Foedt, "folkeregistermyndigheten"),
                Aarsak = skisse.Aarsak(person.Foedt, "Fødsel"),
                Gyldighetstidspunkt = Tider.Midnatt(person.Foedt),
                Foedselsdato = dato,
                Foedselsaar = dato.Year.ToString("D4"),
                Foedested = iNorge ? null : ukjentLand.Steder[skisse.Slump.Under(ukjentLand.Steder.Length)],
                FoedekommuneINorge = iNorge
                    ? skisse.Data.Historiske.Nummer(skisse.Data.Kommuner, Foedekommune(skisse), person.Foedt)
                    : null,
                Foedeland = ukjentLand.Alfa3,
            },
        ];
    }

    public static Liste<FoedselINorge> INorge(Skisse skisse)
    {
        var person = skisse.Person;
        if (person.Foedeland != Landliste.Norge || person.Foedt < FoersteInstitusjon || person.Slag == Personslag.IkkeBosatt)
            return default;
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(person.Foedt),
                ErGjeldende = true,
                Kilde = skisse.Kilde(person.Foedt, "folkeregistermyndigheten"),
                Aarsak = skisse.Aarsak(person.Foedt, "Fødsel"),
                Gyldighetstidspunkt = Tider.Midnatt(person.Foedt),
                Foedselsinstitusjonsnavn = $"{skisse.Data.Kommuner[Foedekommune(skisse)].Fylke} fødeavdeling",
                Rekkefoelgenummer = Rekkefoelge(skisse),
            },
        ];
    }

    public static Liste<SamiskSpraak> SamiskSpraak(Skisse skisse)
    {
        if (!skisse.Person.Har(Trekk.SamiskSpraak))
            return default;
        var dag = skisse.Blokk.Naa - 10 - skisse.Slump.Under(Dag.Aar(3));
        dag = Math.Max(dag, skisse.Person.Foedt);
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(dag),
                ErGjeldende = true,
                Kilde = "folkeregisteret",
                Gyldighetstidspunkt = Tider.Midnatt(dag),
                Spraak = skisse.Slump.Under(20) switch
                {
                    0 => [SamiskSpraakType.Soersamisk],
                    1 => [SamiskSpraakType.Lulesamisk],
                    2 => [SamiskSpraakType.Nordsamisk, SamiskSpraakType.Lulesamisk],
                    _ => [SamiskSpraakType.Nordsamisk],
                },
            },
        ];
    }

    // The first home when it is from birth; older people's first homes are not kept, so theirs is drawn from who they are.
    private static int Foedekommune(Skisse skisse)
    {
        var person = skisse.Person;
        if (person.AntallOpphold > 0 && skisse.Blokk.Opphold[person.Opphold].Fra == person.Foedt)
            return skisse.Blokk.Boliger[skisse.Blokk.Opphold[person.Opphold].Bolig].Kommune;
        var egen = Tilfeldighet.Slump.For(skisse.Blokk.Plan.Froe, person.Foedt, skisse.Plass);
        return skisse.Data.Kommuner.Trekk(ref egen);
    }

    // Two digits: how many were born, and which one this is.
    private static int Rekkefoelge(Skisse skisse)
    {
        var tvilling = skisse.Person.Tvilling;
        if (tvilling < 0 || skisse.Blokk.Personer[tvilling].Foedt != skisse.Person.Foedt || skisse.Person.Mor < 0
            || skisse.Blokk.Personer[tvilling].Mor != skisse.Person.Mor)
            return 11;
        return skisse.Plass < tvilling ? 21 : 22;
    }
}
