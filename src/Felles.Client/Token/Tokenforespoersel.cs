namespace Felles.Client.Token;

/// <summary>What is asked of Maskinporten. Equal requests share a cached token.</summary>
/// <param name="Scope">One scope, or several with spaces between.</param>
/// <param name="ConsumerOrg">The organisation a supplier acts for.</param>
/// <param name="Resource">The audience wanted in the token; Folkeregisteret's must be left out.</param>
public sealed record Tokenforespoersel(string Scope, string? ConsumerOrg = null, string? Resource = null);
