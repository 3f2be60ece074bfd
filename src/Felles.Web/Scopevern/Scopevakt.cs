using Felles.Storage.Oppslagslogg;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Felles.Web.Token;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Web.Scopevern;

/// <summary>Lets in those whose token has one of the scopes of the route, as long as the organisation holds it.</summary>
internal sealed class Scopevakt(string tjeneste, Func<Problemsvar, IResult>? form, IServiceProvider tjenester)
    : Kallfilter(tjeneste, tjenester.GetRequiredService<LookupLog>(), tjenester.GetRequiredService<TimeProvider>())
{
    private readonly TokenCheck tokens = tjenester.GetRequiredService<TokenCheck>();
    private readonly Scopekontroll kontroll = tjenester.GetRequiredService<Scopekontroll>();

    protected override async ValueTask<(ValidatedToken? Token, Problemsvar? Avslag)> KontrollerAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Scopekrav>() is not { } krav) return default;
        var funnet = await tokens.CheckAsync(http);
        return funnet.Match<(ValidatedToken?, Problemsvar?)>(
            token => (token, Avslag(token, krav.EttAv)),
            () => (null, Problemsvar.Uautentisert(Administrasjonsfeilkoder.TokenMangler, null)),
            grunn => (null, Problemsvar.Uautentisert(Administrasjonsfeilkoder.TokenUgyldig, grunn)));
    }

    protected override IResult Form(Problemsvar avslag) => form?.Invoke(avslag) ?? avslag;

    private Problemsvar? Avslag(ValidatedToken token, string[] ettAv)
    {
        // The first that is granted opens; what the others lack does not matter then.
        var avslag = Problemsvar.UtenScope(Scopevernfeilkoder.ScopeMangler, string.Join(' ', ettAv));
        foreach (var scope in ettAv)
        {
            if (!token.Scopes.Contains(scope)) continue;
            var svar = kontroll(token, scope).Match<Problemsvar?>(
                () => null,
                () => Problemsvar.Av(StatusCodes.Status403Forbidden, Scopevernfeilkoder.ScopeIkkeTildelt),
                () => Problemsvar.Utilgjengelig(Administrasjonsfeilkoder.TilgangUtdatert, 2));
            if (svar is null) return null;
            avslag = svar;
        }

        return avslag;
    }
}
