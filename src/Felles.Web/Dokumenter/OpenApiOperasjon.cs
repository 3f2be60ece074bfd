using System.Text.Json.Nodes;

namespace Felles.Web.Dokumenter;

/// <summary>
/// Endpoint metadata: the parameters, bodies and answers of an operation as its module knows them, in the words of OpenAPI 3.1. The host
/// puts them in the place of what the framework finds by itself, which for bare request delegates is little.
/// </summary>
/// <param name="Les">Made when the document is asked for, because it may depend on settings.</param>
public sealed record OpenApiOperasjon(Func<IServiceProvider, OpenApiFragment> Les);

/// <summary>An operation and the schemas that it names by <c>#/components/schemas/…</c>.</summary>
/// <param name="Operasjon"><c>description</c>, <c>parameters</c>, <c>requestBody</c>, <c>responses</c>.</param>
/// <param name="Skjemaer">JSON Schema by name; the same name means the same schema in the whole document.</param>
public sealed record OpenApiFragment(JsonObject Operasjon, IReadOnlyDictionary<string, JsonNode> Skjemaer);
