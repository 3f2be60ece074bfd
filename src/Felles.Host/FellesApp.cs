using Felles.Enhetsregister;
using Felles.Folkeregister;
using Felles.Host.Administrasjon;
using Felles.Host.Dokumenter;
using Felles.Host.Nullstilling;
using Felles.Host.Oppstart;
using Felles.Maskinporten;
using Felles.Maskinporten.Contracts;
using Felles.Portal;
using Felles.Storage;
using Felles.Tenor;
using Felles.Tilgang;
using Felles.Tilgang.Contracts;
using Felles.Web.Administrasjon;
using Felles.Web.Maalinger;
using Felles.Web.Telemetri;
using Felles.Web.Token;
using Felles.Web.Vert;

namespace Felles.Host;

/// <summary>The whole program: every module added and mapped. Tests start it in process exactly as <c>Program</c> does.</summary>
public static class FellesApp
{
    public static WebApplication Create(string[] args)
    {
        // The settings file lies beside the program; felles-data/ is made where the user stands.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            // Pages and their files are found by this name, whoever started the process.
            ApplicationName = typeof(FellesApp).Assembly.GetName().Name,
        });
        var configuration = builder.Configuration;
        configuration.AddAddressDefaults();
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var quiet = new QuietStart();
        builder.Services.PostConfigure<LoggerFilterOptions>(quiet.Filter);
        builder.Services
            .AddStorage(configuration)
            .AddTokenCheck(configuration)
            .AddSingleton<ISigningKeySource>(services => services.GetRequiredService<Tokennoekler>())
            .AddSingleton<Driftskontroll>(services => Driftstilgang.Kontroll(services.GetRequiredService<Tilgangskontroll>()))
            .AddFellesMetrics(configuration)
            .AddTelemetri(configuration)
            .AddRequestLogging()
            .AddEnhetsregister(configuration)
            .AddTilgang(configuration)
            .AddFolkeregister(configuration)
            .AddMaskinporten(configuration)
            .AddTenor(configuration)
            .AddPortal(configuration)
            .AddServiceDocuments()
            .AddReadiness()
            .AddSingleton<Nullstillingsoenske>()
            .AddHostedService<Banner>();

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(quiet.Started);
        app.UseRequestLogging();
        app.UseErrorBoundary();
        app.UseStaticFiles();
        app.UseRequestLocalization();
        app.MapEnhetsregister();
        app.MapTilgang();
        app.MapFolkeregister();
        app.MapMaskinporten();
        app.MapTenor();
        app.MapPortal();
        app.MapServiceDocuments();
        app.MapReadiness();
        app.MapLoggkontroll();
        app.MapNullstilling();
        app.MapFellesMetrics();
        return app;
    }
}
