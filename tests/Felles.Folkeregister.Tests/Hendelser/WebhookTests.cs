using System.Text;
using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Tests.Registrering;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.DependencyInjection;
using static Felles.Folkeregister.Tests.Registrering.Scene;

namespace Felles.Folkeregister.Tests.Hendelser;

/// <summary>What a subscriber receives when nothing fails.</summary>
public sealed class WebhookTests
{
    [Theory, TestDatabases]
    public async Task Each_event_comes_signed_as_cloudevents_with_what_the_feed_tells_of_it(Dialect dialect)
    {
        await using var mottaker = await Webhookmottaker.StartAsync();
        await using var vert = await StartAsync(dialect, mottaker.Abonner("alle", "OMH"));
        var scene = new Scene(vert, 40);
        var p = await scene.PersonAsync();
        await scene.GjoerAsync(Navn(p, "FOERST"), Navn(p, "SIDEN"));
        var slutt = await scene.SisteAsync();

        var tatt = await mottaker.MottattAsync((int)slutt);

        Assert.Equal(Enumerable.Range(1, (int)slutt).Select(n => (long)n), tatt.Select(l => l.Nr));
        var feed = JsonElement.Parse((await Feedklient.HentAsync(vert, "OMH", "?seq=1")).Kropp).EnumerateArray().ToArray();
        var publicUrl = "http://localhost:5080";
        foreach (var (levering, ventet) in tatt.Zip(feed))
        {
            Assert.Equal(("POST", "/inn", "application/cloudevents+json"), (levering.Metode, levering.Sti, levering.Hoder["Content-Type"]));
            Assert.True(levering.ErSignert(Webhookmottaker.Hemmelighet, TimeSpan.FromMinutes(5)));
            Assert.False(levering.ErSignert(Webhookmottaker.Hemmelighet + "!", TimeSpan.FromMinutes(5)));
            Assert.Equal(ventet.GetRawText(), levering.Brev.GetProperty("data").GetRawText());
            Assert.Equal(
                ("1.0", $"{publicUrl}/folkeregisteret/offentlig-med-hjemmel/api", "application/json"),
                (levering.Tekst("specversion"), levering.Tekst("source"), levering.Tekst("datacontenttype")));
            Assert.Equal("no.skatteetaten.folkeregisteret." + levering.Hendelse.GetProperty("hendelsetype").GetString(), levering.Tekst("type"));
            Assert.Equal(
                levering.Hendelse.GetProperty("ajourholdstidspunkt").GetDateTimeOffset(), levering.Brev.GetProperty("time").GetDateTimeOffset());
            Assert.DoesNotContain(levering.Hoder, h => h.Value.Contains(p.ToWire(), StringComparison.Ordinal));
            Assert.False(levering.Hoder.ContainsKey("traceparent"));
        }

        Assert.Contains(p.ToWire(), Encoding.UTF8.GetString(tatt[0].Bytes));
    }

    [Theory, TestDatabases]
    public async Task Each_delivery_is_in_the_look_up_log_with_receiver_package_and_person(Dialect dialect)
    {
        await using var mottaker = await Webhookmottaker.StartAsync();
        await using var vert = await StartAsync(dialect, mottaker.Abonner("navngitt", "PRIVU"));
        // The entry is there when the event is.
        var funnet = new List<int>();
        mottaker.Svar = async (_, _) => funnet.Add((await LoggAsync(vert)).Length);
        var scene = new Scene(vert, 41);
        var p = await scene.PersonAsync();
        await scene.GjoerAsync(Navn(p, "NY"));

        await mottaker.MottattAsync(2);

        Assert.Equal([1, 2], funnet);
        var noekkel = (await scene.LoggAsync(1))[0].Endring.Personnoekkel;
        Assert.All(await LoggAsync(vert), post =>
        {
            Assert.Equal(
                ("POST", "folkeregisteret", Oppslagstype.Hendelser, 200), (post.Metode, post.Tjeneste, post.Type, post.Status));
            Assert.Equal(Register.Sti(Feedklient.Pakke("PRIVU"), "hendelser/feed"), post.Rute);
            Assert.Equal((Feedklient.Pakke("PRIVU").Navn, "navngitt", 0UL), (post.Pakke, post.Detalj, post.Elementgrupper));
            Assert.Equal([noekkel], post.Personer.ToArray());
        });
    }

