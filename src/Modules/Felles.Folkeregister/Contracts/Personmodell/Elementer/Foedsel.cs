namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>When and where the person was born. The date may differ from the digits of the number.</summary>
public sealed record Foedsel : Opplysning
{
    public DateOnly? Foedselsdato { get; init; }

    public required string Foedselsaar { get; init; }

    public string? Foedested { get; init; }

    public string? FoedekommuneINorge { get; init; }

    public string? Foedeland { get; init; }
}
