using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Lesing;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;

namespace Felles.Folkeregister.Registrering;

/// <summary>
/// Judges the new documents as if they came from outside, and writes them when none has a fault: what is in the register can always be
/// read, exported and taken in again.
/// </summary>
internal sealed class Registreringsskriver(
    UnitOfWork unit, Setninger setninger, Dictionary<long, Lagretnummer> kjente, DateTimeOffset naa, CancellationToken ct)
{
    private readonly Dokumentleser leser = new();
    private readonly Personskriver skriver = new();

    public async ValueTask<IReadOnlyList<Kvittering>> SkrivAsync(List<Personarbeid> arbeid, List<Funn> funn)
    {
        var oppgaver = new List<Oppgave>(arbeid.Count);
        foreach (var person in arbeid)
        {
            var hendelser = Hendelser(person);
            if (hendelser.Length == 0 || Doem(person, funn) is not { } ny)
                continue;
            if (person.SlaasInnI is null && person.Foer is { } foer && ny.Dokument.AsSpan().SequenceEqual(foer.Dokument))
                continue;
            oppgaver.Add(new Oppgave(person, ny, hendelser));
        }

        if (funn.Count > 0)
            return [];
        var noekkel = await Grunnlag.NesteNoekkelAsync(
            setninger, oppgaver.Count(o => o.Person is { Foer: null, GjenopprettesFra: null }), ct);
        var rader = new Personrader(unit, setninger, kjente, naa);
        var dubletter = new Dublettrader(setninger, new Hendelsesskriver(unit, setninger, naa), naa);
        var kvitteringer = new List<Kvittering>(oppgaver.Count);
        // A duplicate's number may lead to the other person only when that one has its new document, so those come last.
        foreach (var oppgave in oppgaver.OrderBy(o => o.Person.SlaasInnI is not null))
        {
            var (person, ny, hendelser) = oppgave;
            if (person.GjenopprettesFra is { } fra)
            {
                await dubletter.GjenopprettAsync(fra, ny, hendelser, ct);
                kvitteringer.Add(Kvitter(fra.Personnoekkel, fra.VersjonEtter, ny.Numre.Gjeldende, hendelser));
            }
            else if (person.SlaasInnI is { } gjeldende)
            {
                await dubletter.SlaaInnAsync(person.Foer!, gjeldende.Foer!.Personnoekkel, gjeldende.Nummer.Value, hendelser, ct);
                kvitteringer.Add(KvitterDublett(person.Foer!, hendelser));
            }
            else if (person.Foer is { } foer)
            {
                await rader.EndreAsync(ny, foer, hendelser, ct);
                kvitteringer.Add(Kvitter(foer.Personnoekkel, foer.Versjon + 1, ny.Numre.Gjeldende, hendelser));
            }
            else
            {
                await rader.SettInnAsync(ny, noekkel, hendelser, ct);
                kvitteringer.Add(Kvitter(noekkel++, 1, ny.Numre.Gjeldende, hendelser));
            }
        }

        await setninger.ToemAsync(ct);
        return kvitteringer;
    }

    private static Nyhendelse[] Hendelser(Personarbeid person) =>
        [.. person.Hendelser.Select(h => new Nyhendelse(h.Type) { Identifikator = h.Identifikator, Egenskaper = h.Egenskaper })];

    private static Kvittering Kvitter(long noekkel, int versjon, long nummer, Nyhendelse[] hendelser) => new(
        Folkeregisteridentifikator.FromValue(nummer), noekkel, Dokumentnoekkel.Lag(noekkel, versjon),
            Hendelsene(noekkel, versjon, hendelser));

    private static Kvittering KvitterDublett(Lagretnummer dublett, Nyhendelse[] hendelser) => new(
        Folkeregisteridentifikator.FromValue(dublett.Identifikator), dublett.Personnoekkel,
        Dokumentidentifikator.FromBytes(dublett.Dokumentid), Hendelsene(dublett.Personnoekkel, dublett.Versjon + 1, hendelser));

    private static Hendelseskvittering[] Hendelsene(long noekkel, int versjon, Nyhendelse[] hendelser) =>
        [.. hendelser.Select((h, nr) => new Hendelseskvittering(h.Type, Hendelsesnoekkel.Lag(noekkel, versjon, (byte)nr)))];

    private Nydokument? Doem(Personarbeid person, List<Funn> funn)
    {
        var (dokument, indeks, feil) = leser.Les(skriver.Skriv(person.Person).Span).Match<(byte[], byte[], IReadOnlyList<Funn>)>(
            (dokument, indeks) => (dokument, indeks, []),
            feil => ([], [], feil));
        funn.AddRange(feil.Select(f => f with { Sti = $"{person.Sted}.{f.Sti}" }));
        return feil.Count == 0 ? Nydokument.Av(dokument, indeks) : null;
    }

    private readonly record struct Oppgave(Personarbeid Person, Nydokument Ny, Nyhendelse[] Hendelser);
}
