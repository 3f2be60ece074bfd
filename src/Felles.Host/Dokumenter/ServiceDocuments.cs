namespace Felles.Host.Dokumenter;

/// <summary>One OpenAPI document for each service, and Swagger UI over them. A service is known by the start of its path.</summary>
internal static class ServiceDocuments
{
    private static readonly (string Name, string Title, string Prefix)[] Services =
    [
        ("folkeregisteret", "Folkeregisteret", "folkeregisteret/"),
        ("maskinporten", "Maskinporten", "maskinporten/"),
        ("administrasjon", "Felles: administration", "felles/api/"),
    ];

    public static IServiceCollection AddServiceDocuments(this IServiceCollection services)
    {
        foreach (var (name, title, prefix) in Services)
        {
            services.AddOpenApi(name, options =>
            {
                options.ShouldInclude = api => api.RelativePath?.StartsWith(prefix, StringComparison.Ordinal) == true;
                options.AddDocumentTransformer((document, _, _) =>
                {
                    document.Info.Title = title;
                    document.Info.Version = "v1";
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
            foreach (var (name, title, _) in Services)
            {
                options.SwaggerEndpoint($"/openapi/{name}.json", title);
            }
        });
    }
}
