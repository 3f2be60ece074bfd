namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A name that the person has or had.</summary>
public sealed record Folkeregisterpersonnavn : Opplysning
{
    public required string Fornavn { get; init; }

    public string? Mellomnavn { get; init; }

    public required string Etternavn { get; init; }

    public string? ForkortetNavn { get; init; }

    public Personnavn? OriginaltNavn { get; init; }
}
