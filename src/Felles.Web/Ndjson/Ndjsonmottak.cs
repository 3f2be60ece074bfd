using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;

namespace Felles.Web.Ndjson;

/// <summary>
/// What the imports of the administration API share. The media type is judged here and not by the router, which would answer 415 without a
/// body and without a log entry.
/// </summary>
public static class Ndjsonmottak
{
    public const string Medietype = "application/x-ndjson";

    // Long enough for somebody to make room; the sender has the file still.
    private const int ProevIgjenOm = 60;

    /// <summary>The folder that imports are laid aside in. Safe to call from every module that imports.</summary>
    public static IServiceCollection AddNdjson(this IServiceCollection services)
    {
        services.TryAddSingleton<Spoolmappe>();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<Storage.IStartupStep, Spoolmappe>(s => s.GetRequiredService<Spoolmappe>()));
        return services;
    }

    public static async Task<IResult> TaImotAsync(HttpContext http, Func<Task<IResult>> importer)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals(Medietype, StringComparison.OrdinalIgnoreCase))
            return Problemsvar.Av(StatusCodes.Status415UnsupportedMediaType, Administrasjonsfeilkoder.FeilMedietype, $"Send {Medietype}.");
        // A register is gigabytes; it is read line by line.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } grense)
            grense.MaxRequestBodySize = null;
        try
        {
            return await importer();
        }
        catch (SpoolException)
        {
            return Problemsvar.Utilgjengelig(Ndjsonfeilkoder.IngenPlass, ProevIgjenOm);
        }
    }
}
