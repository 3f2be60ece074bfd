using System.Globalization;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Bosted;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>Addresses besides the home.</summary>
internal static class Andreadresser
{
    /// <summary>The one open address of everybody under strengt fortrolig.</summary>
    private const string SperretPostboks = "2094 Vika";
    private const string SperretPostnummer = "0125";

    public static Liste<Oppholdsadresse> Opphold(Skisse skisse)
    {
        var person = skisse.Person;
        if (!person.Har(Trekk.Oppholdsadresse | Trekk.Svalbard) || person.Har(Trekk.StrengtFortrolig))
            return default;
        var fra = Start(skisse);
        if (person.Har(Trekk.Svalbard))
            return [Svalbard(skisse, fra)];
        var form = skisse.Slump.Under(10);
        var utenlands = form >= 6 && form < 8;
        var bolig = new Bolig(skisse.Data.Kommuner.Trekk(ref skisse.Slump), Boligtype.Vegadresse, skisse.Slump.Neste());
        var land = skisse.Data.Land[skisse.Data.Land.TrekkSted(ref skisse.Slump)];
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(fra),
                ErGjeldende = true,
                Kilde = "skatteetaten",
                Aarsak = "Patch",
                Gyldighetstidspunkt = Tider.Midnatt(fra),
                Vegadresse = form < 6 ? Adresseforfatter.Vegadresse(skisse.Data, bolig) : null,
                UtenlandskAdresse = utenlands ? Utenlandsk(skisse, land) : null,
                AdressenErUkjent = form >= 8 ? true : null,
                AdresseIdentifikatorFraMatrikkelen = form < 6 ? Adresseforfatter.Identifikator(bolig) : null,
                Adressegradering = Bosteddel.Gradering(skisse),
                Oppholdsadressedato = Skisse.Dato(fra),
                OppholdAnnetSted = person.ErDNummer ? null
                    : utenlands ? OppholdAnnetSted.Utenriks : form < 2 ? OppholdAnnetSted.Militaer : OppholdAnnetSted.Pendler,
            },
        ];
    }

    public static Liste<OppholdPaaSvalbard> PaaSvalbard(Skisse skisse)
    {
        if (!skisse.Person.Har(Trekk.Svalbard))
            return default;
        var fra = Start(skisse);
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(fra),
                ErGjeldende = true,
                Kilde = "skatteetaten",
                Gyldighetstidspunkt = Tider.Midnatt(fra),
                AntattOppholdsvarighet = AntattOppholdsvarighet.OverTolvMaaneder,
                Startdato = Skisse.Dato(fra),
                Fraflyttingskommunenummer = skisse.Data.Kommuner[Bosteddel.Bolig(skisse.Blokk, skisse.Plass).Kommune].Nummer,
            },
        ];
    }

    public static Liste<Kontaktadresse> Post(Skisse skisse)
    {
        var strengt = skisse.Person.Har(Trekk.StrengtFortrolig);
        if (!strengt && !skisse.Person.Har(Trekk.Postadresse))
            return default;
        var fra = Start(skisse);
        var form = strengt ? 3 : skisse.Slump.Under(3);
        var kommune = skisse.Data.Kommuner[skisse.Data.Kommuner.Trekk(ref skisse.Slump)];
        var bolig = new Bolig(skisse.Data.Kommuner.Indeks(kommune.Nummer), Boligtype.Vegadresse, skisse.Slump.Neste());
        var vei = Adresseforfatter.Vegadresse(skisse.Data, bolig);
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(fra),
                ErGjeldende = true,
                Kilde = strengt ? "folkeregistermyndigheten" : skisse.Kilde(fra, "skatteetaten"),
                Aarsak = "Postadresse",
                Gyldighetstidspunkt = Tider.Midnatt(fra),
                Adressegradering = strengt ? Adressegradering.Ugradert : Bosteddel.Gradering(skisse),
                Postboksadresse = form switch
                {
                    3 => new()
                    {
                        Postboks = SperretPostboks,
                        Poststed = Adresseforfatter.Poststed(skisse.Data.Postnumre.Finn(SperretPostnummer)!.Value),
                    },
                    0 => new()
                    {
                        Postboks = skisse.Slump.Mellom(1, 900).ToString(CultureInfo.InvariantCulture),
                        Poststed = vei.Poststed,
                    },
                    _ => null,
                },
                Vegadresse = form == 1
                    ? new()
                    {
                        Adressenavn = vei.Adressenavn,
                        Adressenummer = vei.Adressenummer,
                        Poststed = vei.Poststed,
                        Adressekode = vei.Adressekode,
                    }
                    : null,
                PostadresseIFrittFormat = form == 2
                    ? new()
                    {
                        Adresselinje = [$"{vei.Adressenavn} {vei.Adressenummer!.Husnummer}".ToUpperInvariant()],
                        Poststed = vei.Poststed,
                    }
                    : null,
            },
        ];
    }

    /// <summary>Closed when the person dies.</summary>
    public static Liste<KontaktadresseIUtlandet> PostIUtlandet(Skisse skisse)
    {
        var person = skisse.Person;
        if (!person.Har(Trekk.PostadresseIUtlandet) || person.Har(Trekk.StrengtFortrolig))
            return default;
        var fra = person.Ut != 0 ? person.Ut : Start(skisse);
        var land = skisse.Data.Land[skisse.Data.Land.TrekkSted(ref skisse.Slump)];
        var fritt = skisse.Slump.Sann(0.5);
        var adresse = Utenlandsk(skisse, land);
        return
        [
            new()
            {
                Ajourholdstidspunkt = skisse.Registrert(fra),
                ErGjeldende = true,
                Kilde = "skatteetaten",
                Aarsak = "Postadresse",
                Gyldighetstidspunkt = Tider.Midnatt(fra),
                Adressegradering = Bosteddel.Gradering(skisse),
                UtenlandskAdresse = fritt ? null : adresse,
                UtenlandskAdresseIFrittFormat = fritt
                    ? new()
                    {
                        Adresselinje = [adresse.Adressenavn!, adresse.ByEllerStedsnavn!],
                        Postkode = adresse.Postkode,
                        ByEllerStedsnavn = adresse.ByEllerStedsnavn,
                        Landkode = adresse.Landkode,
                    }
                    : null,
            },
        ];
    }

    private static Oppholdsadresse Svalbard(Skisse skisse, int fra)
    {
        var steder = skisse.Data.Postnumre.I(Kommuner.Svalbard);
        var bolig = new Bolig(0, Boligtype.Vegadresse, skisse.Slump.Neste());
        return new()
        {
            Ajourholdstidspunkt = skisse.Registrert(fra),
            ErGjeldende = true,
            Kilde = "skatteetaten",
            Aarsak = "Patch",
            Gyldighetstidspunkt = Tider.Midnatt(fra),
            Vegadresse = Adresseforfatter.Vegadresse(skisse.Data, bolig) with
            {
                Kommunenummer = Kommuner.Svalbard,
                Poststed = Adresseforfatter.Poststed(steder[skisse.Slump.Under(2)]),
            },
            Adressegradering = Bosteddel.Gradering(skisse),
            Oppholdsadressedato = Skisse.Dato(fra),
            OppholdAnnetSted = OppholdAnnetSted.PaaSvalbard,
        };
    }

    private static InternasjonalAdresse Utenlandsk(Skisse skisse, Land land) => new()
    {
        Adressenavn = $"{skisse.Data.Navn.Etternavn[skisse.Slump.Under(skisse.Data.Navn.Etternavn.Length)]} {skisse.Slump.Mellom(1, 199)}",
        Postkode = skisse.Slump.Mellom(10_000, 99_999).ToString(CultureInfo.InvariantCulture),
        ByEllerStedsnavn = land.Steder[skisse.Slump.Under(land.Steder.Length)],
        Landkode = land.Alfa2,
    };

    // A day within the last five years on which the person was here. Drawn apart from the others, because two elements tell the same stay.
    private static int Start(Skisse skisse)
    {
        var person = skisse.Person;
        var tidligst = person.Kom;
        var senest = person.Doed != 0 ? person.Doed : skisse.Blokk.Naa - 3;
        var egen = Tilfeldighet.Slump.For(skisse.Blokk.Plan.Froe, tidligst, skisse.Plass);
        return Math.Max(tidligst, senest - egen.Under(Dag.Aar(5)));
    }
}
