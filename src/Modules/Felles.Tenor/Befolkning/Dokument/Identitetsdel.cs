using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>Numbers and what the identity rests on.</summary>
internal static class Identitetsdel
{
    public static FalskIdentitet? FalskIdentitet(Skisse skisse)
    {
        if (!skisse.Person.Har(Trekk.FalskIdentitet))
            return null;
        var rett = skisse.Slump.Under(3);
        var funnet = rett == 2 ? Rett(skisse) : -1;
        return new()
        {
            Ajourholdstidspunkt = skisse.Registrert(skisse.Avgang),
            ErGjeldende = true,
            Kilde = "skatteetaten",
            Aarsak = "kontroll",
            Gyldighetstidspunkt = Tider.Midnatt(skisse.Avgang),
            RettIdentitetVedOpplysninger = rett == 1
                ? Annendel.Identifiserende(skisse, skisse.Data.Land.TrekkSted(ref skisse.Slump))
                : null,
            RettIdentitetErUkjent = rett == 0 || (rett == 2 && funnet < 0) ? true : null,
            RettIdentitetVedIdentifikasjonsnummer = funnet >= 0 ? skisse.Nummer(funnet) : null,
            ErFalsk = true,
        };
    }

    public static Liste<Identifikasjonsnummer> Numre(Skisse skisse)
    {
        var person = skisse.Person;
        var opphoert = person.Slag == Personslag.Opphoert;
        var fra = person.Kom;
        var naa = new Identifikasjonsnummer
        {
            Ajourholdstidspunkt = skisse.Registrert(opphoert ? skisse.Avgang : fra),
            ErGjeldende = true,
            Kilde = person.ErDNummer ? "skatteetaten" : skisse.Kilde(fra, "folkeregistermyndigheten"),
            Aarsak = opphoert ? "Opphøre person"
                : person.ErDNummer ? "Tildele d-nummer"
                : skisse.Aarsak(fra, person.Inn != 0 ? "Innvandring" : "Fødsel"),
            Gyldighetstidspunkt = Tider.Midnatt(opphoert ? skisse.Avgang : fra),
            Status = opphoert ? Identifikatorstatuskode.Opphoert : Identifikatorstatuskode.IBruk,
            FoedselsEllerDNummer = skisse.Nummer(skisse.Plass),
            Identifikatortype = person.ErDNummer ? Folkeregisteridentifikatortype.DNummer : Folkeregisteridentifikatortype.Foedselsnummer,
        };
        return person.TidligereNummer < 0 ? [naa] : [naa, Tidligere(skisse)];
    }

    public static Liste<Identitetsgrunnlag> Grunnlag(Skisse skisse)
    {
        if (!skisse.Person.Har(Trekk.Identitetsgrunnlag))
            return default;
        var fra = skisse.Person.Kom;
        var status = skisse.Slump.Under(10) switch
        {
            0 => Identitetsgrunnlagstatus.IngenStatus,
            < 4 => Identitetsgrunnlagstatus.IkkeKontrollert,
            _ => Identitetsgrunnlagstatus.Kontrollert,
        };
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(fra),
                ErGjeldende = true,
                Kilde = "skatteetaten",
                Aarsak = "kontroll",
                Gyldighetstidspunkt = Tider.Midnatt(fra),
                Identitetsgrunnlagstatus = status,
            },
        ];
    }

    // A D-number ends when the person is given a fødselsnummer; a duplicate's number stays on the person that was kept.
    private static Identifikasjonsnummer Tidligere(Skisse skisse)
    {
        var person = skisse.Person;
        var dNummer = person.DNummerFra != 0 && !person.ErDNummer;
        var fra = dNummer ? person.DNummerFra : person.Kom;
        return new()
        {
            Ajourholdstidspunkt = skisse.Registrert(dNummer ? person.Inn : fra),
            ErGjeldende = false,
            Kilde = "skatteetaten",
            Aarsak = dNummer ? "Tildele d-nummer" : "Opphøre person",
            Gyldighetstidspunkt = Tider.Midnatt(fra),
            Status = Identifikatorstatuskode.Opphoert,
            FoedselsEllerDNummer = skisse.Nummer(person.TidligereNummer),
            Identifikatortype = dNummer ? Folkeregisteridentifikatortype.DNummer : Folkeregisteridentifikatortype.Foedselsnummer,
        };
    }

    private static int Rett(Skisse skisse)
    {
        for (var forsoek = 0; forsoek < 30; forsoek++)
        {
            var plass = skisse.Slump.Under(skisse.Blokk.Antall);
            ref var annen = ref skisse.Blokk.Personer[plass];
            if (annen.Slag == Personslag.Bosatt && annen.Fast < 0 && annen.Inn != 0 && !Foreldreskap.ErMindreaarig(skisse.Blokk, annen))
                return plass;
        }

        return -1;
    }
}
