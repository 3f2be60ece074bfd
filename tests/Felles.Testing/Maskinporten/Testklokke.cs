namespace Felles.Testing.Maskinporten;

/// <summary>The protocol clock moved by a test. Only the time of day moves; timers and elapsed time stay real.</summary>
public sealed class Testklokke : TimeProvider
{
    private long flyttet;

    public void Flytt(TimeSpan tid) => Interlocked.Add(ref flyttet, tid.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref flyttet));
}
