using Felles.Enhetsregister.Contracts;
using Felles.Folkeregister.Contracts;
using Felles.Storage;
using Felles.Tenor.Befolkning;
using Felles.Tenor.Befolkning.Virksomhet;

namespace Felles.Tenor.Contracts;

/// <summary>Makes synthetic populations: into the registers, or as files.</summary>
public sealed class Befolkning
{
    // Not the number of processors: the loader's keys follow the producers, and the same seed must give the same register on any machine.
    private const int Produsenter = 2;
    private readonly Personlast last;
    private readonly Enheter enheter;
    private readonly FellesOptions innstillinger;

    internal Befolkning(Personlast last, Enheter enheter, FellesOptions innstillinger) =>
        (this.last, this.enheter, this.innstillinger) = (last, enheter, innstillinger);

    /// <summary>
    /// Fills an empty register with a population as baseline 0, without events. Organisations come first and may be loaded again; persons
    /// are the mark that all is there. Interrupted, it is simply run again.
    /// </summary>
    /// <exception cref="ArgumentException">The choices cannot be met; the message says why.</exception>
    /// <exception cref="InvalidOperationException">The register holds persons already, or it is no sandbox.</exception>
    public async Task<Befolkningsrapport> LagAsync(
        Befolkningsvalg valg, IProgress<Befolkningsframdrift>? framdrift = null, CancellationToken ct = default)
    {
        if (!innstillinger.IsSandkasse)
            throw new InvalidOperationException("Synthetic persons belong in a sandbox, and Felles:Mode is Produksjon.");
        var folk = await Task.Run(() => Planlegg(valg, framdrift, ct), ct);
        var virksomheter = await enheter.LastInnAsync(Talte(new(folk), framdrift), ct);
        var personer = await last.LastGrunnlagAsync(
            Produsenter,
            produsent => folk.Modeller(produsent, Produsenter),
            framdrift is null ? null : new Videre(framdrift, Befolkningstrinn.Personer, valg.Antall),
            ct);
        return new(personer, virksomheter);
    }

    /// <summary>
    /// Writes the same population as files for the import, one document a line: the organisations, where they are wanted, and the persons
    /// in the population's own order.
    /// </summary>
    /// <exception cref="ArgumentException">The choices cannot be met; the message says why.</exception>
    public static async Task<Befolkningsrapport> SkrivAsync(
        Befolkningsvalg valg, Stream personer, Stream? virksomheter = null, IProgress<Befolkningsframdrift>? framdrift = null,
        CancellationToken ct = default)
    {
        var folk = await Task.Run(() => Planlegg(valg, framdrift, ct), ct);
        var antall = 0L;
        if (virksomheter is not null)
        {
            foreach (var enhet in Talte(new(folk), framdrift))
            {
                await virksomheter.WriteAsync(Enheter.Skriv(enhet), ct);
                virksomheter.WriteByte((byte)'\n');
                antall++;
            }
        }

        var skrevet = 0L;
        await foreach (var linjer in Linjeskriving.BlokkerAsync(folk, Environment.ProcessorCount, ct))
        {
            await personer.WriteAsync(linjer.Bytes, ct);
            framdrift?.Report(new(Befolkningstrinn.Personer, skrevet += linjer.Antall, valg.Antall));
        }

        return new(skrevet, antall);
    }

    private static Folkemengde Planlegg(Befolkningsvalg valg, IProgress<Befolkningsframdrift>? framdrift, CancellationToken ct)
    {
        var planlagt = 0;
        return Folkemengde.Planlegg(
            valg,
            Environment.ProcessorCount,
            antall => framdrift?.Report(new(Befolkningstrinn.Planlegger, Interlocked.Add(ref planlagt, antall), valg.Antall)),
            ct);
    }

    private static IEnumerable<Enhet> Talte(Virksomheter virksomheter, IProgress<Befolkningsframdrift>? framdrift)
    {
        const int Steg = 1000;
        var laget = 0;
        foreach (var enhet in virksomheter.Lag())
        {
            // Sub-units come besides those that are counted.
            if (enhet.OverordnetEnhet is null && ++laget % Steg == 0)
                framdrift?.Report(new(Befolkningstrinn.Virksomheter, laget, virksomheter.Antall));
            yield return enhet;
        }
    }

    private sealed class Videre(IProgress<Befolkningsframdrift> til, Befolkningstrinn trinn, long av) : IProgress<long>
    {
        public void Report(long value) => til.Report(new(trinn, value, av));
    }
}
