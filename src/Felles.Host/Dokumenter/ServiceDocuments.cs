using Felles.Tilgang.Contracts;
using Felles.Web.Dokumenter;
using Microsoft.OpenApi;

namespace Felles.Host.Dokumenter;

/// <summary>One OpenAPI document for each service, and Swagger UI over them. A service is known by the start of its path.</summary>
internal static class ServiceDocuments
{
    private const string Bearer = "bearer";

    private static readonly (string Name, string Title, string[] Prefixes, bool TakesToken, string? Description)[] Services =
    [
        .. Rettighetspakke.Alle.Select(
            pakke => ($"folkeregisteret-{pakke.Navn}", $"Folkeregisteret: {pakke.Tittel}", new[] { $"folkeregisteret/{pakke.Sti}/v1/" }, true, OfPackage(pakke))),
        ("maskinporten", "Maskinporten", ["maskinporten/", "sandkasse/"], false, null),
        ("samarbeid", "Maskinporten: self-service", ["samarbeid/api/"], true, null),
        ("altinn", "Altinn: access management", ["altinn/"], true, null),
        ("administrasjon", "Felles: administration", ["felles/api/"], true, null),
    ];

    public static IServiceCollection AddServiceDocuments(this IServiceCollection services)
    {
        services.AddSingleton(new Tjenestedokumenter([.. Services.Select(service => service.Name)]));
        foreach (var (name, title, prefixes, takesToken, description) in Services)
        {
            services.AddOpenApi(name, options =>
            {
                options.ShouldInclude = api =>
                    prefixes.Any(prefix => api.RelativePath?.StartsWith(prefix, StringComparison.Ordinal) == true);
                options.AddDocumentTransformer((document, _, _) =>
                {
                    document.Info.Title = title;
                    document.Info.Version = "v1";
                    document.Info.Description = description;
                    if (takesToken)
                        AddBearer(document);
                    return Task.CompletedTask;
                });
                options.AddOperationTransformer(ModuleOperations.DescribeAsync);
            });
        }

        return services;
    }

    public static void MapServiceDocuments(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "swagger";
            options.DocumentTitle = "Felles";
            foreach (var (name, title, _, _, _) in Services)
            {
                options.SwaggerEndpoint($"/openapi/{name}.json", title);
            }
        });
    }

    private static string OfPackage(Rettighetspakke pakke) =>
        $"Rettighetspakken {pakke.Navn}; scope {string.Join(" eller ", new[] { pakke.Scope, pakke.SegmentScope }.OfType<string>())}. "
        + "Det pakken aldri får, står ikke her. Nye felter, koder og parametre kan komme uten ny versjon. "
        + "Svar i XML er beskrevet av personer/xsd, hendelser/xsd og hendelser/feedxsd.";

    /// <summary>So that Swagger UI has a field for the token and sends it.</summary>
    private static void AddBearer(OpenApiDocument document)
    {
        document.AddComponent(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            BearerFormat = "JWT",
            Description = "An access token of Maskinporten with the scope of the service.",
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
    }
}
