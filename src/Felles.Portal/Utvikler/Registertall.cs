using Felles.Enhetsregister.Contracts;
using Felles.Folkeregister.Contracts;

namespace Felles.Portal.Utvikler;

/// <summary>How many there are in the registers. Counting millions takes seconds, so the figures may be a minute old.</summary>
internal sealed class Registertall(Personer personer, Enheter enheter, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Holdbarhet = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim en = new(1, 1);
    private volatile Telling? sist;

    public async ValueTask<(long Personer, long Virksomheter)> LesAsync(CancellationToken ct)
    {
        if (sist is { } fersk && clock.GetElapsedTime(fersk.Lest) < Holdbarhet)
            return (fersk.Personer, fersk.Virksomheter);
        await en.WaitAsync(ct);
        try
        {
            if (sist is not { } kjent || clock.GetElapsedTime(kjent.Lest) >= Holdbarhet)
            {
                var antall = await personer.TellAsync(ct);
                sist = kjent = new Telling(antall.Alle, await enheter.TellAsync(ct), clock.GetTimestamp());
            }

            return (kjent.Personer, kjent.Virksomheter);
        }
        finally
        {
            en.Release();
        }
    }

    public void Dispose() => en.Dispose();

    private sealed record Telling(long Personer, long Virksomheter, long Lest);
}
