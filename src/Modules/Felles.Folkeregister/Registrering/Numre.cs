using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Registrering;

/// <summary>The entries that hold a person's numbers.</summary>
internal static class Numre
{
    public static Identifikasjonsnummer IBruk(Folkeregisteridentifikator nummer) => new()
    {
        Status = Identifikatorstatuskode.IBruk,
        FoedselsEllerDNummer = nummer,
        Identifikatortype = nummer.Type == Identifikatortype.DNummer
            ? Folkeregisteridentifikatortype.DNummer
            : Folkeregisteridentifikatortype.Foedselsnummer,
    };

    /// <summary>
    /// Gives the person another number. The event carries the old one, and so reaches those who know the person by it ("Hendelser fra
    /// Folkeregisteret" v1.8).
    /// </summary>
    public static void Bytt(Personarbeid person, Folkeregisteridentifikator nytt)
    {
        var hendelse = person.Hendelse(Hendelsestype.EndringIIdentifikasjonsnummer, om: person.Nummer);
        if (person.Gjeldende(Elementveier.Identifikasjonsnummer) is { } gammelt)
        {
            // The old number is out of use from now on, which is a new fact about it and no correction.
            hendelse.Registrer(Elementveier.Identifikasjonsnummer, IBruk(nytt));
            SettUtAvBruk(hendelse, person, gammelt.FoedselsEllerDNummer);
        }
        else
        {
            hendelse.Registrer(Elementveier.Identifikasjonsnummer, IBruk(nytt));
        }
    }

    /// <summary>The entry of a number that is not in use any more: opphørt, whether something took its place or not.</summary>
    public static void SettUtAvBruk(Hendelsesarbeid hendelse, Personarbeid person, Folkeregisteridentifikator nummer)
    {
        var oppfoering = person.Person.Identifikasjonsnummer.First(i => i.FoedselsEllerDNummer == nummer);
        hendelse.Korriger(
            Elementveier.Identifikasjonsnummer, oppfoering, oppfoering with { Status = Identifikatorstatuskode.Opphoert });
    }
}
