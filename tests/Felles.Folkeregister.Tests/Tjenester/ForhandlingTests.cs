using System.Net;
using System.Text;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;
using Microsoft.AspNetCore.Http;

namespace Felles.Folkeregister.Tests.Tjenester;

/// <summary>
/// Media types, headers, HEAD and trailing slashes, for every service there is. A new service is one line in <see cref="Kall"/>.
/// </summary>
public sealed class ForhandlingTests
{
    private const string Json = "application/json";
    private const string Xml = "application/xml";

    /// <summary>Accept, the answer's media type (null: 406), and that of a resource with XML alone.</summary>
    private static readonly (string? Accept, string? Svar, string? BareXml)[] Valg =
    [
        (null, Json, Xml), ("", Json, Xml), (" ", Json, Xml), ("*/*", Json, Xml), ("*", Json, Xml), ("application/*", Json, Xml),
        ("application/json", Json, null), ("application/xml", Xml, Xml), ("APPLICATION/XML", Xml, Xml), ("application/xml; charset=utf-8", Xml, Xml),
        ("application/json, application/xml", Json, Xml), ("application/xml, application/json", Json, Xml), ("application/xml, */*", Json, Xml),
        ("application/json;q=0.4, application/xml;q=0.5", Xml, Xml), ("application/json;q=0.5,application/xml;q=0.4", Json, Xml),
        ("application/*;q=0.5, application/json;q=0.1", Xml, Xml), ("*/*;q=0.1, application/xml;q=0.2", Xml, Xml),
        ("application/json;q=0, */*", Xml, Xml), ("application/xml;q=0, */*", Json, null), ("text/html, application/xml;q=0.9, */*;q=0.8", Xml, Xml),
        ("text/html", null, null), ("text/*", null, null), ("application/atom+xml", null, null), ("text/plain", null, null), ("image/png, text/html", null, null),
        ("application/json;q=0", null, null), ("*/*;q=0", null, null), ("application/json;q=0, application/xml;q=0", null, null),
        ("application/json;q=tull", Json, null), ("tull", null, null), (";", null, null), (",", null, null), ("application", null, null),
    ];

    private static readonly (string Metode, string Ressurs, bool BareXml, string Cache)[] Kall =
    [
        ("GET", $"personer/{Register.Kari.ToWire()}", false, "no-store"),
        ("GET", "personer/soek?kjoenn=kvinne", false, "no-store"),
        ("POST", "personer/bulkoppslag", false, "no-store, no-cache"),
        ("GET", "personer/xsd", true, "no-store"),
        ("GET", "hendelser/xsd", true, "no-store"),
        ("GET", "hendelser/feedxsd", true, "no-store"),
    ];

    public static TheoryData<string> Ressurser => [.. Kall.Select(kall => kall.Ressurs)];

    [Theory]
    [MemberData(nameof(Ressurser))]
    public async Task The_media_type_is_chosen_as_the_caller_weighs_it(string ressurs)
    {
        var vert = await Register.For(Dialect.Sqlite);
        var (metode, _, bareXml, _) = Kall.Single(kall => kall.Ressurs == ressurs);
        foreach (var (accept, svar, xml) in Valg)
        {
            var ventet = bareXml ? xml : svar;
            using var lest = await SendAsync(vert, metode, ressurs, accept);
            Assert.True(
                lest.StatusCode == (ventet is null ? HttpStatusCode.NotAcceptable : HttpStatusCode.OK), $"{ressurs} {accept}: {lest.StatusCode}");
            if (ventet is not null)
                Assert.Equal((accept, ventet), (accept, lest.Content.Headers.ContentType!.ToString()));
        }
    }

