using Felles.Storage;
using Felles.Tilgang.Altinn;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Delegeringer;
using Felles.Tilgang.Endring;
using Felles.Tilgang.Pakketilganger;
using Felles.Tilgang.Prefikser;
using Felles.Tilgang.Roller;
using Felles.Tilgang.Sandkasse;
using Felles.Tilgang.Scopes;
using Felles.Tilgang.Scopetilganger;
using Felles.Tilgang.Selvbetjening;
using Felles.Tilgang.Tilgangsminne;
using Felles.Web.Administrasjon;
using Felles.Web.Scopevern;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Felles.Tilgang;

/// <summary>What the host adds and maps of this module.</summary>
public static class TilgangModul
{
    public static IServiceCollection AddTilgang(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMigrations("tilgang", typeof(TilgangModul).Assembly);
        services.AddFellesOptions<TilgangOptions>(configuration, TilgangOptions.Section);
        services.AddSingleton<Endringsmiljoe>();
        AddMinne(services);
        services.AddSingleton<Virksomhetsendring>();
        services.AddSingleton<Scopeselvbetjening>();
        services.AddSingleton<Tilgangsselvbetjening>();
        services.AddSingleton<Kildeselvbetjening>();
        services.AddSingleton<Leverandoerendring>();
        services.AddSingleton<Prefikslager>();
        services.AddSingleton<Prefiksendring>();
        services.AddSingleton<Scopelager>();
        services.AddSingleton<Scopeendring>();
        services.AddSingleton<Scopetilgangsendring>();
        services.AddSingleton<Scopetilgangslister>();
        services.AddSingleton<Pakketilgangsendring>();
        services.AddSingleton<Pakketilgangslister>();
        services.AddSingleton<Delegeringsendring>();
        services.AddSingleton<Delegeringslister>();
        services.AddSingleton<Rollelager>();
        services.AddSingleton<Rolleendring>();
        services.AddSingleton(s => new Tilgangsforvaltning(
            s.GetRequiredService<Scopetilgangsendring>(),
            s.GetRequiredService<Pakketilgangsendring>(),
            s.GetRequiredService<Rolleendring>(),
            s.GetRequiredService<Scopeendring>(),
            s.GetRequiredService<Delegeringsendring>()));
        services.AddSingleton<IStartupStep, Sandkassevirksomheter>();
        services.AddSingleton<IStartupStep, Scopefroe>();
        services.AddSingleton<IStartupStep, Sandkasseprefikser>();
        services.AddSingleton<IStartupStep, Sandkassetilganger>();
        services.AddSingleton<IStartupStep, Sandkassedelegeringer>();
        return services;
    }

    public static IEndpointRouteBuilder MapTilgang(this IEndpointRouteBuilder routes)
    {
        var administrasjon = routes.MapAdministrasjon();
        Scoperuter.Map(administrasjon);
        Scopetilgangsruter.Map(administrasjon);
        Pakketilgangsruter.Map(administrasjon);
        Rolleruter.Map(administrasjon);
        Delegeringsruter.Map(administrasjon);
        Prefiksruter.Map(administrasjon);
        Altinnruter.Map(routes);
        Selvbetjeningsruter.Map(routes, static ruter =>
        {
            Scopeselvbetjening.Map(ruter);
            Tilgangsselvbetjening.Map(ruter);
            Kildeselvbetjening.Map(ruter);
        });
        return routes;
    }

    private static void AddMinne(IServiceCollection services)
    {
        services.AddSingleton<Tilgangstilstand>();
        services.AddSingleton<Tilgangsfoelger>();
        services.AddHostedService(s => s.GetRequiredService<Tilgangsfoelger>());
        services.AddSingleton(s =>
        {
            var foelger = s.GetRequiredService<Tilgangsfoelger>();
            var valg = s.GetRequiredService<IOptions<TilgangOptions>>().Value;
            return new Tilgangskontroll(
                s.GetRequiredService<Tilgangstilstand>(),
                () => foelger.Behind,
                TimeSpan.FromSeconds(valg.KontaktgrenseSekunder),
                valg.UtstedereMedEgneDelegeringer);
        });
        services.AddSingleton<Scopekontroll>(s =>
        {
            var kontroll = s.GetRequiredService<Tilgangskontroll>();
            return (token, scope) => Scopeadgang.Av(kontroll, token, scope);
        });
        services.AddHealthChecks().AddCheck<Tilgangshelse>("access");
    }
}
