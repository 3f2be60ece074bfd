namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A document the person proved the identity with (element legitimasjonsdokument).</summary>
public sealed record Identifikasjonsdokument : Opplysning
{
    public string? Identifikasjonsdokumentnummer { get; init; }

    public required string Identifikasjonsdokumenttype { get; init; }

    public required string Utstederland { get; init; }

    public string? Utstedernavn { get; init; }

    public DateOnly? GyldigFra { get; init; }

    public DateOnly? GyldigTil { get; init; }

    public TekniskDokumentkontroll? Dokumentkontroll { get; init; }
}
