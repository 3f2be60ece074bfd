using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;
using BibeholdKode = Felles.Folkeregister.Contracts.Personmodell.Bibehold;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>Citizenships, leave to keep one, and permits to stay.</summary>
internal static class Statsborgerdel
{
    private static readonly int Permanent = Dag.Aar(5);

    public static Liste<Statsborgerskap> Statsborgerskap(Skisse skisse)
    {
        var person = skisse.Person;
        var land = skisse.Data.Land;
        var foerste = land[person.Statsborger].Alfa3;
        if (person.NorskFra != 0)
        {
            // Before 2020 the former citizenship ended with the new one.
            var beholder = person.Har(Trekk.BeholderStatsborgerskap);
            var norsk = En(skisse, Math.Max(person.NorskFra, person.Foedt), "NOR", gjelder: true, opphoert: 0);
            return person.NorskFra <= person.Foedt
                ? [norsk]
                : [norsk, En(skisse, person.Foedt, foerste, beholder, beholder ? 0 : person.NorskFra)];
        }

        var egen = En(skisse, person.Foedt, foerste, gjelder: true, opphoert: 0);
        if (person.Har(Trekk.Bibehold))
            return [egen, En(skisse, Ervervet(skisse), land[land.TrekkSted(ref skisse.Slump)].Alfa3, gjelder: true, opphoert: 0)];
        return ForeldreFraToLand(skisse) is { } annet ? [egen, En(skisse, person.Foedt, annet, gjelder: true, opphoert: 0)] : [egen];
    }

    public static Liste<BibeholdAvNorskStatsborgerskap> Bibehold(Skisse skisse)
    {
        if (!skisse.Person.Har(Trekk.Bibehold))
            return default;
        var dag = Ervervet(skisse);
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(dag),
                ErGjeldende = true,
                Kilde = "folkeregistermyndigheten",
                Gyldighetstidspunkt = Tider.Midnatt(dag),
                Bibeholdstatus = dag < Dag.DobbeltStatsborgerskap
                    ? BibeholdKode.HarBibehold
                    : BibeholdKode.NorskStatsborgerTrengerIkkeBibehold,
                DatoForBibehold = Skisse.Dato(dag),
            },
        ];
    }

    public static Liste<Opphold> Opphold(Skisse skisse)
    {
        var person = skisse.Person;
        var gruppe = skisse.Data.Land[person.Statsborger].Gruppe;
        if (person.Inn == 0 || person.NorskFra != 0 || person.Ut != 0 || gruppe is Landgruppe.Norge or Landgruppe.Norden)
            return default;
        var permanent = person.Inn < skisse.Blokk.Naa - Permanent;
        var fra = permanent ? person.Inn + Dag.Aar(3) : person.Inn;
        var mangler = skisse.Slump.Sann(0.02);
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(fra),
                ErGjeldende = true,
                Kilde = skisse.Kilde(fra, "skatteetaten"),
                Aarsak = "Historisk",
                Gyldighetstidspunkt = Tider.Midnatt(fra),
                Oppholdstillatelse = mangler ? Oppholdstillatelsetype.OpplysningMangler
                    : permanent ? Oppholdstillatelsetype.Permanent : Oppholdstillatelsetype.Midlertidig,
                OppholdFra = mangler ? null : Skisse.Dato(fra),
                OppholdTil = mangler || permanent ? null : Skisse.Dato(skisse.Blokk.Naa + Dag.Holder + skisse.Slump.Under(Dag.Aar(1))),
            },
        ];
    }

    // A Norwegian child of a mother with another citizenship often has both.
    private static string? ForeldreFraToLand(Skisse skisse)
    {
        var person = skisse.Person;
        if (person.Statsborger != Landliste.Norge || person.Mor < 0 || person.Foedt < Dag.FellesEkteskapslov)
            return null;
        ref var mor = ref skisse.Blokk.Personer[person.Mor];
        return mor.Statsborger != Landliste.Norge && skisse.Data.Land[mor.Statsborger].ErSted && skisse.Slump.Sann(0.6)
            ? skisse.Data.Land[mor.Statsborger].Alfa3
            : null;
    }

    private static int Ervervet(Skisse skisse) =>
        Math.Max(skisse.Person.Foedt, skisse.Blokk.Naa - Dag.Aar(7) - ((skisse.Plass * 37) % Dag.Aar(8)));

    private static Statsborgerskap En(Skisse skisse, int dag, string land, bool gjelder, int opphoert) => new()
    {
        Ajourholdstidspunkt = skisse.Registrert(Math.Max(dag, opphoert)),
        ErGjeldende = gjelder,
        Kilde = skisse.Kilde(dag, "folkeregistermyndigheten"),
        Aarsak = skisse.Aarsak(dag, "Statsborgerskap"),
        Gyldighetstidspunkt = Tider.Midnatt(dag),
        Opphoerstidspunkt = opphoert == 0 ? null : Tider.Midnatt(opphoert),
        Land = land,
        Ervervsdato = Skisse.Dato(dag),
    };
}
