namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Institution and order of a birth in Norway.</summary>
public sealed record FoedselINorge : Opplysning
{
    public string? Foedselsinstitusjonsnavn { get; init; }

    public int? Rekkefoelgenummer { get; init; }
}
