using System.Net;
using System.Xml.Linq;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Tests.Import;
using Felles.Folkeregister.Tests.Vert;
using Felles.Folkeregister.Uttrekk.Arbeid;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.DependencyInjection;
using static Felles.Folkeregister.Tests.Uttrekk.Uttrekksleser;

namespace Felles.Folkeregister.Tests.Uttrekk;

public sealed class BatchTests
{
    private const string Bosatte = """{"personstatustyper":["bosatt"]}""";

    [Theory, TestDatabases]
    public async Task What_is_not_there_is_404_until_it_is_known_not_to_come_and_410_where_nothing_ever_was(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect, new() { ["Felles:Folkeregister:KomplettBatchstoerrelse"] = "2" });
        await vert.ImportertAsync([.. Enumerable.Range(1, 4).Select(n => new Personbygger(Personbygger.Nummer(n)).Json())]);
        await StansAsync(vert, dialect);
        var jobbid = await BestillKomplettAsync(vert);
        await SvarAsync(vert, Batchsti(Omh, jobbid, 0), 404, """{"feilmelding":"Batch med id=0 er enda ikke klar"}""");
        await SvarAsync(vert, Batchsti(Omh, jobbid, 7), 404, """{"feilmelding":"Batch med id=7 er enda ikke klar"}""");
        await UtfoerAsync(vert, "update felles.jobb set klar = 0");
        await VentAsync(vert, Omh, jobbid, 2);

        await SvarAsync(vert, Batchsti(Omh, jobbid, 2), 200, "{}");
        await SvarAsync(vert, Batchsti(Omh, jobbid, 3), 410, """{"feilmelding":"Batchen finnes ikke"}""");
        await SvarAsync(vert, Batchsti(Omh, jobbid, 99_999_999_999), 410, """{"feilmelding":"Batchen finnes ikke"}""");
        await SvarAsync(vert, Batchsti(Omh, Guid.NewGuid().ToString(), 0), 410, """{"feilmelding":"Jobben finnes ikke"}""");
        await SvarAsync(vert, Batchsti(Omh, "tull", 0), 410, """{"feilmelding":"Jobben finnes ikke"}""");
        foreach (var nr in new[] { "x", "-1", "1.0", "%20" })
        {
            using var svar = await vert.HentAsync(Register.Omh($"uttrekk/{jobbid}/batch/{nr}"));
            Assert.Equal(400, (int)svar.StatusCode);
        }

