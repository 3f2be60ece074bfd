using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Registrering;

/// <summary>Takes back a status that was registered wrongly.</summary>
internal static class Statuser
{
    /// <summary>The status before counts again. A person whose history does not tell it is bosatt, or with a d-number
    /// midlertidig.</summary>
    public static void Tilbake(Hendelsesarbeid hendelse, Personarbeid person, Personstatus gal)
    {
        if (person.Gjeldende(Elementveier.Status) is { } naa && naa.Status == gal)
            hendelse.Annuller(Elementveier.Status, naa);
        if (person.Gjeldende(Elementveier.Status) is not null)
            return;
        if (person.Person.Status.FirstOrDefault(s => s.Status != gal) is { } forrige)
        {
            hendelse.Gjeninnfoer(Elementveier.Status, forrige);
            return;
        }

        var type = person.Gjeldende(Elementveier.Identifikasjonsnummer)?.Identifikatortype;
        var status = type == Folkeregisteridentifikatortype.DNummer ? Personstatus.Midlertidig : Personstatus.Bosatt;
        hendelse.Registrer(Elementveier.Status, new Folkeregisterpersonstatus { Status = status });
    }
}
