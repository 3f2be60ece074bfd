namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A guardianship or a confirmed future power of attorney.</summary>
public sealed record VergemaalRepresentasjonEllerFremtidsfullmakt : Opplysning
{
    public Vergemaaltype? Vergemaaltype { get; init; }

    public string? Embete { get; init; }

    public required VergeRepresentantEllerFullmektig Verge { get; init; }
}
