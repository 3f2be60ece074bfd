using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>Guardianship and limited legal capacity. The guardian's own document says nothing of it.</summary>
internal static class Vergedel
{
    private const string Sivilrettsforvaltningen = "Statens Sivilrettsforvaltning";
    private static readonly int NyeTjenesteomraader = Dag.Av(2023, 11, 1);

    public static Liste<VergemaalRepresentasjonEllerFremtidsfullmakt> Vergemaal(Skisse skisse)
    {
        var person = skisse.Person;
        if (!person.Har(Trekk.Verge))
            return default;
        var fra = Fra(skisse);
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(fra),
                ErGjeldende = true,
                Kilde = Sivilrettsforvaltningen,
                Aarsak = "Vergemål",
                Gyldighetstidspunkt = Tider.Midnatt(fra),
                Vergemaaltype = Type(skisse),
                // The office tells the county; of a strengt fortrolig home the register holds not even the municipality.
                Embete = person.Har(Trekk.StrengtFortrolig)
                    ? null
                    : Embete(skisse.Data.Kommuner[Bosteddel.Bolig(skisse.Blokk, skisse.Plass).Kommune].Fylkesnummer),
                Verge = new()
                {
                    // Also beside a number: packages without the right to the number receive name and birth date instead.
                    NavnFoedselsdato = person.Verge < 0
                        ? Annendel.Identifiserende(skisse, Landliste.Norge)
                        : Registrert(skisse, person.Verge),
                    FoedselsEllerDNummer = person.Verge < 0 ? null : skisse.Nummer(person.Verge),
                    Tjenesteomraade = skisse.Data.Vergetjenester.Trekk(ref skisse.Slump),
                },
            },
        ];
    }

    public static Liste<RettsligHandleevne> Handleevne(Skisse skisse)
    {
        if (!skisse.Person.Har(Trekk.RettsligHandleevne))
            return default;
        var fra = Fra(skisse);
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(fra),
                ErGjeldende = true,
                Kilde = Sivilrettsforvaltningen,
                Gyldighetstidspunkt = Tider.Midnatt(fra),
                RettsligHandleevneomfang = skisse.Slump.Sann(0.7) ? "oekonomiskeForhold" : "personligeForhold",
            },
        ];
    }

    private static IdentifiserendeInformasjon Registrert(Skisse skisse, int plass)
    {
        ref var verge = ref skisse.Blokk.Personer[plass];
        var navn = skisse.Data.Navn;
        return new()
        {
            Personnavn = new()
            {
                Fornavn = navn.Fornavnene(verge.Fornavn, verge.Fornavn2),
                Mellomnavn = verge.Mellomnavn < 0 ? null : navn.Etternavn[verge.Mellomnavn],
                Etternavn = navn.Etternavn[verge.Etternavn],
            },
            Foedselsdato = Skisse.Dato(verge.Foedt),
            Statsborgerskap = [skisse.Data.Land[verge.NorskFra != 0 ? Landliste.Norge : verge.Statsborger].Alfa3],
            Kjoenn = verge.Kvinne ? Kjoenn.Kvinne : Kjoenn.Mann,
        };
    }

    private static int Fra(Skisse skisse)
    {
        var person = skisse.Person;
        var tidligst = person.Inn != 0 ? person.Inn : person.Foedt;
        var egen = Tilfeldighet.Slump.For(skisse.Blokk.Plan.Froe, -tidligst, skisse.Plass);
        return Math.Max(tidligst, NyeTjenesteomraader + egen.Under(Math.Max(1, skisse.Blokk.Naa - NyeTjenesteomraader - 1)));
    }

    private static Vergemaaltype Type(Skisse skisse)
    {
        var person = skisse.Person;
        if (person.Har(Trekk.EnsligMindreaarig))
            return skisse.Slump.Sann(0.7) ? Vergemaaltype.EnsligMindreaarigFlyktning : Vergemaaltype.EnsligMindreaarigAsylsoeker;
        var midlertidig = skisse.Slump.Sann(0.06);
        if (Foreldreskap.ErMindreaarig(skisse.Blokk, person))
            return midlertidig ? Vergemaaltype.MidlertidigForMindreaarig : Vergemaaltype.Mindreaarig;
        if (Dag.Alder(person.Foedt, skisse.Blokk.Naa) > 75 && skisse.Slump.Sann(0.35))
            return Vergemaaltype.StadfestetFremtidsfullmakt;
        return midlertidig ? Vergemaaltype.MidlertidigForVoksen
            : skisse.Slump.Sann(0.02) ? Vergemaaltype.ForvaltningUtenforVergemaal : Vergemaaltype.Voksen;
    }

    // The offices since 2021; those that write Nynorsk are "statsforvaltaren".
    private static string Embete(string fylkesnummer) => fylkesnummer switch
    {
        "11" => "statsforvaltarenIRogaland",
        "15" => "statsforvaltarenIMoereOgRomsdal",
        "18" => "statsforvalterenINordland",
        "34" => "statsforvalterenIInnlandet",
        "39" or "40" => "statsforvaltarenIVestfoldOgTelemark",
        "42" => "statsforvalterenIAgder",
        "46" => "statsforvaltarenIVestland",
        "50" => "statsforvalterenITroendelag",
        "55" or "56" => "statsforvalterenITromsOgFinnmark",
        _ => "statsforvalterenIOsloOgViken",
    };
}
