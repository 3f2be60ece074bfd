namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A stay on Svalbard.</summary>
public sealed record OppholdPaaSvalbard : Opplysning
{
    public required AntattOppholdsvarighet AntattOppholdsvarighet { get; init; }

    public required DateOnly Startdato { get; init; }

    public DateOnly? Sluttdato { get; init; }

    public string? Fraflyttingsland { get; init; }

    public string? Fraflyttingskommunenummer { get; init; }

    public int? AntallTidligereOpphold { get; init; }
}