    [Fact]
    public async Task Several_lines_of_Accept_are_one_list()
    {
        var vert = await Register.For(Dialect.Sqlite);
        using var melding = new HttpRequestMessage(HttpMethod.Get, Register.Omh(Kall[0].Ressurs));
        melding.Headers.Authorization = new("Bearer", vert.Bearer);
        melding.Headers.TryAddWithoutValidation("Accept", ["application/json;q=0.2", "application/xml;q=0.3"]);
        using var svar = await vert.Klient.SendAsync(melding);
        Assert.Equal(Xml, svar.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData(Json, null, Json)]
    [InlineData(Xml, null, Xml)]
    [InlineData(Xml, "", Xml)]
    [InlineData(Xml, "*/*", Json)]
    [InlineData(Xml, Json, Json)]
    [InlineData(Json, Xml, Xml)]
    [InlineData("application/xml; charset=UTF-8", null, Xml)]
    public async Task A_bulk_answer_follows_Content_Type_when_Accept_is_empty(string type, string? accept, string ventet)
    {
        var vert = await Register.For(Dialect.Sqlite);
        using var svar = await SendAsync(vert, "POST", "personer/bulkoppslag", accept, type);
        Assert.Equal((HttpStatusCode.OK, ventet), (svar.StatusCode, svar.Content.Headers.ContentType!.ToString()));
        using var avvist = await SendAsync(vert, "POST", "personer/bulkoppslag?somBestilt=kanskje", accept, type);
        Assert.Equal((HttpStatusCode.BadRequest, ventet), (avvist.StatusCode, avvist.Content.Headers.ContentType!.ToString()));
    }

    [Theory]
    [MemberData(nameof(Ressurser))]
    public async Task Head_has_the_status_and_headers_of_get_and_a_trailing_slash_is_the_same_resource(string ressurs)
    {
        var vert = await Register.For(Dialect.Sqlite);
        var metode = Kall.Single(kall => kall.Ressurs == ressurs).Metode;
        var sted = ressurs.IndexOf('?', StringComparison.Ordinal);
        var skraastrek = sted < 0 ? ressurs + "/" : ressurs[..sted] + "/" + ressurs[sted..];
        foreach (var (accept, token) in new[]
        {
            ((string?)null, vert.Bearer), ("application/xml", vert.Bearer), ("text/html", vert.Bearer), (null, "tull"),
            (null, Testnoekler.Token(Registervert.Konsument, "annet:scope")),
        })
        {
            using var vanlig = await SendAsync(vert, metode, ressurs, accept, token: token);
            using var slash = await SendAsync(vert, metode, skraastrek, accept, token: token);
            Assert.Equal((vanlig.StatusCode, Hoder(vanlig)), (slash.StatusCode, Hoder(slash)));
            Assert.Equal(await vanlig.Content.ReadAsStringAsync(), await slash.Content.ReadAsStringAsync());
            foreach (var sti in new[] { ressurs, skraastrek })
            {
                using var head = await SendAsync(vert, "HEAD", sti, accept, token: token);
                Assert.Empty(await head.Content.ReadAsByteArrayAsync());
                Assert.Equal((sti, accept, vanlig.StatusCode), (sti, accept, head.StatusCode));
                if (metode is "GET")
                    Assert.Equal((sti, Hoder(vanlig)), (sti, Hoder(head)));
            }
        }
    }

    [Theory, TestDatabases]
    public async Task Every_answer_has_the_recorded_headers_also_refusals(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        foreach (var (metode, ressurs, _, cache) in Kall.Append(("GET", "personer/finnesikke/her", false, "no-store")))
        {
            foreach (var token in new[] { vert.Bearer, "tull" })
            {
                using var svar = await SendAsync(vert, metode, ressurs, token: token);
                Assert.Equal(["Thu, 01 Dec 1994 16:00:00 GMT"], svar.Content.Headers.GetValues("Expires"));
                Assert.Equal(cache, string.Join(", ", svar.Headers.GetValues("Cache-Control")));
                Assert.False(svar.Headers.Contains("Strict-Transport-Security"));
                Assert.NotNull(svar.Headers.Date);
                Assert.NotNull(svar.Content.Headers.ContentLength);
            }
        }
    }

    [Theory]
    [InlineData("https", "folkeregisteret.example.no", true)]
    [InlineData("http", "folkeregisteret.example.no", false)]
    [InlineData("https", "localhost", false)]
    [InlineData("https", "127.0.0.1", false)]
    public void Https_is_demanded_where_it_was_used_and_not_of_the_machine_itself(string skjema, string vert, bool ventet)
    {
        var http = new DefaultHttpContext { Request = { Scheme = skjema, Host = new HostString(vert, 8443) } };
        Svarhoder.Sett(http);
        Assert.Equal(ventet ? "max-age=16070400; includeSubDomains" : "", http.Response.Headers.StrictTransportSecurity.ToString());
    }

    [Fact]
    public void Every_service_that_is_there_is_in_the_table()
    {
        // Those that are not there yet answer 404 and are added with their service.
        var dekket = Kall.Select(kall => kall.Ressurs.Split('?')[0].Replace(Register.Kari.ToWire(), "{personidentifikator}", StringComparison.Ordinal));
        Assert.Subset(Folkeregister.Tjenester.Tjenestetabell.Ressurser.ToHashSet(), dekket.ToHashSet());
    }

    private static string Hoder(HttpResponseMessage svar) => string.Join('\n', svar.Headers.Concat(svar.Content.Headers)
        .Where(hode => hode.Key is not ("Date" or "Korrelasjonsid")).OrderBy(hode => hode.Key, StringComparer.Ordinal)
        .Select(hode => $"{hode.Key}: {string.Join(", ", hode.Value)}"));

    private static async Task<HttpResponseMessage> SendAsync(
        Registervert vert, string metode, string ressurs, string? accept = null, string type = Json, string? token = null)
    {
        var numre = new[] { Register.Kari.ToWire(), Register.Ola.ToWire() };
        using var innhold = metode is not "POST" ? null : new StringContent(
            type.StartsWith(Json, StringComparison.Ordinal)
                ? $$"""{"foedselsEllerDNummer":["{{numre[0]}}","{{numre[1]}}"]}"""
                : $"<b><foedselsEllerDNummer>{numre[0]}</foedselsEllerDNummer><foedselsEllerDNummer>{numre[1]}</foedselsEllerDNummer></b>",
            Encoding.UTF8);
        if (innhold is not null)
        {
            innhold.Headers.ContentType = null;
            innhold.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return await vert.SendAsync(new HttpMethod(metode), Register.Omh(ressurs), accept, innhold, token);
    }
}
