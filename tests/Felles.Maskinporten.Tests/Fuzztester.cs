using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Felles.Testing.Maskinporten;

namespace Felles.Maskinporten.Tests;

/// <summary>Thousands of spoilt requests: each gets an answer of the documented kind, and none shakes the server.</summary>
public sealed partial class Fuzztester(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private const int Antall = 6_000;
    private const int Froe = 20261122;

    private static readonly string[] Biter =
    [
        "null", "true", "{}", "[]", "[[]]", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "-1", "1e999", "1e-999", "0.5", "18446744073709551616", "\"x\"", "[null]",
        "{\"a\":1,\"a\":2}", "\"æøå😀\"", "[\"http://felles.test/maskinporten/\"]", "{\"type\":7}",
    ];

    private static readonly string[] Navn =
    [
        "aud", "iss", "scope", "iat", "exp", "jti", "nbf", "sub", "resource", "pid", "consumer_org", "iss_onbehalfof", "authorization_details",
        "alg", "kid", "x5c", "typ", "crit", "jwk", "azp", "",
    ];

    [Fact]
    public async Task No_mutated_request_gives_a_fault_of_the_server()
    {
        // The seed is fixed, so that a failure can be repeated.
        var tall = new Random(Froe);
        var statuser = new Dictionary<int, int>();
        var koder = new HashSet<string>();
        for (var i = 0; i < Antall; i++)
        {
            using var innhold = new ByteArrayContent(Forespoersel(tall));
            innhold.Headers.ContentType = tall.Next(20) == 0 ? null : new MediaTypeHeaderValue("application/x-www-form-urlencoded");
            using var svar = await fikstur.Vert.Http.PostAsync("/maskinporten/token", innhold);
            var status = (int)svar.StatusCode;
            statuser[status] = statuser.GetValueOrDefault(status) + 1;
            Assert.True(status is 200 or 400 or 403, $"request {i} of seed {Froe}: {status}");
            var lest = await Tokensvar.LesAsync(svar);
            if (status == 200)
                continue;
            Assert.Matches(@"\(trace_id: [0-9a-f]{32}\)\z", lest.Beskrivelse);
            koder.UnionWith(MpKode().Matches(lest.Beskrivelse!).Select(m => m.Value));
        }

        // Mutations that reach no further than the parser would prove little: steps behind the signature must have refused, too.
        Assert.Superset(new HashSet<string> { "MP-011", "MP-100", "MP-110", "MP-124", "MP-130", "MP-200" }, koder);
        Assert.Equal("315260183", await Tokentester.HvemAsync(fikstur.Vert, await fikstur.Vert.TokenAsync()));
    }

    private byte[] Forespoersel(Random tall)
    {
        var assertion = fikstur.Vert.Assertion("kommune");
        var (header, claims) = (assertion.HeaderJson, assertion.ClaimsJson);
        // What is signed is broken, or the bytes of the form, or both.
        var hva = tall.Next(6);
        switch (hva)
        {
            case 0:
                claims = Bytt(claims, tall);
                break;
            case 1:
                header = Bytt(header, tall);
                break;
            case 2:
                claims = Skad(claims, tall);
                break;
            case 3:
                header = Skad(header, tall);
                break;
        }

        var skjema = Encoding.UTF8.GetBytes($"grant_type={Assertion.GrantType}&assertion={assertion.Bygg(header, claims)}");
        if (hva > 3 || tall.Next(3) == 0)
        {
            for (var n = tall.Next(1, 4); n > 0; n--)
                skjema[tall.Next(skjema.Length)] = (byte)tall.Next(256);
            skjema = tall.Next(4) == 0 ? skjema[..tall.Next(skjema.Length)] : skjema;
        }

        return skjema;
    }

    // A signed assertion with one member of another value: everything behind the signature is reached.
    private static string Bytt(string json, Random tall)
    {
        var (navn, bit) = (Navn[tall.Next(Navn.Length)], Biter[tall.Next(Biter.Length)]);
        var node = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        node.Remove(navn);
        var uten = node.ToJsonString();
        return uten[..^1] + $",\"{navn}\":{bit}}}";
    }

    private static string Skad(string json, Random tall)
    {
        var tegn = new StringBuilder(json);
        tegn[tall.Next(tegn.Length)] = (char)tall.Next(1, 0x250);
        return tegn.ToString();
    }

    [GeneratedRegex("MP-[0-9]{3}")]
    private static partial Regex MpKode();
}
