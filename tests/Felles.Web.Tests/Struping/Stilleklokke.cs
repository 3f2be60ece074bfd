namespace Felles.Web.Tests.Struping;

/// <summary>A clock whose elapsed time moves only when it is told.</summary>
internal sealed class Stilleklokke : TimeProvider
{
    private long naa = 1_000_000;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Gaa(TimeSpan tid) => naa += tid.Ticks;

    public override long GetTimestamp() => naa;
}
