using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Registrering;

/// <summary>Two persons who are married or registered partners: the marital status of each names the other, and so does a
/// relation.</summary>
internal static class Ektepar
{
    public static bool ErGift(Personarbeid person) => Type(person) is
        Sivilstandstype.Gift or Sivilstandstype.RegistrertPartner or Sivilstandstype.Separert or Sivilstandstype.SeparertPartner;

    public static bool ErPartnerskap(Personarbeid person) =>
        Type(person) is Sivilstandstype.RegistrertPartner or Sivilstandstype.SeparertPartner;

    public static bool ErGiftMed(Personarbeid person, Personarbeid annen) => ErGift(person)
        && person.Gjeldende(Elementveier.Sivilstand)?.RelatertVedSivilstand is { } nummer && HarNummer(annen, nummer);

    public static bool HarNummer(Personarbeid person, Folkeregisteridentifikator nummer) =>
        person.Person.Identifikasjonsnummer.Any(i => i.FoedselsEllerDNummer == nummer);

    /// <summary>The spouse, when the register knows one.</summary>
    public static async ValueTask<Personarbeid?> EktefelleAsync(Registreringsgang gang, Personarbeid person) =>
        ErGift(person) && person.Gjeldende(Elementveier.Sivilstand)?.RelatertVedSivilstand is { } nummer
            && await gang.FinnHvisKjentAsync(nummer, "person") is { } ektefelle && ErGiftMed(ektefelle, person)
            ? ektefelle : null;

    /// <summary>The same status for both, each naming the other.</summary>
    public static void SettSivilstand(Personarbeid person, Personarbeid annen, Sivilstandstype type, Sivilstand mal) =>
        person.Hendelse(Hendelsestype.EndringISivilstand).Registrer(
            Elementveier.Sivilstand, mal with { Type = type, RelatertVedSivilstand = annen.Nummer });

    public static void Knytt(Personarbeid person, Personarbeid annen, Tidspunkt fra) =>
        person.Hendelse(Hendelsestype.EndringIFamilierelasjon).Registrer(
            Elementveier.Familierelasjon,
            new Familierelasjon
            {
                RelatertPerson = annen.Nummer,
                RelatertPersonsRolle = Familierelasjontype.EktefelleEllerPartner,
                MinRolleForPerson = Familierelasjontype.EktefelleEllerPartner,
                Gyldighetstidspunkt = fra,
            });

    public static void AvsluttRelasjon(Personarbeid person, Personarbeid annen, Tidspunkt naar)
    {
        var hendelse = person.Hendelse(Hendelsestype.EndringIFamilierelasjon);
        foreach (var relasjon in person.AlleGjeldende(Elementveier.Familierelasjon))
        {
            if (ErEktefelle(relasjon, annen))
                hendelse.Opphoer(Elementveier.Familierelasjon, relasjon, naar);
        }
    }

    /// <summary>Who was widowed by this death and is still.</summary>
    public static async ValueTask<Personarbeid?> EktefelleEtterDoedenAsync(
        Registreringsgang gang, Personarbeid doed, DateOnly doedsdato) =>
        ErGift(doed) && doed.Gjeldende(Elementveier.Sivilstand)?.RelatertVedSivilstand is { } nummer
            && await gang.FinnHvisKjentAsync(nummer, "person") is { } enke
            && enke.Gjeldende(Elementveier.Sivilstand) is { } naa && naa.Sivilstandsdato == doedsdato
            && naa.Type is Sivilstandstype.EnkeEllerEnkemann or Sivilstandstype.GjenlevendePartner
            ? enke : null;

    public static void FlyttSlutt(Personarbeid person, Personarbeid annen, DateOnly slutt, Tidspunkt naar)
    {
        if (Avsluttet(person, annen, slutt) is { } relasjon)
        {
            person.Hendelse(Hendelsestype.EndringIFamilierelasjon).Korriger(
                Elementveier.Familierelasjon, relasjon, relasjon with { Opphoerstidspunkt = naar });
        }
    }

    public static void GjeninnfoerRelasjon(Personarbeid person, Personarbeid annen, DateOnly slutt)
    {
        if (Avsluttet(person, annen, slutt) is { } relasjon)
            person.Hendelse(Hendelsestype.EndringIFamilierelasjon).Gjeninnfoer(Elementveier.Familierelasjon, relasjon);
    }

    private static Familierelasjon? Avsluttet(Personarbeid person, Personarbeid annen, DateOnly slutt) =>
        person.Person.Familierelasjon.FirstOrDefault(
            r => r.Opphoerstidspunkt is { } t && Oslo.Dato(t.Instant) == slutt && ErEktefelle(r, annen));

    private static bool ErEktefelle(Familierelasjon relasjon, Personarbeid annen) =>
        relasjon.RelatertPersonsRolle == Familierelasjontype.EktefelleEllerPartner
        && relasjon.RelatertPerson is { } nummer && HarNummer(annen, nummer);

    private static Sivilstandstype? Type(Personarbeid person) => person.Gjeldende(Elementveier.Sivilstand)?.Type;
}
