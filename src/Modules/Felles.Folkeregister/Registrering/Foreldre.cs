using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Registrering;

/// <summary>A child and those who are or have responsibility for it: each document names the other.</summary>
internal static class Foreldre
{
    public static void Knytt(Personarbeid barn, Personarbeid forelder, Familierelasjontype rolle, Tidspunkt fra)
    {
        Relasjon(barn, forelder, rolle, Familierelasjontype.Barn, fra);
        Relasjon(forelder, barn, Familierelasjontype.Barn, rolle, fra);
    }

    public static void Relasjon(
        Personarbeid person, Personarbeid annen, Familierelasjontype annensRolle, Familierelasjontype? minRolle, Tidspunkt? fra) =>
        person.Hendelse(Hendelsestype.EndringIFamilierelasjon).Registrer(
            Elementveier.Familierelasjon,
            new Familierelasjon
            {
                RelatertPerson = annen.Nummer,
                RelatertPersonsRolle = annensRolle,
                MinRolleForPerson = minRolle,
                Gyldighetstidspunkt = fra,
            });

    public static void GiAnsvar(Personarbeid barn, Personarbeid ansvarlig, Foreldreansvarstype ansvar, Tidspunkt? fra)
    {
        barn.Hendelse(Hendelsestype.EndringIForeldreansvar).Registrer(
            Elementveier.Foreldreansvar,
            new Foreldreansvar { Ansvar = ansvar, Ansvarlig = ansvarlig.Nummer, Gyldighetstidspunkt = fra },
            gammelt => gammelt.Ansvarlig is { } nummer && Ektepar.HarNummer(ansvarlig, nummer));
        ansvarlig.Hendelse(Hendelsestype.EndringIForeldreansvar).Registrer(
            Elementveier.Foreldreansvar,
            new Foreldreansvar { Ansvar = ansvar, Ansvarssubjekt = barn.Nummer, Gyldighetstidspunkt = fra },
            gammelt => gammelt.Ansvarssubjekt is { } nummer && Ektepar.HarNummer(barn, nummer));
    }
}
