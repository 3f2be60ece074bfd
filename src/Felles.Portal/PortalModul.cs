using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Felles.Portal.Delt;
using Felles.Portal.Utvikler;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace Felles.Portal;

/// <summary>What the host adds and maps of the portal.</summary>
public static class PortalModul
{
    private static readonly CultureInfo[] Languages = [new("nb"), new("en")];

    public static IServiceCollection AddPortal(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddLocalization();
        // Norwegian and Sámi letters as themselves, not as entities.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<Stilark>();
        services.AddSingleton<Registertall>();
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            options.Conventions.ConfigureFilter(new Sikkerhetshoder());
        });
        services.AddMvcCore().AddViewLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture("nb");
            options.SupportedCultures = Languages;
            options.SupportedUICultures = Languages;
            options.RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider { QueryStringKey = "spraak", UIQueryStringKey = "spraak" },
                new Spraakvalg(),
            ];
        });
        return services;
    }

    public static IEndpointRouteBuilder MapPortal(this IEndpointRouteBuilder routes)
    {
        routes.MapRazorPages();
        return routes;
    }
}
