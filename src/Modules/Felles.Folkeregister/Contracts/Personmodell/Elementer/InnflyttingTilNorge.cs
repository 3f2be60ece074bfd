namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>An immigration.</summary>
public sealed record InnflyttingTilNorge : Opplysning
{
    public string? Fraflyttingsland { get; init; }

    public string? FraflyttingsstedIUtlandet { get; init; }
}
