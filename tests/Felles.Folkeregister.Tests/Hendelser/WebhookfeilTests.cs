using System.Diagnostics.Metrics;
using Felles.Folkeregister.Hendelser.Webhooks;
using Felles.Folkeregister.Tests.Registrering;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Tid;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static Felles.Folkeregister.Tests.Hendelser.WebhookTests;

namespace Felles.Folkeregister.Tests.Hendelser;

/// <summary>What becomes of events when the receiver, the right or the settings are not as they should be.</summary>
public sealed class WebhookfeilTests
{
    [Theory, TestDatabases]
    public async Task An_event_is_tried_until_it_is_received_and_none_passes_it(Dialect dialect)
    {
        await using var mottaker = await Webhookmottaker.StartAsync();
        await using var vert = await StartAsync(dialect, mottaker.Abonner("treg", "OMH"));
        // A refusal, one that leads elsewhere, one that does not answer at all, and one that answers without end.
        mottaker.Svar = async (nr, http) =>
        {
            if (nr == 0)
                http.Response.StatusCode = 500;
            else if (nr == 1)
                http.Response.Redirect(mottaker.Adresse + "/annetsteds", permanent: true, preserveMethod: true);
            else if (nr == 2)
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            else if (nr == 3)
                await SvarUtenEndeAsync(http);
        };
        var scene = new Scene(vert, 50);
        var p = await scene.PersonAsync();
        await scene.GjoerAsync(Navn(p, "NY"));

        await mottaker.MottattAsync(2);

        var kommet = mottaker.Kommet;
        Assert.Equal([1L, 1, 1, 1, 2], kommet.Select(l => l.Nr));
        Assert.Equal([500, 308, 599, 200, 200], kommet.Select(l => l.Status));
        Assert.All(kommet, l => Assert.Equal("/inn", l.Sti));
        Assert.All(kommet, l => Assert.True(l.ErSignert(Webhookmottaker.Hemmelighet, TimeSpan.FromMinutes(5))));
        Assert.Equal(kommet[0].Bytes, kommet[3].Bytes);
        // Further attempts tell nobody anything new.
        Assert.Equal(2, (await LoggAsync(vert)).Length);
    }

    [Theory, TestDatabases]
    public async Task One_who_does_not_answer_holds_up_no_other_and_410_stops_until_the_address_is_changed(Dialect dialect)
    {
        await using var mottaker = await Webhookmottaker.StartAsync();
        var valg = mottaker.Abonner("borte", "OMH", sti: "/borte");
        mottaker.Abonner("andre", "OMH", valg);
        await using var foerste = await StartAsync(dialect, valg);
        mottaker.Svar = (_, http) =>
        {
            http.Response.StatusCode = http.Request.Path == "/borte" ? 410 : 200;
            return Task.CompletedTask;
        };
        var scene = new Scene(foerste, 51);
        var p = await scene.PersonAsync();
        await scene.GjoerAsync(Navn(p, "EN"));
        await mottaker.MottattAsync(2);

        await using var andre = await foerste.OmstartAsync();
        await new Scene(andre, 52).GjoerAsync(Navn(p, "TO"));
        await mottaker.MottattAsync(3);
        Assert.Single(mottaker.Kommet, l => l.Sti == "/borte");

        valg["Felles:Folkeregister:Webhooks:0:Url"] = mottaker.Adresse + "/flyttet";
        await using var tredje = await andre.OmstartAsync();
        Assert.Equal([1L, 2, 3], (await mottaker.MottattAsync(3, "/flyttet")).Select(l => l.Nr));
        Assert.Single(mottaker.Kommet, l => l.Sti == "/borte");
    }

    [Theory, TestDatabases]
    public async Task Without_the_package_or_its_scope_events_wait_and_are_counted(Dialect dialect)
    {
        await using var mottaker = await Webhookmottaker.StartAsync();
        await using var vert = await StartAsync(dialect, mottaker.Abonner("uten-rett", "PUH"));
        var holdt = new SemaphoreSlim(0);
        using var maaler = Lytt("felles.webhook.holdt", "uten-rett", holdt);
        var forvaltning = vert.Tjenester.GetRequiredService<Tilgangsforvaltning>();
        var (pakke, aktoer) = (Feedklient.Pakke("PUH"), Aktoer.Program("test"));
        var scene = new Scene(vert, 53);
        var p = await scene.PersonAsync();
        await mottaker.MottattAsync(1);

        await forvaltning.StengPakkeAsync(Registervert.Konsument, pakke, aktoer);
        await scene.GjoerAsync(Navn(p, "EN"));
        await HoerAsync(holdt);
        Assert.Single(mottaker.Kommet);
        await forvaltning.AapnePakkeAsync(Registervert.Konsument, pakke, aktoer);
        await mottaker.MottattAsync(2);

        await forvaltning.TrekkScopeAsync(Registervert.Konsument, pakke.Scope, aktoer);
        await scene.GjoerAsync(Navn(p, "TO"));
        await HoerAsync(holdt);
        Assert.Equal(2, mottaker.Kommet.Count);
        await forvaltning.GiScopeAsync(Registervert.Konsument, pakke.Scope, aktoer);
        Assert.Equal([1L, 2, 3], (await mottaker.MottattAsync(3)).Select(l => l.Nr));
        Assert.Equal(3, (await LoggAsync(vert)).Length);
    }

