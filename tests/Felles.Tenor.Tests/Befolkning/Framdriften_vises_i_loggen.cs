using Felles.Tenor.Befolkning.Oppstart;
using Felles.Tenor.Contracts;
using Microsoft.Extensions.Logging;

namespace Felles.Tenor.Tests.Befolkning;

public sealed class Framdriften_vises_i_loggen
{
    [Fact]
    public void A_line_tells_how_far_it_has_come_every_five_seconds_and_not_more_often()
    {
        var (tid, logg) = (new Stilletid(), new Linjelogg());
        var framdrift = new Framdriftslogg(logg, tid);
        for (var sekund = 0; sekund <= 12; sekund++)
        {
            tid.Sekund = sekund;
            framdrift.Report(new(Befolkningstrinn.Personer, sekund * 1000, 20_000));
        }

        Assert.Equal(["Population, Personer: 5000 of 20000", "Population, Personer: 10000 of 20000"], logg.Linjer);
    }

    private sealed class Stilletid : TimeProvider
    {
        public long Sekund { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Sekund;
    }

    private sealed class Linjelogg : ILogger
    {
        public List<string> Linjer { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                Linjer.Add(formatter(state, exception));
    }
}
