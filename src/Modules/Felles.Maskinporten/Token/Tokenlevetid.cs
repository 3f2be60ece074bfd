using Felles.Maskinporten.Contracts;
using Scope = Felles.Tilgang.Contracts.Scope;

namespace Felles.Maskinporten.Token;

/// <summary>
/// How long a token lives: what the client is registered with or else the default, never longer than the owner of any of the scopes
/// allows (<c>at_max_age</c>, 0 for no limit; Digdir, «Levetid på access_token») nor than this installation does.
/// </summary>
internal static class Tokenlevetid
{
    public static int Sekunder(Klient klient, IReadOnlyList<Scope> scopes, MaskinportenOptions options)
    {
        var sekunder = Math.Min(klient.Levetid > 0 ? klient.Levetid : options.TokenLifetimeSeconds, options.LongestTokenLifetimeSeconds);
        foreach (var scope in scopes)
        {
            if (scope.AtMaxAge > 0)
                sekunder = Math.Min(sekunder, scope.AtMaxAge);
        }

        return sekunder;
    }
}
