namespace Felles.Storage.Tests.Oppslagslogg;

/// <summary>A clock that stands where a test sets it.</summary>
internal sealed class StiltKlokke(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
