using Felles.Tenor.Contracts;
using Microsoft.Extensions.Logging;

namespace Felles.Tenor.Befolkning.Oppstart;

/// <summary>
/// A line every few seconds while a large population is made: nothing listens until it is done, and silence looks like a fault. Called
/// from every thread that makes something.
/// </summary>
internal sealed partial class Framdriftslogg(ILogger logger, TimeProvider tid) : IProgress<Befolkningsframdrift>
{
    private static readonly TimeSpan Mellomrom = TimeSpan.FromSeconds(5);
    private long sist = tid.GetTimestamp();

    public void Report(Befolkningsframdrift value)
    {
        var forrige = Interlocked.Read(ref sist);
        var naa = tid.GetTimestamp();
        if (tid.GetElapsedTime(forrige, naa) >= Mellomrom && Interlocked.CompareExchange(ref sist, naa, forrige) == forrige)
            Kommet(value.Trinn, value.Ferdig, value.Av);
    }

    [LoggerMessage(4003, LogLevel.Information, "Population, {Trinn}: {Ferdig} of {Av}")]
    private partial void Kommet(Befolkningstrinn trinn, long ferdig, long av);
}
