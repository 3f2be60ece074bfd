namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>An address abroad in parts.</summary>
public sealed record InternasjonalAdresse
{
    public string? CoAdressenavn { get; init; }

    public string? Adressenavn { get; init; }

    public string? Bygning { get; init; }

    public string? Etasjenummer { get; init; }

    public string? Boenhet { get; init; }

    public string? Postboks { get; init; }

    public string? Postkode { get; init; }

    public string? ByEllerStedsnavn { get; init; }

    public string? Distriktsnavn { get; init; }

    public string? Region { get; init; }

    public required string Landkode { get; init; }
}
