using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>Marital status with history: each wedding, separation, divorce and loss, the latest first.</summary>
internal static class Sivilstandsdel
{
    public static Liste<Sivilstand> Sivilstand(Skisse skisse)
    {
        var person = skisse.Person;
        List<Sivilstand> alle = [];
        for (var i = person.Samliv; i >= 0; i = skisse.Blokk.ForrigeSamliv(i, skisse.Plass))
        {
            if (skisse.Blokk.Samliv[i].Vigsel != 0)
                Ekteskap(skisse, skisse.Blokk.Samliv[i], alle);
        }

        var kom = person.Inn != 0 ? person.Inn : person.ErDNummer ? person.DNummerFra : person.Foedt;

        // One who came here married was never unmarried in this register.
        if (alle.Count == 0 || Vigsel(skisse) > kom)
        {
            var uoppgitt = person.ErDNummer && skisse.Slump.Sann(0.7);
            alle.Add(En(skisse, kom, uoppgitt ? Sivilstandstype.Uoppgitt : Sivilstandstype.Ugift, alle.Count == 0, skisse.Aarsak(kom, "Fødsel")));
        }

        return Liste.Av(alle);
    }

    private static int Vigsel(Skisse skisse)
    {
        var foerste = 0;
        for (var i = skisse.Person.Samliv; i >= 0; i = skisse.Blokk.ForrigeSamliv(i, skisse.Plass))
        {
            if (skisse.Blokk.Samliv[i].Vigsel != 0)
                foerste = skisse.Blokk.Samliv[i].Vigsel;
        }

        return foerste;
    }

    private static void Ekteskap(Skisse skisse, in Samliv samliv, List<Sivilstand> alle)
    {
        var partnerskap = samliv.Form == Samlivsform.Partnerskap;
        var doed = skisse.Person.Doed;
        if (samliv.EndteVedDoed && (doed == 0 || doed > samliv.Til))
        {
            alle.Add(En(skisse, samliv.Til, partnerskap ? Sivilstandstype.GjenlevendePartner : Sivilstandstype.EnkeEllerEnkemann, alle.Count == 0, "Dødsfall")
                with { RelatertVedSivilstand = skisse.Nummer(samliv.Annen(skisse.Plass)) });
        }

        if (samliv.Skilt != 0)
        {
            alle.Add(En(skisse, samliv.Skilt, partnerskap ? Sivilstandstype.SkiltPartner : Sivilstandstype.Skilt, alle.Count == 0, "Skilsmisse")
                with { Myndighet = "STATSFORVALTEREN", RelatertVedSivilstand = skisse.Nummer(samliv.Annen(skisse.Plass)) });
        }

        if (samliv.Separert != 0)
        {
            alle.Add(En(skisse, samliv.Separert, partnerskap ? Sivilstandstype.SeparertPartner : Sivilstandstype.Separert, alle.Count == 0, "Separasjon")
                with { Myndighet = "STATSFORVALTEREN", RelatertVedSivilstand = skisse.Nummer(samliv.Annen(skisse.Plass)) });
        }

        alle.Add(Vigselen(skisse, samliv, partnerskap, alle.Count == 0));
    }

    private static Sivilstand Vigselen(Skisse skisse, in Samliv samliv, bool partnerskap, bool gjelder)
    {
        // Seen from either document it was the same wedding: the place follows from the couple.
        var felles = Tilfeldighet.Slump.For(skisse.Blokk.Plan.Froe, samliv.Vigsel, Math.Min(samliv.A, samliv.B));
        var kommune = skisse.Data.Kommuner.Trekk(ref felles);
        var kirke = !partnerskap && felles.Sann(0.4);
        var land = skisse.Data.Land[samliv.Vigselsland];
        var utenlands = samliv.Vigselsland != Grunnlag.Landliste.Norge;
        return En(skisse, samliv.Vigsel, partnerskap ? Sivilstandstype.RegistrertPartner : Sivilstandstype.Gift, gjelder, "Vigsel") with
        {
            Myndighet = utenlands ? null : kirke ? "DEN_NORSKE_KIRKE" : "ANSATT_I_KOMMUNE",
            Kommune = utenlands ? null : skisse.Data.Historiske.Nummer(skisse.Data.Kommuner, kommune, samliv.Vigsel),
            Sted = utenlands ? null : $"{skisse.Data.Kommuner[kommune].Navn} {(kirke ? "kirke" : "rådhus")}",
            Utland = utenlands ? land.Alfa3 : null,
            RelatertVedSivilstand = skisse.Nummer(samliv.Annen(skisse.Plass)),
        };
    }

    private static Sivilstand En(Skisse skisse, int dag, Sivilstandstype type, bool gjelder, string aarsak) => new()
    {
        Ajourholdstidspunkt = skisse.Registrert(dag),
        ErGjeldende = gjelder,
        Kilde = skisse.Kilde(dag, "folkeregistermyndigheten"),
        Aarsak = aarsak,
        Gyldighetstidspunkt = Tider.Midnatt(dag),
        Type = type,
        Sivilstandsdato = Skisse.Dato(dag),
    };
}
