using Felles.Enhetsregister.Contracts;
using Felles.Maskinporten.Contracts;
using Felles.Maskinporten.Klienter;
using Felles.Maskinporten.Metadata;
using Felles.Maskinporten.Noekler;
using Felles.Maskinporten.Sandkasse;
using Felles.Maskinporten.Selvbetjening;
using Felles.Maskinporten.Sandkasse.Forklaring;
using Felles.Maskinporten.Sandkasse.Sertifikater;
using Felles.Maskinporten.Sertifikater;
using Felles.Maskinporten.Token;
using Felles.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Felles.Maskinporten;

/// <summary>What the host adds and maps of this module.</summary>
public static class MaskinportenModul
{
    public static IServiceCollection AddMaskinporten(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddFellesOptions<MaskinportenOptions>(configuration, "Felles:Maskinporten");
        services.AddFellesOptions<SandkasseOptions>(configuration, "Felles:Sandkasse");
        services.AddMigrations("maskinporten", typeof(MaskinportenModul).Assembly);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(sp => sp.GetRequiredService<IOptions<MaskinportenOptions>>().Value);
        services.AddSingleton(sp => new Maskinportenoppsett(
            sp.GetRequiredService<MaskinportenOptions>(), sp.GetRequiredService<IOptions<FellesOptions>>().Value));
        AddKlienter(services);
        AddNoekler(services);
        AddSertifikater(services);
        AddToken(services);
        return services;
    }

    public static IEndpointRouteBuilder MapMaskinporten(this IEndpointRouteBuilder routes)
    {
        MetadataEndpoint.Map(routes);
        JwkEndpoint.Map(routes);
        TokenEndpoint.Map(routes);
        Roteringsruter.Map(routes);
        Klientruter.Map(routes);
        Tilgang.Contracts.Selvbetjeningsruter.Map(routes, static ruter =>
        {
            Klientselvbetjening.Map(ruter);
            Noekkelselvbetjening.Map(ruter);
        });
        if (!routes.ServiceProvider.GetRequiredService<Maskinportenoppsett>().ErSandkasse)
            return routes;
        SandkassetokenEndpoint.Map(routes);
        ForklaringEndpoint.Map(routes);
        Sertifikatruter.Map(routes);
        return routes;
    }

    private static void AddKlienter(IServiceCollection services)
    {
        services.AddSingleton<Endringsvarsel>();
        services.AddSingleton<Klientminne>();
        services.AddSingleton<Klientlager>();
        services.AddSingleton<Endringslogg>();
        services.AddSingleton(sp => new Klientregister(
            sp.GetRequiredService<Klientminne>(), sp.GetRequiredService<Klientlager>(), sp.GetRequiredService<Enheter>()));
        services.AddSingleton<Klientselvbetjening>();
        services.AddSingleton<Noekkelselvbetjening>();
        services.AddSingleton<Endringsfoelger>();
        services.AddHostedService(sp => sp.GetRequiredService<Endringsfoelger>());
        services.AddHealthChecks().AddCheck<Klienthelse>("clients");
        services.AddSingleton<IStartupStep, Oppstart>();
        services.AddSingleton<IStartupStep, Sandkassestart>();
    }

    private static void AddNoekler(IServiceCollection services)
    {
        services.AddHttpClient(Utstedernoekler.HttpKlient, klient =>
        {
            klient.Timeout = TimeSpan.FromSeconds(5);
            klient.MaxResponseContentBufferSize = 1024 * 1024;
        }).ConfigurePrimaryHttpMessageHandler(BareAdressen);
        services.AddSingleton<Noekkelring>();
        services.AddSingleton<Signeringslager>();
        services.AddSingleton<Signeringsendring>();
        services.AddSingleton<Utstedernoekler>();
        services.AddSingleton(
            sp => new Signeringsnoekler(sp.GetRequiredService<Noekkelring>(), sp.GetRequiredService<Signeringsendring>()));
        services.AddSingleton(sp => new Tokennoekler(
            sp.GetRequiredService<Maskinportenoppsett>(),
            sp.GetRequiredService<Noekkelring>(),
            sp.GetRequiredService<Utstedernoekler>(),
            sp.GetRequiredService<Endringsvarsel>()));
    }

    private static void AddSertifikater(IServiceCollection services)
    {
        services.AddHttpClient(Sperrelistehenting.HttpKlient).ConfigurePrimaryHttpMessageHandler(BareAdressen);
        services.AddSingleton(sp => sp.GetRequiredService<MaskinportenOptions>().Sertifikater);
        services.AddSingleton<Tillit>();
        services.AddSingleton<Sperrelister>();
        services.AddSingleton<Sperrelistehenting>();
        services.AddSingleton<Sperrelistefoelger>();
        services.AddHostedService(sp => sp.GetRequiredService<Sperrelistefoelger>());
        services.AddSingleton<Sertifikatkontroll>();
        services.AddSingleton<Testsertifikatlager>();
        services.AddSingleton<Testutsteder>();
        services.AddSingleton<IStartupStep>(sp => sp.GetRequiredService<Testutsteder>());
    }

    // Keys and revocation lists come from the address of the settings: whoever answers there must not send this program elsewhere.
    private static SocketsHttpHandler BareAdressen() => new() { AllowAutoRedirect = false, UseCookies = false };

    private static void AddToken(IServiceCollection services)
    {
        services.AddSingleton<Engangsminne>();
        services.AddHostedService<Rydding>();
        services.AddSingleton<Tokenrekkefoelge>();
        services.AddSingleton<Utstedelse>();
        services.AddSingleton<Tokenlogg>();
        services.AddSingleton<TokenEndpoint>();
        services.AddSingleton<Sandkassevakt>();
        services.AddSingleton<SandkassetokenEndpoint>();
        services.AddSingleton<Assertionforklaring>();
        services.AddSingleton<Tokenforklaring>();
        services.AddSingleton<ForklaringEndpoint>();
    }
}
