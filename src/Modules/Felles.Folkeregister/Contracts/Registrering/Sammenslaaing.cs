using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;
using static Felles.Folkeregister.Registrering.Registreringsfeilkoder;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// Two persons of the register are one. The one goes on and takes the other's numbers over as withdrawn; the other has no document any
/// more, and every number of either leads to the one who goes on ("Hendelser fra Folkeregisteret" v1.8).
/// </summary>
public sealed record Sammenslaaing : Personmelding
{
    public required Folkeregisteridentifikator Gjeldende { get; init; }

    public required Folkeregisteridentifikator Dublett { get; init; }

    internal override IEnumerable<Folkeregisteridentifikator> Deltakere => [Gjeldende, Dublett];

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (await gang.FinnAsync(Gjeldende, "gjeldende") is not { } person || await gang.FinnAsync(Dublett, "dublett") is not { } dublett)
            return;
        if (ReferenceEquals(person, dublett))
            gang.Avvis(SammePerson, "dublett");
        else if (person.Foer is null || dublett.Foer is null || person.SlaasInnI is not null || dublett.Hendelser.Any())
            gang.Avvis(HverForSeg, "dublett");
        if (gang.HarFeil)
            return;
        // Every number is held, so that none gets a second row.
        foreach (var nummer in dublett.Person.Identifikasjonsnummer)
            await gang.HoldAsync(nummer.FoedselsEllerDNummer);
        var hendelse = person.Hendelse(Hendelsestype.PersonErViderefoertSomGjeldendeVedSammenslaaing);
        foreach (var nummer in dublett.Person.Identifikasjonsnummer)
        {
            hendelse.LeggTilHistorisk(
                Elementveier.Identifikasjonsnummer,
                Elementvei<Identifikasjonsnummer>.Innhold(nummer) with { Status = Identifikatorstatuskode.Opphoert });
        }

        Numre.SettUtAvBruk(
            dublett.Hendelse(Hendelsestype.PersonErOpphoertSomDublett, om: dublett.Nummer, uansett: true), dublett, dublett.Nummer);
        dublett.SlaasInnI = person;
    }
}
