using Felles.Enhetsregister.Contracts;
using Felles.Folkeregister.Contracts;
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

    internal Befolkning(Personlast last, Enheter enheter) => (this.last, this.enheter) = (last, enheter);

    /// <summary>
    /// Fills an empty register with a population as baseline 0, without events. Organisations come first and may be loaded again; persons
    /// are the mark that all is there. Interrupted, it is simply run again.
    /// </summary>
    /// <exception cref="ArgumentException">The choices cannot be met; the message says why.</exception>
    /// <exception cref="InvalidOperationException">The register holds persons already, or a birth date has too few numbers.</exception>
    public async Task<Befolkningsrapport> LagAsync(
        Befolkningsvalg valg, IProgress<Befolkningsframdrift>? framdrift = null, CancellationToken ct = default)
    {
        var folk = await Task.Run(() => Planlegg(valg, framdrift, ct), ct);
        var virksomheter = await enheter.LastInnAsync(Talte(Virksomheter.Lag(folk), Virksomheter.Antall(folk), framdrift), ct);
        var personer = await last.LastGrunnlagAsync(
            Produsenter,
            produsent => folk.Modeller(produsent, Produsenter),
            framdrift is null ? null : new Videre(framdrift, Befolkningstrinn.Personer, valg.Antall),
            ct);
        return new(personer, virksomheter);
    }

    /// <summary>Writes the person documents in wire form, one a line, in the population's own order.</summary>
    public static async Task SkrivPersonerAsync(
        Befolkningsvalg valg, Stream mottaker, IProgress<Befolkningsframdrift>? framdrift = null, CancellationToken ct = default)
    {
        var folk = await Task.Run(() => Planlegg(valg, framdrift, ct), ct);
        var skrevet = 0L;
        await foreach (var linjer in Linjeskriving.BlokkerAsync(folk, Environment.ProcessorCount, ct))
        {
            await mottaker.WriteAsync(linjer.Bytes, ct);
            framdrift?.Report(new(Befolkningstrinn.Personer, skrevet += linjer.Antall, valg.Antall));
        }
    }

    /// <summary>The organisations of the same population.</summary>
    public static IEnumerable<Enhet> LagVirksomheter(Befolkningsvalg valg) =>
        Virksomheter.Lag(Planlegg(valg, null, CancellationToken.None));

    private static Folkemengde Planlegg(Befolkningsvalg valg, IProgress<Befolkningsframdrift>? framdrift, CancellationToken ct)
    {
        var planlagt = 0;
        return Folkemengde.Planlegg(
            valg,
            Environment.ProcessorCount,
            antall => framdrift?.Report(new(Befolkningstrinn.Planlegger, Interlocked.Add(ref planlagt, antall), valg.Antall)),
            ct);
    }

    private static IEnumerable<Enhet> Talte(IEnumerable<Enhet> alle, int antall, IProgress<Befolkningsframdrift>? framdrift)
    {
        const int Steg = 1000;
        var laget = 0;
        foreach (var enhet in alle)
        {
            if (++laget % Steg == 0)
                framdrift?.Report(new(Befolkningstrinn.Virksomheter, laget, antall));
            yield return enhet;
        }
    }

    private sealed class Videre(IProgress<Befolkningsframdrift> til, Befolkningstrinn trinn, long av) : IProgress<long>
    {
        public void Report(long value) => til.Report(new(trinn, value, av));
    }
}