        using var xml = await vert.HentAsync(Batchsti(Omh, jobbid, 1), "application/xml");
        var rot = XDocument.Parse(await xml.Content.ReadAsStringAsync()).Root!;
        Assert.Equal("{folkeregisteret:tilgjengeliggjoering:uttrekk:v1:response}uttrekkDataResponse", rot.Name.ToString());
        Assert.Equal(
            [Dokumentnoekkel.Lag(3, 1).ToWire(), Dokumentnoekkel.Lag(4, 1).ToWire()],
            rot.Elements(rot.Name.Namespace + "dokumentidentifikator").Select(e => e.Value));
        using var slutt = await vert.HentAsync(Batchsti(Omh, jobbid, 2), "application/xml");
        Assert.Empty(XDocument.Parse(await slutt.Content.ReadAsStringAsync()).Root!.Elements());
    }

    [Theory, TestDatabases]
    public async Task The_job_of_another_organisation_or_package_is_no_job(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await vert.ImportertAsync(new Personbygger(Register.Kari).Json());
        var jobbid = await BestillKomplettAsync(vert);
        await VentAsync(vert, Omh, jobbid, 1);
        var annen = Sandkassevirksomhet.Alle.First(v => v.Organisasjonsnummer != Registervert.Konsument).Organisasjonsnummer;
        await vert.Tjenester.GetRequiredService<Tilgangsforvaltning>().AapnePakkeAsync(annen, Omh, Aktoer.Program("test"));
        using (var svar = await vert.HentAsync(Batchsti(Omh, jobbid, 0), token: Testnoekler.Token(annen, Registervert.AlleScopes)))
            Assert.Equal(410, (int)svar.StatusCode);
        foreach (var pakke in Register.Oppslagspakker.Where(p => p != Omh))
            await SvarAsync(vert, Batchsti(pakke, jobbid, 0), 410, """{"feilmelding":"Jobben finnes ikke"}""");
        using var uten = await vert.HentAsync(Batchsti(Omh, jobbid, 0), token: Testnoekler.Token(Registervert.UtenTilgang, Omh.Scope));
        Assert.Contains((int)uten.StatusCode, new[] { 403, 410 });
    }

    [Theory, TestDatabases]
    public async Task Ten_jobs_may_run_and_of_orders_that_meet_on_several_hosts_no_more_are_taken(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await StansAsync(vert, dialect);
        var verter = new List<Registervert> { vert };
        if (dialect == Dialect.PostgreSql)
            verter.Add(await vert.EnTilAsync());
        var svar = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => n % 2 == 0
            ? verter[n % verter.Count].HentAsync(Register.Omh("uttrekk/komplett"))
            : SendTilpassetAsync(verter[n / 2 % verter.Count], Register.Oppslagspakker.Last(), Bosatte)));
        Assert.Equal(10, svar.Count(s => s.StatusCode == HttpStatusCode.OK));
        Assert.All(svar.Where(s => s.StatusCode != HttpStatusCode.OK), s =>
        {
            Assert.Equal(429, (int)s.StatusCode);
            Assert.Equal("5000", Assert.Single(s.Headers.GetValues("Retry-After")));
        });
        var avvist = await svar.First(s => (int)s.StatusCode == 429).Content.ReadAsStringAsync();
        Assert.Contains("feilmelding", avvist, StringComparison.Ordinal);

        // Another organisation has ten of its own, and an ended one makes room.
        var annen = Sandkassevirksomhet.Alle.First(v => v.Organisasjonsnummer != Registervert.Konsument).Organisasjonsnummer;
        await vert.Tjenester.GetRequiredService<Tilgangsforvaltning>().AapnePakkeAsync(annen, Omh, Aktoer.Program("test"));
        var token = Testnoekler.Token(annen, Registervert.AlleScopes);
        using (var andres = await vert.HentAsync(Register.Omh("uttrekk/komplett"), token: token))
            Assert.Equal(200, (int)andres.StatusCode);
        var ferdig = await JobbidAsync(svar.First(s => s.StatusCode == HttpStatusCode.OK));
        await UtfoerAsync(vert, $"update felles.jobb set klar = 0 where noekkel = '{ferdig}'");
        while (await ImportTests.TellAsync(vert, "select count(*) from folkeregister.uttrekk where status = 1") == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        using (var plass = await vert.HentAsync(Register.Omh("uttrekk/komplett")))
            Assert.Equal(200, (int)plass.StatusCode);
        foreach (var s in svar)
            s.Dispose();
        if (verter.Count > 1)
            await verter[1].DisposeAsync();
    }

    [Theory, TestDatabases]
    public async Task The_log_has_the_order_and_what_each_batch_delivered(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await vert.ImportertAsync(new Personbygger(Register.Kari).Json(), new Personbygger(Register.Ola).Json());
        var komplett = await BestillKomplettAsync(vert);
        await LesAsync(vert, Omh, komplett);
        await TilpassetAsync(vert, Omh, Bosatte);
        var logg = (await vert.Tjenester.GetRequiredService<LookupLogReader>().ForKonsumentAsync(
            Registervert.Konsument, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, max: 5000)).Lookups
            .Select(l => l.Record).Where(r => r.Type == Oppslagstype.Uttrekk && r.Status == 200).Reverse().ToArray();
        Assert.Equal(6, logg.Length);
        Assert.StartsWith(komplett, logg[0].Detalj, StringComparison.Ordinal);
        Assert.Equal(komplett + " 0", logg[1].Detalj);
        Assert.Equal([Dokumentnoekkel.Lag(1, 1), Dokumentnoekkel.Lag(2, 1)], logg[1].Dokumenter.ToArray());
        Assert.Equal(0, logg[1].Personer.Length);
        Assert.Contains("bosatt", logg[3].Detalj, StringComparison.Ordinal);
        Assert.Equal([1L, 2L], logg[4].Personer.ToArray());
        Assert.Equal(1UL << (int)Personelement.Identifikasjonsnummer, logg[4].Elementgrupper);
        Assert.Equal(0, logg[5].Personer.Length);
    }

    [Theory, TestDatabases]
    public async Task Extracts_are_removed_when_their_time_is_out_and_given_up_when_nobody_works_on_them(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect, new() { ["Felles:Folkeregister:KomplettBatchstoerrelse"] = "1" });
        await vert.ImportertAsync([.. Enumerable.Range(1, 3).Select(n => new Personbygger(Personbygger.Nummer(n)).Json())]);
        var (gammelt, nytt) = (await BestillKomplettAsync(vert), await BestillKomplettAsync(vert));
        await LesAsync(vert, Omh, gammelt);
        await LesAsync(vert, Omh, nytt);
        await StansAsync(vert, dialect);
        var staar = await BestillKomplettAsync(vert);
        var rydding = vert.Tjenester.GetRequiredService<Uttrekksrydding>();
        Assert.Equal(0, await rydding.RyddAsync(TestContext.Current.CancellationToken));

        var doegn = 24 * 3600 * 1_000_000L;
        var bytes = (string id) => $"{(dialect == Dialect.Sqlite ? "x'" : "'\\x")}{id.Replace("-", "", StringComparison.Ordinal)}'";
        await UtfoerAsync(
            vert, $"update folkeregister.uttrekk set sist = sist - {7 * doegn} where jobbid = {bytes(gammelt)}",
            $"update folkeregister.uttrekk set sist = sist - {6 * doegn} where jobbid = {bytes(nytt)}",
            $"update folkeregister.uttrekk set sist = sist - {2 * doegn} where jobbid = {bytes(staar)}");
        Assert.Equal(1, await rydding.RyddAsync(TestContext.Current.CancellationToken));
        await SvarAsync(vert, Batchsti(Omh, gammelt, 0), 410, """{"feilmelding":"Jobben finnes ikke"}""");
        Assert.Equal(3, (await LesAsync(vert, Omh, nytt)).Count);
        Assert.Equal(3, await ImportTests.TellAsync(vert, "select count(*) from folkeregister.uttrekk_batch"));
        await SvarAsync(vert, Batchsti(Omh, staar, 0), 410, """{"feilmelding":"Jobben kunne ikke fullføres. Bestill uttrekket på nytt"}""");
    }

    [Theory, TestDatabases]
    public async Task A_job_that_cannot_be_done_is_given_up_and_is_none_of_the_ten(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await vert.ImportertAsync(new Personbygger(Register.Kari).Json());
        await StansAsync(vert, dialect);
        using var svar = await SendTilpassetAsync(vert, Omh, Bosatte);
        var jobbid = await JobbidAsync(svar);
        await UtfoerAsync(
            vert, "update folkeregister.uttrekk set kriterier = 'tull'",
            $"update felles.jobb set klar = 0, mislykket = {JobQueue.MaxMislykket - 1} where noekkel = '{jobbid}'");
        while (await ImportTests.TellAsync(vert, "select count(*) from folkeregister.uttrekk where status = 0") > 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await SvarAsync(vert, Batchsti(Omh, jobbid, 0), 410, """{"feilmelding":"Jobben kunne ikke fullføres. Bestill uttrekket på nytt"}""");
    }

    private static async Task SvarAsync(Registervert vert, string sti, int status, string kropp)
    {
        using var svar = await vert.HentAsync(sti);
        Assert.Equal(kropp, await svar.Content.ReadAsStringAsync());
        Assert.Equal(status, (int)svar.StatusCode);
    }
}
