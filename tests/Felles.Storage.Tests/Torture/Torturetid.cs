namespace Felles.Storage.Tests.Torture;

/// <summary>How long the torture goes on: a few seconds while developing, <c>FELLES_TORTURE_SECONDS</c> in the full run.</summary>
internal static class Torturetid
{
    public static TimeSpan Lengde { get; } =
        TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("FELLES_TORTURE_SECONDS"), out var seconds) ? seconds : 4);
}