    [Theory, TestDatabases]
    public async Task Events_that_become_older_than_36_months_are_skipped(Dialect dialect)
    {
        await using var mottaker = await Webhookmottaker.StartAsync();
        await using var vert = await StartAsync(dialect, mottaker.Abonner("sen", "OMH"));
        mottaker.Svar = Status(503);
        var scene = new Scene(vert, 54);
        var p = await scene.PersonAsync();
        await scene.GjoerAsync(Navn(p, "GAMMEL"));
        await mottaker.ForsoekAsync(1);
        await vert.Tjenester.GetRequiredService<RegisterklokkeStore>().SetAsync(Klokkestilling.Forskjoevet(TimeSpan.FromDays(4 * 366)));
        await scene.GjoerAsync(Navn(p, "UNG"));
        mottaker.Svar = (_, _) => Task.CompletedTask;

        Assert.Equal(3, (await mottaker.MottattAsync(1))[0].Nr);
    }

    [Theory, TestDatabases]
    public async Task What_is_delivered_what_failed_and_how_far_behind_is_measured(Dialect dialect)
    {
        await using var mottaker = await Webhookmottaker.StartAsync();
        await using var vert = await StartAsync(dialect, mottaker.Abonner($"maalt-{dialect}", "OMH"));
        var (levert, feilet, etterslep) = (new SemaphoreSlim(0), new SemaphoreSlim(0), new SemaphoreSlim(0));
        using var leverte = Lytt("felles.webhook.levert", $"maalt-{dialect}", levert);
        using var feilete = Lytt("felles.webhook.feilet", $"maalt-{dialect}", feilet);
        using var bak = Lytt("felles.webhook.etterslep", $"maalt-{dialect}", etterslep);
        mottaker.Svar = Status(500);
        var scene = new Scene(vert, 55);
        var p = await scene.PersonAsync();
        await scene.GjoerAsync(Navn(p, "EN"));
        await HoerAsync(feilet);
        while (etterslep.CurrentCount < 2)
        {
            bak.RecordObservableInstruments();
            await Task.Delay(5);
        }

        Assert.Equal(0, levert.CurrentCount);
        mottaker.Svar = (_, _) => Task.CompletedTask;
        await HoerAsync(levert);
        await HoerAsync(levert);
    }

    [Theory]
    [InlineData("Navn", "to ord", "Must be 1 to 64 letters")]
    [InlineData("Navn", "EN", "EN is there twice")]
    [InlineData("Orgnr", "123456789", "Must be an organisation number")]
    [InlineData("Pakke", "alt", "Must be one of offentlig-med-hjemmel")]
    [InlineData("Url", "inn", "Must be an https address")]
    [InlineData("Url", "ftp://127.0.0.1/inn", "Must be an https address")]
    [InlineData("Url", "http://192.0.2.1/inn", "http is for this machine alone")]
    [InlineData("Url", "https://bruker:passord@mottaker.example/inn", "without user name")]
    [InlineData("Hemmelighet", "1234567890123456789012345678901", "at least 32 characters")]
    public async Task A_wrong_subscriber_stops_the_start_with_the_name_of_the_setting(string felt, string verdi, string tekst)
    {
        await using var mottaker = await Webhookmottaker.StartAsync();
        var valg = mottaker.Abonner("to", "OMH", mottaker.Abonner("en", "OMH"));
        valg["Felles:Folkeregister:Webhooks:1:" + felt] = verdi;

        var feil = await Assert.ThrowsAsync<InvalidSettingException>(() => Registervert.StartAsync(Dialect.Sqlite, valg));

        Assert.StartsWith($"Felles:Folkeregister:Webhooks:1:{felt}: ", feil.Message, StringComparison.Ordinal);
        Assert.Contains(tekst, feil.Message);
        if (felt is "Url" or "Hemmelighet")
            Assert.DoesNotContain(verdi, feil.Message);
    }

    [Theory]
    [InlineData(Mode.Produksjon, "http://127.0.0.1:8080/inn", false)]
    [InlineData(Mode.Produksjon, "https://mottaker.example/inn", true)]
    [InlineData(Mode.Sandkasse, "http://localhost:8080/inn", true)]
    [InlineData(Mode.Sandkasse, "https://mottaker.example/inn", true)]
    public void Http_is_for_a_sandbox_on_the_same_machine(Mode mode, string url, bool godtas)
    {
        var kontroll = new Webhookkontroll(Options.Create(new FellesOptions { Mode = mode }));
        var abonnent = new WebhookOptions
        {
            Navn = "en", Orgnr = Registervert.Konsument.ToWire(), Pakke = "finans", Url = url, Hemmelighet = Webhookmottaker.Hemmelighet,
        };
        var feil = Record.Exception(() => kontroll.Validate(null, new FolkeregisterOptions { Webhooks = [abonnent] }));
        Assert.Equal(godtas, feil is null);
        if (!godtas)
            Assert.Contains("Webhooks:0:Url: Must be an https address", Assert.IsType<InvalidSettingException>(feil).Message);
    }

    private static async Task SvarUtenEndeAsync(HttpContext http)
    {
        try
        {
            for (var stykke = new byte[64 * 1024]; ;)
                await http.Response.Body.WriteAsync(stykke, http.RequestAborted);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The sender had read enough.
        }
    }

    private static MeterListener Lytt(string navn, string abonnent, SemaphoreSlim hoert)
    {
        var lytter = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == navn)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        lytter.SetMeasurementEventCallback<long>((_, antall, merker, _) =>
        {
            if (merker.ToArray().Any(m => m.Value is string verdi && verdi == abonnent))
                Hoert(hoert, (int)antall);
        });
        lytter.Start();
        return lytter;
    }

    private static void Hoert(SemaphoreSlim hoert, int antall)
    {
        if (antall > 0)
            hoert.Release(antall);
    }

    private static async Task HoerAsync(SemaphoreSlim holdt) => Assert.True(await holdt.WaitAsync(TimeSpan.FromMinutes(1)));
}
