using Microsoft.OpenApi;

namespace Felles.Host.Dokumenter;

/// <summary>One OpenAPI document for each service, and Swagger UI over them. A service is known by the start of its path.</summary>
internal static class ServiceDocuments
{
    private const string Bearer = "bearer";

    private static readonly (string Name, string Title, string[] Prefixes, bool TakesToken)[] Services =
    [
        ("folkeregisteret", "Folkeregisteret", ["folkeregisteret/"], true),
        ("maskinporten", "Maskinporten", ["maskinporten/", "sandkasse/"], false),
        ("samarbeid", "Maskinporten: self-service", ["samarbeid/api/"], true),
        ("altinn", "Altinn: access management", ["altinn/"], true),
        ("administrasjon", "Felles: administration", ["felles/api/"], true),
    ];

    public static IServiceCollection AddServiceDocuments(this IServiceCollection services)
    {
        foreach (var (name, title, prefixes, takesToken) in Services)
        {
            services.AddOpenApi(name, options =>
            {
                options.ShouldInclude = api =>
                    prefixes.Any(prefix => api.RelativePath?.StartsWith(prefix, StringComparison.Ordinal) == true);
                options.AddDocumentTransformer((document, _, _) =>
                {
                    document.Info.Title = title;
                    document.Info.Version = "v1";
                    if (takesToken)
                        AddBearer(document);
                    return Task.CompletedTask;
                });
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
            foreach (var (name, title, _, _) in Services)
            {
                options.SwaggerEndpoint($"/openapi/{name}.json", title);
            }
        });
    }

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
