using Felles.Storage;
using Felles.Testing;
using Felles.Testing.Databaser;

namespace Felles.Tilgang.Tests.Selvbetjening;

/// <summary>Whatever is sent to the self-service API and to Altinn's delegation services, the fault is never the server's.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Biter =
    [
        "", "0", "-1", "1e400", "null", "true", "%00", "%F0%9F%98%80", "%ED%A0%80", "315260183", "310308242", "974760673", "tiger:a", "tiger:a/b",
        "folkeregister:deling/finans", ":", "::", "a:", "-", "folkeregister-deling~finans", "~", "../..", "'; drop table x --", "æøå", "%",
        "https://tt02.altinn.no/", "99999999999999999999", "d9b2d63d-a233-4123-847a-76a4d4a3d1b1",
    ];

    private static readonly string[] Medlemmer =
    [
        "prefix", "subscope", "name", "description", "long_description", "visibility", "at_max_age", "delegation_source", "token_type",
        "allowed_integration_types", "active", "client_name", "client_uri", "scopes", "keys", "integration_type", "grant_types", "redirect_uris",
        "client_orgno", "access_token_lifetime",
    ];

    private static readonly string[] Verdier =
    [
        "null", "1", "-1", "1e999", "\"\"", "\"tiger\"", "\"a/b\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "[null]", "[\"\"]", "[{}]", "{}", "true",
        "\"PUBLIC\"", "\"RS256\"", "[{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"kid\":\"\\u0000\"}]", "\"æøå\"", "99999999999",
    ];

    private static readonly (string Metode, string Sti)[] Kall =
    [
        ("GET", "/samarbeid/api/v1/scopes/all"), ("GET", "/samarbeid/api/v1/scopes"), ("POST", "/samarbeid/api/v1/scopes"),
        ("PUT", "/samarbeid/api/v1/scopes"), ("DELETE", "/samarbeid/api/v1/scopes"), ("GET", "/samarbeid/api/v1/scopes/access"),
        ("PUT", "/samarbeid/api/v1/scopes/access/{0}"), ("DELETE", "/samarbeid/api/v1/scopes/access/{0}"),
        ("GET", "/samarbeid/api/v1/clients"), ("POST", "/samarbeid/api/v1/clients"), ("GET", "/samarbeid/api/v1/clients/{0}"),
        ("PUT", "/samarbeid/api/v1/clients/{0}"), ("DELETE", "/samarbeid/api/v1/clients/{0}"), ("POST", "/samarbeid/api/v1/clients/{0}/jwks"),
        ("GET", "/altinn/accessmanagement/api/v1/maskinporten/delegations/"),
        ("GET", "/altinn/accessmanagement/api/v1/enduser/maskinportensuppliers"),
        ("POST", "/altinn/accessmanagement/api/v1/enduser/maskinportensuppliers"),
        ("DELETE", "/altinn/accessmanagement/api/v1/enduser/maskinportensuppliers"),
        ("POST", "/altinn/accessmanagement/api/v1/enduser/maskinportensuppliers/resources"),
        ("GET", "/altinn/accessmanagement/api/v1/enduser/maskinportensuppliers/resources/delegationcheck"),
        ("DELETE", "/altinn/accessmanagement/api/v1/enduser/maskinportenconsumers/resources"),
        ("GET", "/altinn/accessmanagement/api/v1/enduser/maskinportenconsumers"),
        ("GET", "/felles/api/v1/delegeringer"), ("PUT", "/felles/api/v1/delegeringer/{0}/{0}"), ("PUT", "/felles/api/v1/prefikser/{0}/{0}"),
    ];

    private static readonly string[] Parametre =
    [
        "scope", "prefix", "inactive", "consumer_orgno", "owner_orgno", "party", "supplier", "consumer", "resource", "cascade", "supplierOrg",
        "consumerOrg", "konsument", "leverandoer", "etter", "antall", "historikk", "grunn",
    ];

    [Theory, TestDatabases]
    public async Task No_request_gives_a_5xx(Dialect dialect)
    {
        var database = dialect == Dialect.PostgreSql ? await PostgreSqlServer.CreateDatabaseAsync() : null;
        await using var vert = await FellesVert.StartAsync(database, persons: 200);
        string[] tokens =
        [
            await vert.Client.GetStringAsync("/sandkasse/token/tilbyder-admin"),
            await vert.Client.GetStringAsync("/sandkasse/token/kommune-admin"),
            await vert.Client.GetStringAsync("/sandkasse/token/leverandoer-admin"),
            await vert.Client.GetStringAsync("/sandkasse/token/drift"),
        ];
        var terning = new Terning(20261125);
        for (var i = 0; i < 1500; i++)
        {
            var (metode, mal) = Kall[terning.Neste(Kall.Length)];
            var sti = mal.Replace("{0}", Kode(En(terning, Biter)));
            var parametre = Enumerable.Range(0, terning.Neste(5)).Select(_ => $"{En(terning, Parametre)}={Kode(En(terning, Biter))}");
            using var melding = new HttpRequestMessage(new HttpMethod(metode), $"{sti}?{string.Join('&', parametre)}");
            melding.Headers.Authorization = new("Bearer", En(terning, tokens));
            if (metode is "POST" or "PUT")
            {
                var medlemmer = Enumerable.Range(0, terning.Neste(8)).Select(_ => $"\"{En(terning, Medlemmer)}\":{En(terning, Verdier)}");
                melding.Content = new StringContent($"{{{string.Join(',', medlemmer)}}}", null, "application/json");
            }

            using var svar = await vert.Client.SendAsync(melding);
            var tekst = await svar.Content.ReadAsStringAsync();
            Assert.True((int)svar.StatusCode < 500, $"{metode} {melding.RequestUri}: {(int)svar.StatusCode} {tekst}");
        }
    }

    private static T En<T>(Terning terning, T[] av) => av[terning.Neste(av.Length)];

    // What is percent-encoded already, well or badly, stays so.
    private static string Kode(string bit) => bit.StartsWith('%') && bit.Length > 1 ? bit : Uri.EscapeDataString(bit);
}
