namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>How well the identity is checked.</summary>
public sealed record Identitetsgrunnlag : Opplysning
{
    public required Identitetsgrunnlagstatus Identitetsgrunnlagstatus { get; init; }
}
