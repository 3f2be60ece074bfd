using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// Two persons were merged wrongly. The one who went on loses the other's numbers, and the other has the document from before the merge
/// again, with the number in use.
/// </summary>
public sealed record Splitting : Personmelding
{
    public required Folkeregisteridentifikator Gjeldende { get; init; }

    /// <summary>The number that was withdrawn by the merge.</summary>
    public required Folkeregisteridentifikator Gjenopprettet { get; init; }

    internal override IEnumerable<Folkeregisteridentifikator> Deltakere => [Gjeldende, Gjenopprettet];

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (await gang.FinnAsync(Gjeldende, "gjeldende") is not { } person || await gang.FinnAsync(Gjenopprettet, "gjenopprettet") is not { } peker)
            return;
        var fra = await gang.DublettAsync(Gjenopprettet);
        if (fra is null || !ReferenceEquals(person, peker) || person.Nummer == Gjenopprettet)
        {
            gang.Avvis(Registreringsfeilkoder.IkkeSammenslaatt, "gjenopprettet");
            return;
        }

        var dokument = Personleser.Les(fra.Dokument);
        var hendelse = person.Hendelse(Hendelsestype.PersonErEndretVedSplitting);
        foreach (var nummer in dokument.Identifikasjonsnummer)
        {
            await gang.HoldAsync(nummer.FoedselsEllerDNummer);
            foreach (var oppfoering in person.Person.Identifikasjonsnummer)
            {
                if (oppfoering.FoedselsEllerDNummer == nummer.FoedselsEllerDNummer)
                    hendelse.Annuller(Elementveier.Identifikasjonsnummer, oppfoering);
            }
        }

        var igjen = gang.Ny(dokument, "gjenopprettet", fra);
        igjen.Hendelse(Hendelsestype.PersonErGjenopprettetVedSplitting).Alle();
    }
}
