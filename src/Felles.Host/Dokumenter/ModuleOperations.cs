using System.Text.Json.Nodes;
using Felles.Web.Dokumenter;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Felles.Host.Dokumenter;

/// <summary>Puts what a module says of its operations (<see cref="OpenApiOperasjon"/>) into the document.</summary>
internal static class ModuleOperations
{
    // The reader's rules are made for whole documents: a fragment has no path that its parameters could be held against.
    private static readonly OpenApiReaderSettings Fragments = new() { RuleSet = ValidationRuleSet.GetEmptyRuleSet() };

    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        // One endpoint takes GET and HEAD, and an operation id is unique in its document.
        if (HttpMethods.IsHead(context.Description.HttpMethod ?? ""))
            operation.OperationId += "-head";
        var own = context.Description.ActionDescriptor.EndpointMetadata.OfType<OpenApiOperasjon>().FirstOrDefault();
        if (own is null || context.Document is not { } document)
            return Task.CompletedTask;
        var fragment = own.Les(context.ApplicationServices);
        foreach (var (name, schema) in fragment.Skjemaer)
        {
            if (document.Components?.Schemas?.ContainsKey(name) != true)
                document.AddComponent(name, Read<OpenApiSchema>(schema, document));
        }

        var read = Read<OpenApiOperation>(fragment.Operasjon, document);
        operation.Parameters = read.Parameters;
        operation.RequestBody = read.RequestBody;
        operation.Responses = read.Responses;
        if (HttpMethods.IsHead(context.Description.HttpMethod ?? ""))
            NoBodies(operation);
        return Task.CompletedTask;
    }

    private static void NoBodies(OpenApiOperation operation)
    {
        foreach (var response in (operation.Responses ?? []).Values.OfType<OpenApiResponse>())
            response.Content = null;
    }

    private static T Read<T>(JsonNode node, OpenApiDocument document)
        where T : IOpenApiElement
    {
        var element = new OpenApiJsonReader().ReadFragment<T>(node, OpenApiSpecVersion.OpenApi3_1, document, out var diagnostic, Fragments);
        return element is not null && diagnostic.Errors.Count == 0
            ? element
            : throw new InvalidOperationException(string.Join('\n', diagnostic.Errors.Select(error => error.ToString())));
    }
}
