using Felles.Storage.Oppslagslogg;
using Felles.Web.Problem;
using Felles.Web.Token;
using Microsoft.AspNetCore.Http;

namespace Felles.Web.Administrasjon;

/// <summary>Lets into the administration those whose organisation holds its scope now.</summary>
internal sealed class Administrasjonsfilter(TokenCheck tokens, Driftskontroll drift, LookupLog logg, TimeProvider tid)
    : Kallfilter("felles", logg, tid)
{
    protected override async ValueTask<(ValidatedToken? Token, Problemsvar? Avslag)> KontrollerAsync(HttpContext http)
    {
        var funnet = await tokens.CheckAsync(http);
        return funnet.Match<(ValidatedToken?, Problemsvar?)>(
            token => (token, Avslag(token)),
            () => (null, Problemsvar.Uautentisert(Administrasjonsfeilkoder.TokenMangler, null)),
            grunn => (null, Problemsvar.Uautentisert(Administrasjonsfeilkoder.TokenUgyldig, grunn)));
    }

    private Problemsvar? Avslag(ValidatedToken token) => !token.Scopes.Contains(AdministrasjonRuter.Scope)
        ? Problemsvar.UtenScope(Administrasjonsfeilkoder.ScopeMangler, AdministrasjonRuter.Scope)
        : drift(token.Konsument).Match<Problemsvar?>(
            () => null,
            () => Problemsvar.Av(StatusCodes.Status403Forbidden, Administrasjonsfeilkoder.DriftIkkeTildelt),
            () => Problemsvar.Utilgjengelig(Administrasjonsfeilkoder.TilgangUtdatert, 2));
}
