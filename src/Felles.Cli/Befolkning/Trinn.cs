using Felles.Tenor.Contracts;

namespace Felles.Cli.Befolkning;

/// <summary>One bar for all steps, each with about its share of the time.</summary>
internal sealed class Trinn(IProgress<long> til, long antall) : IProgress<Befolkningsframdrift>
{
    public void Report(Befolkningsframdrift value)
    {
        var (fra, del) = value.Trinn switch
        {
            Befolkningstrinn.Planlegger => (0, 0.1),
            Befolkningstrinn.Virksomheter => (0.1, 0.1),
            _ => (0.2, 0.8),
        };
        til.Report((long)(antall * (fra + (del * value.Ferdig / value.Av))));
    }
}
