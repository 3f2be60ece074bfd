namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Relation to the electoral roll of Sametinget; not shared since 2023-04-03.</summary>
public sealed record SametingetsValgmanntall : Opplysning
{
    public required ForholdTilSametingetsValgmanntall Forhold { get; init; }

    public required DateOnly Vedtaksdato { get; init; }
}
