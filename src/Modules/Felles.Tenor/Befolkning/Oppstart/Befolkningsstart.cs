using Felles.Folkeregister.Contracts;
using Felles.Storage;
using Felles.Tenor.Contracts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Felles.Tenor.Befolkning.Oppstart;

/// <summary>Fills an empty sandbox with its population before the server listens. A register that holds anybody is left alone.</summary>
internal sealed partial class Befolkningsstart(
    Contracts.Befolkning befolkning, Personlast last, IOptions<FellesOptions> felles, IOptions<PopulationOptions> valg,
    ILogger<Befolkningsstart> logger, TimeProvider tid) : IStartupStep
{
    public int Order => 40;

    public async Task RunAsync(CancellationToken ct)
    {
        var oensket = valg.Value;
        if (!felles.Value.IsSandkasse || oensket.Size == 0 || !await last.KanLastesAsync(ct))
            return;
        Begynner(oensket.Size, oensket.Seed);
        var start = tid.GetTimestamp();
        var bestilling = new Befolkningsvalg(oensket.Size, oensket.Seed, oensket.ReferenceDate);
        var rapport = await befolkning.LagAsync(bestilling, new Framdriftslogg(logger, tid), ct);
        Ferdig(rapport.Personer, rapport.Virksomheter, tid.GetElapsedTime(start).TotalSeconds);
    }

    [LoggerMessage(4001, LogLevel.Information, "Making a population of {Antall} synthetic persons from the seed {Froe}")]
    private partial void Begynner(int antall, string froe);

    [LoggerMessage(4002, LogLevel.Information, "Made {Personer} persons and {Virksomheter} organisations in {Sekunder:F1} s")]
    private partial void Ferdig(long personer, long virksomheter, double sekunder);
}
