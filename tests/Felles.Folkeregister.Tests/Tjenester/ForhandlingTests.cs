using System.Net;
using System.Text;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tests.Uttrekk;
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

    private const string Atom = "application/atom+xml";
    private const string Tekst = "text/plain";

    /// <summary>What a resource with more forms than two answers otherwise.</summary>
    private static readonly Dictionary<(string Ressurs, string Accept), string> Unntak = new()
    {
        [("hendelser/feed", Atom)] = Atom,
        [("hendelser/feed", "application/json;q=0, */*")] = Atom,
        [("hendelser/feed", "application/*;q=0.5, application/json;q=0.1")] = Atom,
        [("hendelser/siste/sekvensnummer", Tekst)] = Tekst,
        [("hendelser/siste/sekvensnummer", "text/*")] = Tekst,
        [("hendelser/siste/sekvensnummer", "application/json;q=0, */*")] = Tekst,
    };

    private static readonly Lazy<Task<string>> Ferdig = new(FerdigAsync);

    /// <summary>The register's first event is Kari's; <c>{jobbid}</c> is that of an extract on SQLite that is done.</summary>
    private static readonly (string Metode, string Ressurs, bool BareXml, string Cache)[] Kall =
    [
        ("GET", $"personer/{Register.Kari.ToWire()}", false, "no-store"),
        ("GET", "personer/soek?kjoenn=kvinne", false, "no-store"),
        ("GET", "personer/entydigsoek?navn=RASK%20SIRKEL&foedselsdato=19850314", false, "no-store"),
        ("POST", "personer/bulkoppslag", false, "no-store, no-cache"),
        ("GET", $"personer/arkiv/{Dokumentnoekkel.Lag(1, 1).ToWire()}", false, "no-store"),
        ("POST", "personer/bulkoppslag/arkiv", false, "no-store, no-cache"),
        ("GET", "uttrekk/komplett", false, "no-store"),
        ("POST", "uttrekk/tilpasset", false, "no-store, no-cache"),
        ("GET", "uttrekk/{jobbid}/batch/0", false, "no-store"),
        ("GET", "hendelser/feed?seq=1", false, "private, no-cache"),
        ("GET", "hendelser/siste/sekvensnummer", false, "no-store"),
        ("GET", $"hendelser/{Hendelsesnoekkel.Lag(1, 1, 0).ToWire()}", false, "no-store"),
        ("POST", "hendelser/bulkoppslag", false, "no-store, no-cache"),
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
            var ventet = Unntak.GetValueOrDefault((ressurs.Split('?')[0], accept ?? ""), bareXml ? xml! : svar!);
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
            // Each order has a job of its own.
            if (!ressurs.StartsWith("uttrekk/", StringComparison.Ordinal))
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
                var ventet = token == vert.Bearer ? cache : cache.Replace("private, no-cache", "no-store", StringComparison.Ordinal);
                Assert.Equal(["Thu, 01 Dec 1994 16:00:00 GMT"], svar.Content.Headers.GetValues("Expires"));
                Assert.Equal(ventet, svar.Headers.NonValidated["Cache-Control"].ToString());
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
    public void Every_service_is_in_the_table()
    {
        var dekket = Kall.Select(kall => kall.Ressurs.Split('?')[0]
            .Replace(Register.Kari.ToWire(), "{personidentifikator}", StringComparison.Ordinal)
            .Replace(Dokumentnoekkel.Lag(1, 1).ToWire(), "{dokumentidentifikator}", StringComparison.Ordinal)
            .Replace(Hendelsesnoekkel.Lag(1, 1, 0).ToWire(), "{hendelsesidentifikator}", StringComparison.Ordinal)
            .Replace("batch/0", "batch/{batchnr}", StringComparison.Ordinal));
        Assert.Equal(
            Folkeregister.Tjenester.Tjenestetabell.Ressurser.Order(StringComparer.Ordinal), dekket.Order(StringComparer.Ordinal));
    }

    private static string Hoder(HttpResponseMessage svar) => string.Join('\n', svar.Headers.Concat(svar.Content.Headers)
        .Where(hode => hode.Key is not ("Date" or "Korrelasjonsid")).OrderBy(hode => hode.Key, StringComparer.Ordinal)
        .Select(hode => $"{hode.Key}: {string.Join(", ", hode.Value)}"));

    private static async Task<HttpResponseMessage> SendAsync(
        Registervert vert, string metode, string ressurs, string? accept = null, string type = Json, string? token = null)
    {
        if (ressurs.Contains("{jobbid}", StringComparison.Ordinal))
            ressurs = ressurs.Replace("{jobbid}", await Ferdig.Value, StringComparison.Ordinal);
        while (true)
        {
            using var innhold = metode is not "POST" ? null : Kropp(ressurs, type);
            var svar = await vert.SendAsync(new HttpMethod(metode), Register.Omh(ressurs), accept, innhold, token);
            if (svar.StatusCode != HttpStatusCode.TooManyRequests)
                return svar;
            // Ten extracts are not done yet.
            svar.Dispose();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static ByteArrayContent Kropp(string ressurs, string type)
    {
        var (navn, verdier) = ressurs.Split('?')[0].TrimEnd('/') switch
        {
            "uttrekk/tilpasset" => ("personstatustyper", new[] { "bosatt" }),
            "personer/bulkoppslag" => ("foedselsEllerDNummer", [Register.Kari.ToWire(), Register.Ola.ToWire()]),
            _ => ("dokumentidentifikator", [Dokumentnoekkel.Lag(1, 1).ToWire(), Hendelsesnoekkel.Lag(1, 1, 0).ToWire()]),
        };
        var kropp = new ByteArrayContent(Encoding.UTF8.GetBytes(type.StartsWith(Json, StringComparison.Ordinal)
            ? $$"""{"{{navn}}":["{{string.Join("\",\"", verdier)}}"]}"""
            : $"<b>{string.Concat(verdier.Select(verdi => $"<{navn}>{verdi}</{navn}>"))}</b>"));
        kropp.Headers.TryAddWithoutValidation("Content-Type", type);
        return kropp;
    }

    private static async Task<string> FerdigAsync()
    {
        var vert = await Register.For(Dialect.Sqlite);
        var jobbid = await Uttrekksleser.BestillKomplettAsync(vert);
        await Uttrekksleser.LesAsync(vert, Uttrekksleser.Omh, jobbid);
        return jobbid;
    }
}
