using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>Relations and parental responsibility. Each is written from the same facts in both people's documents.</summary>
internal static class Familiedel
{
    public static Liste<Familierelasjon> Relasjoner(Skisse skisse)
    {
        var person = skisse.Person;
        List<Familierelasjon> alle = [];
        Ektefeller(skisse, alle);
        if (person.Mor >= 0)
            alle.Add(Slektning(skisse, person.Mor, person.Foedt, Familierelasjontype.Mor, Familierelasjontype.Barn));
        if (person.Far >= 0)
            alle.Add(Slektning(skisse, person.Far, person.Foedt, Forelder(skisse, person.Far, person), Familierelasjontype.Barn));
        foreach (var barn in skisse.Register.Til(skisse.Plass))
        {
            ref var b = ref skisse.Blokk.Personer[barn];
            if (b.Mor == skisse.Plass || b.Far == skisse.Plass)
                alle.Add(Slektning(skisse, barn, b.Foedt, Familierelasjontype.Barn, Forelder(skisse, skisse.Plass, b)));
        }

        UtenNummer(skisse, alle);
        return Liste.Av(alle);
    }

    public static Liste<Foreldreansvar> Ansvar(Skisse skisse)
    {
        List<Foreldreansvar> alle = [];
        var mitt = Foreldreansvarlige.For(skisse.Blokk, skisse.Plass);
        if (mitt.Form != Ansvarsform.Ingen)
        {
            alle.Add(Ett(skisse, mitt, null, skisse.Nummer(mitt.Foerste)));
            if (mitt.Annen >= 0)
                alle.Add(Ett(skisse, mitt, null, skisse.Nummer(mitt.Annen)));
        }

        foreach (var barn in skisse.Register.Til(skisse.Plass))
        {
            var deres = Foreldreansvarlige.For(skisse.Blokk, barn);
            if (deres.Har(skisse.Plass))
                alle.Add(Ett(skisse, deres, skisse.Nummer(barn), null));
        }

        return Liste.Av(alle);
    }

    private static Foreldreansvar Ett(
        Skisse skisse, Foreldreansvarlige ansvar, Folkeregisteridentifikator? barn, Folkeregisteridentifikator? voksen) => new()
        {
            Ajourholdstidspunkt = skisse.Registrert(ansvar.Fra),
            ErGjeldende = true,
            Kilde = skisse.Kilde(ansvar.Fra, "forelder"),
            Aarsak = skisse.Aarsak(ansvar.Fra, "Fødsel"),
            Gyldighetstidspunkt = Tider.Midnatt(ansvar.Fra),
            Ansvar = ansvar.Form switch
            {
                Ansvarsform.Felles => Foreldreansvarstype.Felles,
                Ansvarsform.Mor => Foreldreansvarstype.Mor,
                Ansvarsform.AnnenForelder when skisse.Blokk.Personer[ansvar.Foerste].Kvinne => Foreldreansvarstype.Medmor,
                Ansvarsform.AnnenForelder => Foreldreansvarstype.Far,
                _ => Foreldreansvarstype.Andre,
            },
            Ansvarssubjekt = barn,
            Ansvarlig = voksen,
        };

    private static Familierelasjontype Forelder(Skisse skisse, int forelder, in Person barn) =>
        barn.Mor == forelder ? Familierelasjontype.Mor
        : skisse.Blokk.Personer[forelder].Kvinne ? Familierelasjontype.Medmor : Familierelasjontype.Far;

    private static void Ektefeller(Skisse skisse, List<Familierelasjon> alle)
    {
        for (var i = skisse.Person.Samliv; i >= 0; i = skisse.Blokk.ForrigeSamliv(i, skisse.Plass))
        {
            var samliv = skisse.Blokk.Samliv[i];
            if (samliv.Vigsel == 0)
                continue;
            var slutt = samliv.Skilt != 0 ? samliv.Skilt : samliv.EndteVedDoed ? samliv.Til : 0;
            alle.Add(new()
            {
                Ajourholdstidspunkt = skisse.Registrert(Math.Max(samliv.Vigsel, slutt)),
                ErGjeldende = slutt == 0,
                Kilde = skisse.Kilde(samliv.Vigsel, "folkeregistermyndigheten"),
                Aarsak = "Vigsel",
                Gyldighetstidspunkt = Tider.Midnatt(samliv.Vigsel),
                Opphoerstidspunkt = slutt == 0 ? null : Tider.Midnatt(slutt),
                RelatertPerson = skisse.Nummer(samliv.Annen(skisse.Plass)),
                RelatertPersonsRolle = Familierelasjontype.EktefelleEllerPartner,
                MinRolleForPerson = Familierelasjontype.EktefelleEllerPartner,
            });
        }
    }

    private static Familierelasjon Slektning(
        Skisse skisse, int annen, int dag, Familierelasjontype rolle, Familierelasjontype minRolle) => new()
    {
        Ajourholdstidspunkt = skisse.Registrert(dag),
        ErGjeldende = true,
        Kilde = skisse.Kilde(dag, "folkeregistermyndigheten"),
        Aarsak = rolle == Familierelasjontype.Far || minRolle == Familierelasjontype.Far ? "Farskap" : "Fødsel",
        Gyldighetstidspunkt = Tider.Midnatt(dag),
        RelatertPerson = skisse.Nummer(annen),
        RelatertPersonsRolle = rolle,
        MinRolleForPerson = minRolle,
    };

    // A mother who is not in the register, a child who was never born alive.
    private static void UtenNummer(Skisse skisse, List<Familierelasjon> alle)
    {
        var person = skisse.Person;
        if (person.Slag is Personslag.Foedselsregistrert or Personslag.IkkeBosatt)
        {
            var land = person.Slag == Personslag.IkkeBosatt ? Landliste.Norge : skisse.Data.Land.TrekkInnvandrer(ref skisse.Slump);
            var mor = Annendel.Relatert(skisse, land, person.Foedt - Dag.Aar(20) - skisse.Slump.Under(Dag.Aar(18)), Kjoenn.Kvinne);
            alle.Add(Ukjent(skisse, person.Foedt, mor, Familierelasjontype.Mor, Familierelasjontype.Barn));
        }
        else if (person is { Kvinne: true, SisteBarn: > 0, Slag: Personslag.Bosatt } && skisse.Slump.Sann(0.004))
        {
            var barn = Annendel.Relatert(skisse, person.Statsborger, person.SisteBarn - Dag.Aar(1.2), Kjoenn.Mann);
            alle.Add(Ukjent(skisse, person.SisteBarn - Dag.Aar(1.2), barn, Familierelasjontype.DoedfoedtBarn, Familierelasjontype.Mor));
        }
    }

    private static Familierelasjon Ukjent(
        Skisse skisse, int dag, RelatertBiPerson annen, Familierelasjontype rolle, Familierelasjontype minRolle) => new()
        {
            Ajourholdstidspunkt = skisse.Registrert(dag),
            ErGjeldende = true,
            Kilde = skisse.Kilde(dag, "folkeregistermyndigheten"),
            Aarsak = "Uregistrert person",
            Gyldighetstidspunkt = Tider.Midnatt(dag),
            RelatertPersonUtenFolkeregisteridentifikator = annen,
            RelatertPersonsRolle = rolle,
            MinRolleForPerson = minRolle,
        };
}
