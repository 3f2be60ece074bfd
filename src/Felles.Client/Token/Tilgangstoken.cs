namespace Felles.Client.Token;

/// <summary>An access token. Its text is a secret until it expires, so <see cref="ToString"/> does not tell it.</summary>
public sealed record Tilgangstoken(string Token, string Scope, DateTimeOffset Utloeper)
{
    public override string ToString() => $"token for {Scope} until {Utloeper:O}";
}
