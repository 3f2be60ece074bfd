namespace Felles.Client.Administrasjon;

/// <summary>A role for a person who logs in at an OIDC issuer.</summary>
public sealed record Rolletildeling(string Issuer, string Subject, string Orgnr, string Rolle);
