namespace Felles.Enhetsregister.Contracts;

/// <summary>A code and its text.</summary>
public sealed record Kodeverdi
{
    public required string Kode { get; init; }

    public string? Beskrivelse { get; init; }
}
