using System.Net;
using System.Text.Json.Nodes;

namespace Felles.Host.Tests.Dokumenter;

/// <summary>One operation of an OpenAPI document, and the calls that its examples make.</summary>
internal sealed class Operasjon(string sti, string metode, JsonObject innhold)
{
    private const string Json = "application/json";

    public HttpMethod Metode { get; } = new(metode.ToUpperInvariant());

    public string? Kropp => innhold["requestBody"]?["content"]?[Json]?["example"]?.ToJsonString();

    /// <summary>Whether everything that is required has an example.</summary>
    public bool KanKalles => Parametre.All(p => p["required"]?.GetValue<bool>() != true || p["example"] is not null)
        && (innhold["requestBody"] is null || Kropp is not null);

    private JsonObject[] Parametre => [.. (innhold["parameters"] as JsonArray ?? []).Select(parameter => parameter!.AsObject())];

    private string Her => $"#/paths/{Peker(sti)}/{metode}";

    /// <param name="dokument">The document.</param>
    /// <param name="kjente">Examples of ids that no document can know, since they are made in this sandbox.</param>
    public static IEnumerable<Operasjon> Alle(JsonObject dokument, IReadOnlyDictionary<string, string> kjente)
    {
        foreach (var operasjon in Alle(dokument))
        {
            foreach (var parameter in operasjon.Parametre)
            {
                if (kjente.TryGetValue(parameter["name"]!.GetValue<string>(), out var verdi))
                    parameter["example"] ??= verdi;
            }

            yield return operasjon;
        }
    }

    private static IEnumerable<Operasjon> Alle(JsonObject dokument) =>
        from path in dokument["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject
        select new Operasjon(path.Key, operation.Key, operation.Value.AsObject());

    public override string ToString() => $"{Metode} {sti}";

    public bool Dokumentert(HttpStatusCode status) => innhold["responses"]!.AsObject().ContainsKey($"{(int)status}");

    /// <summary>Where the schema of an answer stands; null when the document has none.</summary>
    public string? Svarpeker(HttpStatusCode status) =>
        innhold["responses"]?[$"{(int)status}"]?["content"]?[Json]?["schema"] is null
            ? null : $"{Her}/responses/{(int)status}/content/application~1json/schema";

    /// <summary>
    /// With what is required alone, with each further parameter, and with all of them. A parameter without an example is left out.
    /// </summary>
    public IEnumerable<string> Kall()
    {
        var frie = Parametre.Where(p => p["required"]?.GetValue<bool>() != true && p["example"] is not null).ToArray();
        yield return Adresse([]);
        foreach (var parameter in frie)
            yield return Adresse([parameter]);
        if (frie.Length > 1)
            yield return Adresse(frie);
    }

    /// <summary>Examples with the place of the schema that they are held against.</summary>
    public IEnumerable<(string Peker, JsonNode Verdi)> Eksempler()
    {
        foreach (var (nr, parameter) in Parametre.Index().Where(p => p.Item["example"] is not null))
            yield return ($"{Her}/parameters/{nr}/schema", parameter["example"]!);
        if (innhold["requestBody"]?["content"]?[Json]?["example"] is { } kropp)
            yield return ($"{Her}/requestBody/content/application~1json/schema", kropp);
        foreach (var (status, svar) in innhold["responses"]!.AsObject())
        {
            if (svar?["content"]?[Json]?["example"] is { } eksempel)
                yield return ($"{Her}/responses/{status}/content/application~1json/schema", eksempel);
        }
    }

    private string Adresse(IEnumerable<JsonObject> frie)
    {
        var adresse = sti;
        List<string> spoerring = [];
        foreach (var parameter in Parametre.Where(p => p["required"]?.GetValue<bool>() == true && p["example"] is not null).Concat(frie))
        {
            var navn = parameter["name"]!.GetValue<string>();
            var verdier = (parameter["example"] as JsonArray)?.ToArray() ?? [parameter["example"]];
            if (parameter["in"]!.GetValue<string>() == "path")
                adresse = adresse.Replace($"{{{navn}}}", verdier[0]!.ToString(), StringComparison.Ordinal);
            else
                spoerring.AddRange(verdier.Select(verdi => $"{navn}={Uri.EscapeDataString(verdi!.ToString())}"));
        }

        return spoerring.Count == 0 ? adresse : $"{adresse}?{string.Join('&', spoerring)}";
    }

    // RFC 6901 in a URI fragment.
    private static string Peker(string sti) =>
        Uri.EscapeDataString(sti.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
}
