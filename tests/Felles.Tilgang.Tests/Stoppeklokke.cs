namespace Felles.Tilgang.Tests;

/// <summary>The system's clock, which a test can put forward and hold.</summary>
internal sealed class Stoppeklokke : TimeProvider
{
    private long tillegg;

    public override long TimestampFrequency => System.TimestampFrequency;

    public void Stillfram(TimeSpan tid) => Interlocked.Add(ref tillegg, (long)(tid.TotalSeconds * TimestampFrequency));

    public override long GetTimestamp() => System.GetTimestamp() + Interlocked.Read(ref tillegg);

    public override DateTimeOffset GetUtcNow() =>
        System.GetUtcNow() + TimeSpan.FromSeconds((double)Interlocked.Read(ref tillegg) / TimestampFrequency);
}