    [Theory, TestDatabases]
    public async Task Each_package_is_sent_what_it_sees_and_told_no_more_than_its_feed_tells(Dialect dialect)
    {
        await using var mottaker = await Webhookmottaker.StartAsync();
        var valg = mottaker.Abonner("med", "OMH", sti: "/omh");
        mottaker.Abonner("tynn", "PUH", valg, "/puh");
        mottaker.Abonner("uten", "PRIVU", valg, "/privu");
        await using var vert = await StartAsync(dialect, valg);
        var scene = new Scene(vert, 42);
        var p = await scene.PersonAsync();
        await scene.GjoerAsync(Opplysninger.BrukAvSamiskSpraak(
            p, new Nyopplysning<SamiskSpraak>(new() { Spraak = [SamiskSpraakType.Nordsamisk] }), Grunn));
        await scene.GjoerAsync(Navn(p, "NY"));
        var slutt = await scene.SisteAsync();

        foreach (var (kode, sti) in new[] { ("OMH", "/omh"), ("PUH", "/puh"), ("PRIVU", "/privu") })
        {
            var feed = await Feedklient.AlleAsync(vert, kode);
            var tatt = await mottaker.MottattAsync(feed.Count, sti);
            Assert.Equal(feed.Select(e => (e.Nr, e.Type)), tatt.Select(l => (l.Nr, l.Hendelse.GetProperty("hendelsetype").GetString()!)));
            Assert.Equal(kode == "OMH", feed.Count == slutt);
        }

        var tynne = await mottaker.MottattAsync(1, "/privu");
        Assert.All(tynne, l =>
        {
            Assert.Equal(["hendelsetype", "ajourholdstidspunkt"], l.Hendelse.EnumerateObject().Select(m => m.Name));
            Assert.Equal("no.skatteetaten.folkeregisteret.endringIPerson", l.Tekst("type"));
            Assert.DoesNotContain(p.ToWire(), Encoding.UTF8.GetString(l.Bytes));
        });
    }

    [Theory, TestDatabases]
    public async Task A_restart_goes_on_where_it_was_and_a_new_subscriber_starts_at_the_end(Dialect dialect)
    {
        await using var mottaker = await Webhookmottaker.StartAsync();
        var valg = mottaker.Abonner("gammel", "OMH");
        await using var foerste = await StartAsync(dialect, valg);
        var scene = new Scene(foerste, 43);
        var p = await scene.PersonAsync();
        await mottaker.MottattAsync(1);
        mottaker.Svar = Status(503);
        await scene.GjoerAsync(Navn(p, "EN"));
        var slutt = await scene.SisteAsync();
        await mottaker.ForsoekAsync(2);

        mottaker.Abonner("ny", "OMH", valg, "/ny");
        mottaker.Svar = (_, _) => Task.CompletedTask;
        await using var andre = await foerste.OmstartAsync();
        await new Scene(andre, 44).GjoerAsync(Navn(p, "TO"));

        var tatt = await mottaker.MottattAsync((int)slutt + 1);
        Assert.Equal(Enumerable.Range(1, (int)slutt + 1).Select(n => (long)n), tatt.Select(l => l.Nr));
        Assert.Equal(slutt + 1, (await mottaker.MottattAsync(1, "/ny"))[0].Nr);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task Of_two_hosts_one_sends_each_event_once_and_the_other_goes_on_when_it_stops(Dialect dialect)
    {
        await using var mottaker = await Webhookmottaker.StartAsync();
        await using var en = await StartAsync(dialect, mottaker.Abonner("delt", "OMH"));
        var to = await en.EnTilAsync();
        var scene = new Scene(en, 45);
        var p = await scene.PersonAsync();
        for (var n = 0; n < 20; n++)
            await scene.GjoerAsync(Navn(p, $"N{n}"));
        Assert.Equal(Enumerable.Range(1, 21).Select(n => (long)n), (await mottaker.MottattAsync(21)).Select(l => l.Nr));

        // Whichever had the right: with both stopped in turn each has had to take it over.
        await to.DisposeAsync();
        await scene.GjoerAsync(Navn(p, "ETTER"));
        await mottaker.MottattAsync(22);
        await using var tre = await en.EnTilAsync();
        await en.Tjenester.GetRequiredService<Microsoft.Extensions.Hosting.IHost>().StopAsync();
        await new Scene(tre, 46).GjoerAsync(Navn(p, "TIL SLUTT"));
        Assert.Equal(Enumerable.Range(1, 23).Select(n => (long)n), (await mottaker.MottattAsync(23)).Select(l => l.Nr));
    }

    internal static async Task<Registervert> StartAsync(Dialect dialect, Dictionary<string, string?> valg)
    {
        var vert = await Registervert.StartAsync(dialect, valg);
        var forvaltning = vert.Tjenester.GetRequiredService<Tilgangsforvaltning>();
        foreach (var pakke in Rettighetspakke.Alle)
        {
            var svar = await forvaltning.GiScopeAsync(Registervert.Konsument, pakke.Scope, Aktoer.Program("test"));
            Assert.True(svar.Match(_ => true, _ => false));
        }

        return vert;
    }

    internal static Func<int, Microsoft.AspNetCore.Http.HttpContext, Task> Status(int status) => (_, http) =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    internal static async Task<LookupRecord[]> LoggAsync(Registervert vert) =>
        [.. (await vert.Tjenester.GetRequiredService<LookupLogReader>().ForKonsumentAsync(
            Registervert.Konsument, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, max: 5000)).Lookups
            .Select(l => l.Record).Where(r => r.Utfall == "webhook").Reverse()];

    internal static Personmelding Navn(Folkeregisteridentifikator person, string fornavn) => Opplysninger.Navn(
        person, new Nyopplysning<Folkeregisterpersonnavn>(new() { Fornavn = fornavn, Etternavn = "TREKANT" }), Grunn);
}
