using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Bosted;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>Where the person lives and has lived, a child's second home, and protection.</summary>
internal static class Bosteddel
{
    // A parent's home that a child's second address must not show.
    private const Trekk Skjult = Trekk.Fortrolig | Trekk.StrengtFortrolig | Trekk.Klientadresse | Trekk.UkjentBosted;

    public static Adressegradering Gradering(Skisse skisse) =>
        skisse.Person.Har(Trekk.Fortrolig) ? Adressegradering.Fortrolig : Adressegradering.Ugradert;

    public static Liste<GraderingAvAdresse> Beskyttelse(Skisse skisse)
    {
        if (!skisse.Person.Har(Trekk.Fortrolig | Trekk.StrengtFortrolig))
            return default;
        var person = skisse.Person;
        var slutt = person.Doed != 0 ? person.Doed : skisse.Blokk.Naa - 30;
        var dag = Math.Max(person.Kom, slutt - skisse.Slump.Under(Dag.Aar(4)));
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(dag),
                ErGjeldende = true,
                Kilde = "folkeregistermyndigheten",
                Aarsak = "Adressebeskyttelse",
                Gyldighetstidspunkt = Tider.Midnatt(dag),
                Graderingsnivaa = person.Har(Trekk.StrengtFortrolig) ? Adressegradering.StrengtFortrolig : Adressegradering.Fortrolig,
            },
        ];
    }

    /// <summary>Nothing at all under strengt fortrolig, not even what was: the register holds no home data then.</summary>
    public static Liste<Bostedsadresse> Bosted(Skisse skisse)
    {
        var person = skisse.Person;
        if (person.AntallOpphold == 0 || person.Har(Trekk.StrengtFortrolig))
            return default;
        var alle = new Bostedsadresse[person.AntallOpphold];
        for (var i = 0; i < alle.Length; i++)
            alle[i] = En(skisse, person.AntallOpphold - 1 - i);
        return Liste.Av<Bostedsadresse>(alle);
    }

    public static Liste<DeltBosted> DeltBosted(Skisse skisse)
    {
        var person = skisse.Person;
        if (!person.Har(Trekk.DeltBosted))
            return default;

        // The home of the parent with whom the child is not registered.
        var annen = person.Har(Trekk.BorMedFar) ? person.Mor : person.Far;
        ref var forelder = ref skisse.Blokk.Personer[annen];
        var bolig = Bolig(skisse.Blokk, annen);
        if (forelder.Har(Skjult) || bolig == Bolig(skisse.Blokk, skisse.Plass))
            return default;
        var sist = skisse.Blokk.Opphold[forelder.Opphold + forelder.AntallOpphold - 1].Fra;
        var dag = Math.Min(skisse.Blokk.Naa - 1, Math.Max(sist, person.Foedt) + skisse.Slump.Under(60));
        var matrikkel = bolig.Type == Boligtype.Matrikkeladresse;
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(dag),
                ErGjeldende = true,
                Kilde = skisse.Kilde(dag, "forelder"),
                Aarsak = skisse.Aarsak(dag, "Patch"),
                Gyldighetstidspunkt = Tider.Midnatt(dag),
                Vegadresse = matrikkel ? null : Adresseforfatter.Vegadresse(skisse.Data, bolig),
                Matrikkeladresse = matrikkel ? Adresseforfatter.Matrikkeladresse(skisse.Data, bolig, 0) : null,
                StartdatoForKontrakt = Skisse.Dato(dag),
                AdresseIdentifikatorFraMatrikkelen = Adresseforfatter.Identifikator(bolig),
                Adressegradering = Adressegradering.Ugradert,
            },
        ];
    }

    /// <summary>The latest dwelling of one who has had any.</summary>
    public static Bolig Bolig(Blokk blokk, int plass) =>
        blokk.Boliger[blokk.Opphold[blokk.Personer[plass].Opphold + blokk.Personer[plass].AntallOpphold - 1].Bolig];

    private static Bostedsadresse En(Skisse skisse, int nummer)
    {
        var person = skisse.Person;
        var opphold = skisse.Blokk.Opphold[person.Opphold + nummer];
        var bolig = skisse.Blokk.Boliger[opphold.Bolig];
        var siste = nummer == person.AntallOpphold - 1;
        var borte = person.Slag switch
        {
            Personslag.Utflyttet => person.Ut,
            Personslag.Forsvunnet => Math.Max(skisse.Avgang, opphold.Fra),
            _ => 0,
        };
        var gjelder = siste && borte == 0;
        var ukjent = gjelder && person.Har(Trekk.UkjentBosted);
        var matrikkel = bolig.Type == Boligtype.Matrikkeladresse;
        var fast = bolig.Type == Boligtype.Fast;
        var dag = gjelder ? 0 : opphold.Fra;
        var krets = Adresseforfatter.Grunnkrets(bolig);
        return new()
        {
            Ajourholdstidspunkt = skisse.Registrert(siste && borte != 0 ? borte : fast ? skisse.Blokk.Naa - 40 : opphold.Fra),
            ErGjeldende = gjelder,
            Kilde = fast ? "Matrikkelen" : skisse.Kilde(opphold.Fra, "folkeregistermyndigheten"),
            Aarsak = fast ? "Adresseoppdatering" : Aarsak(skisse, opphold),
            Gyldighetstidspunkt = Tider.Midnatt(opphold.Fra),
            Opphoerstidspunkt = siste && borte != 0 ? Tider.Midnatt(borte) : null,
            Vegadresse = ukjent || matrikkel ? null : Adresseforfatter.Vegadresse(skisse.Data, bolig, dag),
            Matrikkeladresse = matrikkel && !ukjent ? Adresseforfatter.Matrikkeladresse(skisse.Data, bolig, dag) : null,
            UkjentBosted = ukjent ? new() { Bostedskommune = skisse.Data.Kommuner[bolig.Kommune].Nummer } : null,
            AdresseIdentifikatorFraMatrikkelen = ukjent ? null : Adresseforfatter.Identifikator(bolig),
            Adressegradering = gjelder && person.Har(Trekk.Klientadresse) ? Adressegradering.Klientadresse : Gradering(skisse),
            Flyttedato = person.Har(Trekk.UtenFlyttedato) ? null : Skisse.Dato(opphold.Fra),
            Grunnkrets = ukjent ? null : krets,
            Stemmekrets = ukjent ? null : 1 + (krets % 12),
            Skolekrets = ukjent ? null : 1 + (krets % 15),
            Kirkekrets = ukjent ? null : 1 + (krets % 5),
        };
    }

    private static string Aarsak(Skisse skisse, Botid opphold) => opphold.Aarsak switch
    {
        Flytteaarsak.Foedsel => skisse.Aarsak(opphold.Fra, "Fødsel"),
        Flytteaarsak.Innvandring => skisse.Aarsak(opphold.Fra, "Innvandring"),
        _ => "Flytting innenlands",
    };
}
