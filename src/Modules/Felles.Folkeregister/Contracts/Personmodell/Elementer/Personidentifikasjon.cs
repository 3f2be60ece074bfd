namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A number given by another country or by the immigration authorities.</summary>
public sealed record Personidentifikasjon : Opplysning
{
    public required string Identifikasjonsnummer { get; init; }

    public required string Identifikasjonsnummertype { get; init; }

    public required string Utstederland { get; init; }
}
