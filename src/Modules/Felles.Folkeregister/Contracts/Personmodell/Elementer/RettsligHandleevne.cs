namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Limited legal capacity.</summary>
public sealed record RettsligHandleevne : Opplysning
{
    public string? RettsligHandleevneomfang { get; init; }
}
