using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Hendelser;
using Felles.Folkeregister.Hendelser.Dokument;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;

namespace Felles.Folkeregister.Lager;

/// <summary>Publishes the events of one new version and keeps their documents, in the unit that writes the version.</summary>
internal sealed class Hendelsesskriver(UnitOfWork unit, Setninger setninger, DateTimeOffset naa)
{
    private const string NyttDokument =
        "insert into folkeregister.hendelsesdokument (personnoekkel, versjon, nr, ajourhold, elementer, dokument) values ($1, $2, $3, $4, $5, $6)";

    // An event has its time to the microsecond, and its document says the same.
    private readonly DateTimeOffset tid = Microseconds.ToInstant(Microseconds.From(naa));

    public async ValueTask SkrivAsync(Hendelsesgrunnlag om, IReadOnlyList<Nyhendelse> hendelser, CancellationToken ct)
    {
        for (var nr = 0; nr < hendelser.Count; nr++)
        {
            var identifikator = hendelser[nr].Identifikator ?? om.Identifikator;
            var endring = new Personendring
            {
                Personnoekkel = om.Personnoekkel,
                Identifikator = Folkeregisteridentifikator.FromValue(identifikator),
                Hendelsestype = hendelser[nr].Type,
                Versjon = om.Versjon,
                Nr = checked((byte)nr),
                Dokument = om.Dokumentid,
                Elementer = om.Elementer,
                SkjermingFoer = om.SkjermingFoer,
                SkjermingEtter = Dokumentindeks.Les(om.Indeks, om.Dokument).Skjerming,
                Ajourholdstidspunkt = tid,
            };
            unit.Publish(Personendring.Stroem, Personendring.Type, om.Personnoekkel, endring.Skriv());
            var fakta = Hendelsestyper.Om(endring.Hendelsestype);
            if (!fakta.HarHendelsesdokument)
                continue;
            var dokument = Hendelsesdokument.Lag(endring, Egenskaper(hendelser[nr], om).Span);
            await setninger.UtfoerAsync(
                NyttDokument, ct, om.Personnoekkel, om.Versjon, (short)nr, Microseconds.From(tid),
                    (long)(om.Elementer & fakta.Elementer), dokument);
        }
    }

    private static ReadOnlyMemory<byte> Egenskaper(Nyhendelse hendelse, in Hendelsesgrunnlag om) =>
        hendelse.Egenskaper.IsEmpty && hendelse.Type == Hendelsestype.PersonErOpprettet
            ? Egenskapsliste.AvNyPerson(om.Dokument, om.Indeks)
            : hendelse.Egenskaper;
}

/// <summary>What the events of one version have in common.</summary>
/// <param name="Personnoekkel">The person.</param>
/// <param name="Versjon">The version they tell of; of a withdrawn duplicate one that has no document.</param>
/// <param name="Dokumentid">The document that the events lead to.</param>
/// <param name="Identifikator">The number the person has now.</param>
/// <param name="Elementer">The elements that differ.</param>
/// <param name="SkjermingFoer">Protection before.</param>
/// <param name="Dokument">The new document.</param>
/// <param name="Indeks">Its index.</param>
internal readonly record struct Hendelsesgrunnlag(
    long Personnoekkel, int Versjon, Dokumentidentifikator Dokumentid, long Identifikator, ulong Elementer,
    Adressegradering SkjermingFoer, byte[] Dokument, byte[] Indeks);
