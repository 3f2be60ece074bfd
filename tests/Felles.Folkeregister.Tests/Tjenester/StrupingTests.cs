using System.Net;
using System.Xml.Linq;
using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Testing.Filer;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Tjenester;

/// <summary>The limit as a caller meets it. The counting itself is tested with a clock of its own in Felles.Web.Tests.</summary>
public sealed class StrupingTests
{
    private const int Grense = 20;

    private static string Kari => Register.Omh($"personer/{Register.Kari.ToWire()}");

    [Fact]
    public async Task A_call_too_many_is_429_with_the_documented_body_and_milliseconds()
    {
        await using var vert = await StartAsync();
        Assert.Equal(Grense, await SlapperAsync(vert, Grense));
        using var svar = await vert.HentAsync(Kari);
        Assert.Equal(HttpStatusCode.TooManyRequests, svar.StatusCode);
        var vent = int.Parse(Assert.Single(svar.Headers.GetValues("Retry-After")));
        Assert.InRange(vent, 30_000, 60_000);
        var feil = await OppslagTests.JsonAsync(svar);
        Assert.Equal(["kode", "melding"], feil.EnumerateObject().Select(m => m.Name));
        Assert.Equal("FREG-001", feil.GetProperty("kode").GetString());

        using var xml = await vert.HentAsync(Kari, "application/xml");
        var kropp = await xml.Content.ReadAsStringAsync();
        Xmlvalidering.ErGyldig(kropp);
        Assert.Equal("feil", XDocument.Parse(kropp).Root!.Name.LocalName);
        using var head = await vert.SendAsync(HttpMethod.Head, Kari);
        Assert.Equal((429, 0), ((int)head.StatusCode, (await head.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task Every_service_and_address_below_the_register_counts_and_none_other()
    {
        await using var vert = await StartAsync();
        Assert.Equal(Grense, await SlapperAsync(vert, Grense));
        foreach (var sti in new[]
        {
            Register.Omh("personer/soek"), Register.Omh("personer/xsd"), Register.Sti(Rettighetspakke.MedKode("PRE")!, "personer/entydigsoek"),
            Register.Omh("personer/bulkoppslag"), "/folkeregisteret/tull",
        })
        {
            using var svar = await vert.HentAsync(sti);
            Assert.True(svar.StatusCode == HttpStatusCode.TooManyRequests, $"{sti}: {svar.StatusCode}");
        }

        using var import = await vert.ImporterAsync(new Personbygger(Register.Kari));
        Assert.Equal(HttpStatusCode.OK, import.StatusCode);
    }

    [Fact]
    public async Task A_refused_call_is_no_look_up_and_is_not_in_the_log()
    {
        await using var vert = await StartAsync();
        Assert.Equal(Grense, await SlapperAsync(vert, Grense + 10));
        var side = await vert.Tjenester.GetRequiredService<LookupLogReader>()
            .ForKonsumentAsync(Registervert.Konsument, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        Assert.Equal(Grense, side.Lookups.Count(l => l.Record.Tjeneste == "folkeregisteret"));
    }

    [Fact]
    public async Task A_spoofed_address_does_not_help_and_a_trusted_proxys_clients_are_counted_apart()
    {
        await using (var vert = await StartAsync())
            Assert.Equal(Grense, await SlapperAsync(vert, Grense + 5, nr => $"203.0.113.{nr}"));
        await using var bak = await StartAsync(("Felles:Struping:BetroddeMellomledd:0", "127.0.0.0/8"));
        Assert.Equal(Grense + 5, await SlapperAsync(bak, Grense + 5, nr => $"203.0.113.{nr}"));
        Assert.Equal(Grense - 1, await SlapperAsync(bak, Grense + 5, nr => $"198.51.100.{nr}, 203.0.113.1"));
    }

    [Fact]
    public async Task A_sandbox_has_no_limit_unless_it_is_set()
    {
        await using var vert = await Registervert.StartAsync(Dialect.Sqlite);
        Assert.Equal(0, await AvvistAsync(vert, 200));
        await using var av = await StartAsync(("Felles:Struping:PerMinutt", "0"));
        Assert.Equal(0, await AvvistAsync(av, 200));
    }

    [Theory]
    [InlineData("Felles:Struping:PerMinutt", "-1")]
    [InlineData("Felles:Struping:BetroddeMellomledd:0", "lastbalanserer")]
    [InlineData("Felles:Struping:Klienthode", "X-Real-IP")]
    [InlineData("Felles:Struping:Adresser", "1")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string navn, string verdi)
    {
        var feil = await Assert.ThrowsAsync<InvalidSettingException>(() => StartAsync((navn, verdi)));
        Assert.Contains(navn, feil.Message, StringComparison.Ordinal);
    }

    private static Task<Registervert> StartAsync(params (string Navn, string Verdi)[] innstillinger)
    {
        var alle = new Dictionary<string, string?> { ["Felles:Struping:PerMinutt"] = $"{Grense}" };
        foreach (var (navn, verdi) in innstillinger)
            alle[navn] = verdi;
        return Registervert.StartAsync(Dialect.Sqlite, alle);
    }

    private static async Task<int> AvvistAsync(Registervert vert, int antall) => antall - await SlapperAsync(vert, antall);

    /// <summary>How many calls were answered by the service: 404, for the register is empty.</summary>
    private static async Task<int> SlapperAsync(Registervert vert, int antall, Func<int, string>? hode = null)
    {
        var slapp = 0;
        for (var nr = 0; nr < antall; nr++)
        {
            using var melding = new HttpRequestMessage(HttpMethod.Get, Kari);
            melding.Headers.Authorization = new("Bearer", vert.Bearer);
            if (hode is not null)
                melding.Headers.Add("X-Forwarded-For", hode(nr));
            using var svar = await vert.Klient.SendAsync(melding);
            slapp += svar.StatusCode == HttpStatusCode.NotFound ? 1 : 0;
        }

        return slapp;
    }
}
