namespace Felles.Cli.Kjoering;

/// <summary>Ends a command with a message for the person at the keyboard: what happened, and what to do about it.</summary>
internal sealed class Kommandofeil : Exception
{
    public Kommandofeil(Utgangskode kode, string melding, string? raad = null, Exception? aarsak = null)
        : base(melding, aarsak)
    {
        Kode = kode;
        Raad = raad;
    }

    public Utgangskode Kode { get; }

    /// <summary>What to do.</summary>
    public string? Raad { get; }

    /// <summary>The service's stable code, for <c>--json</c>.</summary>
    public string? Tjenestekode { get; init; }

    public string? Korrelasjonsid { get; init; }
}
