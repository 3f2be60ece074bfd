using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>Marital status with history: each wedding, separation, divorce and loss, the latest first.</summary>
internal static class Sivilstandsdel
{
    private const string Statsforvalter = "STATSFORVALTEREN";

    public static Liste<Sivilstand> Sivilstand(Skisse skisse)
    {
        var person = skisse.Person;
        List<Sivilstand> alle = [];
        for (var i = person.Samliv; i >= 0; i = skisse.Blokk.ForrigeSamliv(i, skisse.Plass))
        {
            if (skisse.Blokk.Samliv[i].Vigsel != 0)
                Ekteskap(skisse, skisse.Blokk.Samliv[i], alle);
        }

        var kom = person.Kom;

        // One who came here married was never unmarried in this register.
        if (alle.Count == 0 || Vigsel(skisse) > kom)
        {
            var type = person.ErDNummer && skisse.Slump.Sann(0.7) ? Sivilstandstype.Uoppgitt : Sivilstandstype.Ugift;
            alle.Add(En(skisse, kom, type, alle.Count == 0, skisse.Aarsak(kom, "Fødsel")));
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
            Legg(samliv, samliv.Til, Sivilstandstype.EnkeEllerEnkemann, Sivilstandstype.GjenlevendePartner, "Dødsfall", null);
        if (samliv.Skilt != 0)
            Legg(samliv, samliv.Skilt, Sivilstandstype.Skilt, Sivilstandstype.SkiltPartner, "Skilsmisse", Statsforvalter);
        if (samliv.Separert != 0)
            Legg(samliv, samliv.Separert, Sivilstandstype.Separert, Sivilstandstype.SeparertPartner, "Separasjon", Statsforvalter);
        alle.Add(Vigselen(skisse, samliv, partnerskap, alle.Count == 0));

        void Legg(in Samliv med, int dag, Sivilstandstype ektefelle, Sivilstandstype partner, string aarsak, string? myndighet) =>
            alle.Add(En(skisse, dag, partnerskap ? partner : ektefelle, alle.Count == 0, aarsak)
                with { Myndighet = myndighet, RelatertVedSivilstand = skisse.Nummer(med.Annen(skisse.Plass)) });
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
