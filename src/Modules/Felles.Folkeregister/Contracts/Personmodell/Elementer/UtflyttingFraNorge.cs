namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>An emigration.</summary>
public sealed record UtflyttingFraNorge : Opplysning
{
    public string? Tilflyttingsland { get; init; }

    public string? TilflyttingsstedIUtlandet { get; init; }

    public DateOnly? Utflyttingsdato { get; init; }
}
