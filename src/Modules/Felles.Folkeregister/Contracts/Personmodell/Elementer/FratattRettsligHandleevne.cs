namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Defined in the schema, never filled.</summary>
public sealed record FratattRettsligHandleevne : Opplysning;
