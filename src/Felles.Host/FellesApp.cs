using Felles.Enhetsregister;
using Felles.Folkeregister;
using Felles.Maskinporten;
using Felles.Tenor;
using Felles.Tilgang;

namespace Felles.Host;

/// <summary>The whole program: every module added and mapped. Tests start it in process exactly as <c>Program</c> does.</summary>
public static class FellesApp
{
    public static WebApplication Create(string[] args)
    {
        // The settings file lies beside the program; felles-data/ is made where the user stands.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Services
            .AddEnhetsregister(builder.Configuration)
            .AddTilgang(builder.Configuration)
            .AddFolkeregister(builder.Configuration)
            .AddMaskinporten(builder.Configuration)
            .AddTenor(builder.Configuration);

        var app = builder.Build();
        app.MapEnhetsregister();
        app.MapTilgang();
        app.MapFolkeregister();
        app.MapMaskinporten();
        app.MapTenor();
        return app;
    }
}
