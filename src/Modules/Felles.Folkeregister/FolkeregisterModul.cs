using Felles.Enhetsregister.Contracts;
using Felles.Folkeregister.Arkiv;
using Felles.Folkeregister.Bulkoppslag;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Entydigsoek;
using Felles.Folkeregister.Hendelser.Feed;
using Felles.Folkeregister.Hendelser.Oppslag;
using Felles.Folkeregister.Hendelser.Rydding;
using Felles.Folkeregister.Hendelser.Webhooks;
using Felles.Folkeregister.Import;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Oppslag;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Representasjon;
using Felles.Folkeregister.Skjemaer;
using Felles.Folkeregister.Soek;
using Felles.Folkeregister.Soek.Spoerring;
using Felles.Folkeregister.Soekeregister;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Folkeregister.Uttrekk;
using Felles.Folkeregister.Utvalgte;
using Felles.Kernel.Tid;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Web.Ndjson;
using Felles.Web.Struping;
using Felles.Web.Vert;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Felles.Folkeregister;

/// <summary>What the host adds and maps of this module.</summary>
public static class FolkeregisterModul
{
    public static IServiceCollection AddFolkeregister(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMigrations("folkeregister", typeof(FolkeregisterModul).Assembly);
        services.AddFellesOptions<FolkeregisterOptions>(configuration, FolkeregisterOptions.Section);
        services.AddNdjson();
        services.AddStruping(configuration);
        services.AddSingleton(sp => Personoppslag.For(sp.GetRequiredService<Database>()));
        services.AddSingleton(sp => new Pakkeplaner(sp.GetRequiredService<IOptions<FolkeregisterOptions>>().Value.Pakkevalg));
        services.AddSingleton<IStartupStep, Soekerettelse>();
        services.AddSingleton<Persontreff>();
        services.AddSingleton<Representerte>();
        services.AddSingleton<Kallvakt>();
        services.AddSingleton<Arkivoppslag>();
        services.AddUttrekk();
        services.AddSingleton(sp => new Innsyn(
            sp.GetRequiredService<Database>(), sp.GetRequiredService<LookupLogReader>(), sp.GetRequiredService<Enheter>()));
        services.AddSingleton<Hendelseslager>();
        services.AddSingleton<Feedregler>();
        services.AddSingleton<Feedleser>();
        services.AddSingleton(sp => new Feedlager(sp.GetRequiredService<IOptions<FolkeregisterOptions>>().Value.FeedlagerBytes));
        services.AddSingleton<Feedende>();
        services.AddHostedService(sp => sp.GetRequiredService<Feedende>());
        services.AddSingleton<Hendelsesrydding>();
        services.AddHostedService(sp => sp.GetRequiredService<Hendelsesrydding>());
        services.AddWebhooks();
        services.AddSingleton<Persontelling>();
        services.AddSingleton<Eksempelsoek>();
        services.AddSingleton<Personskriving>();
        services.AddSingleton<Personimport>();
        services.AddSingleton<Personeksport>();
        services.AddSingleton(sp => new Personlast(sp.GetRequiredService<Database>()));
        services.AddSingleton(sp => new Personregister(sp.GetRequiredService<Personimport>(), sp.GetRequiredService<Personeksport>()));
        services.AddSingleton(sp => new Registreringer(
            sp.GetRequiredService<Database>(), sp.GetRequiredService<Registerklokke>(),
            // In a test environment nobody is real, and the numbers show it.
            syntetisk: sp.GetRequiredService<IOptions<FellesOptions>>().Value.Miljoe == Miljoe.Test));
        services.AddSingleton(sp => new Personer(
            sp.GetRequiredService<Personoppslag>(), sp.GetRequiredService<Persontelling>(), sp.GetRequiredService<Eksempelsoek>()));
        return services;
    }

    public static IEndpointRouteBuilder MapFolkeregister(this IEndpointRouteBuilder routes)
    {
        var vakt = routes.ServiceProvider.GetRequiredService<Kallvakt>();
        var personer = routes.ServiceProvider.GetRequiredService<Personoppslag>();
        var planer = routes.ServiceProvider.GetRequiredService<Pakkeplaner>();
        // No page middleware (files, language, sign-in) runs before the services: each costs more than a part of the look-up itself.
        // The outermost rim comes with them instead.
        var tjenester = routes.MapGroup("").WithMetadata(new ErrorBody(UtenforTjenesten.SkrivAsync));
        tjenester.ShortCircuit();
        var struper = routes.ServiceProvider.GetRequiredService<Struper>();
        ((IEndpointConventionBuilder)tjenester).Finally(endpoint => endpoint.RequestDelegate = ErrorBoundary.Around(
            struper.Around(endpoint.RequestDelegate!, UtenforTjenesten.StrupAsync), routes.ServiceProvider));
        OppslagEndpoint.Map(tjenester, vakt, personer, planer);
        BulkEndpoint.Map(tjenester, vakt, personer, planer);
        SkjemaEndpoint.Map(tjenester, vakt);
        ArkivEndpoint.Map(tjenester, vakt, routes.ServiceProvider.GetRequiredService<Arkivoppslag>(), planer);
        BulkarkivEndpoint.Map(tjenester, vakt, routes.ServiceProvider.GetRequiredService<Arkivoppslag>(), planer);
        tjenester.MapUttrekk(vakt);
        var feedende = routes.ServiceProvider.GetRequiredService<Feedende>();
        FeedEndpoint.Map(
            tjenester, vakt, routes.ServiceProvider.GetRequiredService<Feedleser>(),
                routes.ServiceProvider.GetRequiredService<Feedregler>(),
            feedende, routes.ServiceProvider.GetRequiredService<Registerklokke>());
        SekvensnummerEndpoint.Map(tjenester, vakt, feedende);
        var hendelseslager = routes.ServiceProvider.GetRequiredService<Hendelseslager>();
        HendelseEndpoint.Map(tjenester, vakt, hendelseslager);
        BulkhendelserEndpoint.Map(tjenester, vakt, hendelseslager);
        var persontreff = routes.ServiceProvider.GetRequiredService<Persontreff>();
        var valg = routes.ServiceProvider.GetRequiredService<IOptions<FolkeregisterOptions>>().Value;
        SoekEndpoint.Map(tjenester, vakt, persontreff, planer, valg);
        EntydigsoekEndpoint.Map(tjenester, vakt, persontreff, personer, planer);
        if (valg.SoekPaaVerge)
            RepresentasjonEndpoint.Map(tjenester, vakt, routes.ServiceProvider.GetRequiredService<Representerte>(), planer);
        UkjentEndpoint.Map(tjenester);
        Personruter.Map(routes);
        return routes;
    }
}
