using Felles.Kernel.Feil;

namespace Felles.Web.Scopevern;

/// <summary>Refusals at the door of the self-service API and of Altinn's services.</summary>
public static class Scopevernfeilkoder
{
    private const string Sted = "samarbeid og altinn";

    public static readonly Feilkode ScopeMangler = new("scope-ikke-i-token", "The token has none of the scopes that open this call.", Sted);
    public static readonly Feilkode ScopeIkkeTildelt =
        new("scope-ikke-tildelt", "The organisation does not hold the scope of the token now.", Sted);
}
