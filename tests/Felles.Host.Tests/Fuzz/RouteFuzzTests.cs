using System.Text;
using Felles.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Host.Tests.Fuzz;

/// <summary>
/// Every route that the program maps, found from the routes themselves so that a new one is never forgotten: pages, documents,
/// administration, tokens, registers. Odd values in the path, the query, the headers and the body; the right token, a wrong one, none. No
/// request content gives a 5xx.
/// </summary>
public sealed class RouteFuzzTests(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private const int PerRoute = 60;

    private static readonly string[] Odd =
    [
        "0", "-1", "1", "999999999", "313700526", "24907999374", "a", "æøå", "%00", "%0A", "..", "%2e%2e%2f", "'", "\"", "null", "true", "{}",
        "[]", "00000000-0000-0000-0000-000000000000", "9223372036854775808", "offentlig-med-hjemmel", "folkeregister:deling/presse",
        "kommune", "2026-02-30",
        new string('x', 300), "%F0%9F%98%80", "%ED%A0%80", "a%2Cb", "*", "%25",
    ];

    private static readonly string[] Bodies =
    [
        "", "{}", "[]", "null", "\"x\"", "{\"navn\":null}", "{\"orgnr\":1}", "{\"orgnr\":\"313700526\",\"scopes\":[1]}", "{",
        "{\"a\":{\"a\":{\"a\":[[[[]]]]}}}",
        "{\"kid\":\"x\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}}",
        "{\"client_id\":\"a\\u0000b\",\"navn\":\"\\ud800\"}", "\u0000\u0001",
        "{\"navn\":\"x\",\"orgnr\":\"313700526\",\"client_id\":\"x\",\"scopes\":[],\"scopes\":[]}", "a=b&grant_type=x",
        "<a><b/></a>", "{\"personstatustyper\":[\"bosatt\"]}",
    ];

    private static readonly string[] Types =
    [
        "application/json", "application/xml", "application/x-ndjson", "application/x-www-form-urlencoded", "text/plain; charset=x",
        "multipart/form-data",
    ];

    private static readonly string[] Accepts =
        ["application/json", "application/xml", "text/html", "*/*", "application/json;q=2", ";;,", "image/png", "application/atom+xml"];

    [Fact]
    public async Task No_request_to_any_route_gives_a_fault_of_the_server()
    {
        var vert = fikstur.Vert;
        var routes = Routes(vert);
        string?[] tokens =
        [
            null, "Bearer x", await TokenAsync(vert, "drift"), await TokenAsync(vert, "kommune"), await TokenAsync(vert, "presse"),
        ];
        var slump = new Random(20_260_101);
        var faults = new List<string>();
        var answered = new HashSet<RouteEndpoint>();
        foreach (var route in routes)
        {
            for (var i = 0; i < PerRoute; i++)
            {
                using var request = Request(route, tokens, slump);
                using var answer = await vert.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                if ((int)answer.StatusCode >= 500)
                    faults.Add($"{(int)answer.StatusCode} {request.Method} {request.RequestUri} of {route.RoutePattern.RawText}");
                if ((int)answer.StatusCode is not (401 or 404 or 405))
                    answered.Add(route);
            }
        }

        Assert.Empty(faults);
        Assert.True(routes.Count > 50, $"only {routes.Count} routes were found");
        // Requests that nothing takes would prove little; many routes of Folkeregisteret only say that a package lacks a service.
        Assert.True(answered.Count > 60, $"only {answered.Count} of {routes.Count} routes let a request in");
        using var still = await vert.Client.GetAsync("/health/ready");
        still.EnsureSuccessStatusCode();
    }

    /// <summary>All but the reset of the sandbox, which would do what it is asked.</summary>
    private static List<RouteEndpoint> Routes(FellesVert vert) =>
    [
        .. vert.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
            .Where(route => !route.RoutePattern.RawText!.Contains("nullstill", StringComparison.Ordinal)),
    ];

    private static HttpRequestMessage Request(RouteEndpoint route, string?[] tokens, Random slump)
    {
        var methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];
        var method = slump.Next(10) == 0 ? "PATCH" : methods[slump.Next(methods.Count)];
        var path = "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => Segment(segment, slump)));
        var parameters = Enumerable.Range(0, slump.Next(4)).Select(_ => $"{Name(slump)}={Value(slump)}");
        var query = "?" + string.Join('&', parameters);
        var request = new HttpRequestMessage(new HttpMethod(method), path + query);
        if (tokens[slump.Next(tokens.Length)] is { } token)
            request.Headers.TryAddWithoutValidation("Authorization", token);
        request.Headers.TryAddWithoutValidation("Accept", Accepts[slump.Next(Accepts.Length)]);
        if (slump.Next(4) == 0)
            request.Headers.TryAddWithoutValidation("If-None-Match", "\"x");
        if (method is not ("GET" or "HEAD"))
        {
            request.Content = new ByteArrayContent(Encoding.Latin1.GetBytes(Bodies[slump.Next(Bodies.Length)]));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", Types[slump.Next(Types.Length)]);
        }

        return request;
    }

    private static string Segment(RoutePatternPathSegment segment, Random slump) =>
        string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : Value(slump)));

    private static string Name(Random slump) =>
        new[] { "part", "seq", "navn", "kjoenn", "maksTreff", "scope", "spraak", "orgnr", "fra", "x" }[slump.Next(10)];

    private static string Value(Random slump) => Odd[slump.Next(Odd.Length)];

    private static async Task<string> TokenAsync(FellesVert vert, string client) =>
        "Bearer " + await vert.Client.GetStringAsync("/sandkasse/token/" + client);
}
