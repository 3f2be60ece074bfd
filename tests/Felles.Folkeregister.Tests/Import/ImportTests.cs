using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Import;

public sealed class ImportTests
{
    private static readonly Folkeregisteridentifikator A = Personbygger.Nummer(1);
    private static readonly Folkeregisteridentifikator B = Personbygger.Nummer(2);
    private static readonly Folkeregisteridentifikator C = Personbygger.Nummer(3);
    private static readonly Folkeregisteridentifikator D = Personbygger.Nummer(4, Identifikatortype.DNummer);

    [Theory, TestDatabases]
    public async Task What_went_in_comes_out_and_going_in_again_changes_nothing(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        string[] linjer = [new Personbygger(A).Tidligere(D).Navn("LUN", "PLANKE"), new Personbygger(B).Doed("2020-12-22"), Redusert(C)];
        using (var svar = await vert.ImporterAsync(linjer))
            await SjekkAsync(svar, lest: 3, nye: 3, endret: 0, uendret: 0);
        Assert.Equal(3, (await HendelserAsync(vert)).Count);

        var ut = await EksporterAsync(vert);
        Assert.Equal(linjer.Order(StringComparer.Ordinal).Select(Likt), ut.Order(StringComparer.Ordinal).Select(Likt));

        using (var svar = await vert.ImporterAsync([.. ut]))
            await SjekkAsync(svar, lest: 3, nye: 0, endret: 0, uendret: 3);
        Assert.Equal(3, (await HendelserAsync(vert)).Count);
        Assert.Equal(ut, await EksporterAsync(vert));
    }

    [Theory, TestDatabases]
    public async Task A_change_is_a_new_version_with_one_event_that_names_the_elements(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        using (var svar = await vert.ImporterAsync(new Personbygger(D), new Personbygger(B)))
            svar.EnsureSuccessStatusCode();
        // The D-number is replaced by a fødselsnummer, and a name is added.
        using (var svar = await vert.ImporterAsync(new Personbygger(A).Tidligere(D).Navn("LUN", "PLANKE"), new Personbygger(B)))
            await SjekkAsync(svar, lest: 2, nye: 0, endret: 1, uendret: 1);

        var hendelse = (await HendelserAsync(vert))[^1];
        Assert.Equal(2, hendelse.Versjon);
        Assert.Equal(A, hendelse.Identifikator);
        Assert.Equal(
            [Personelement.Identifikasjonsnummer, Personelement.Navn], Enum.GetValues<Personelement>().Where(hendelse.Gjelder));
        var personer = vert.Tjenester.GetRequiredService<Personer>();
        var person = await personer.FinnAsync(D);
        Assert.Equal(A, person!.Identifikator);
        Assert.Equal(hendelse.Dokument, person.Dokumentid);
        Assert.Equal(2, (await personer.TellAsync()).Alle);
        Assert.Equal(1, await TellAsync(vert, "select count(*) from folkeregister.versjon"));
        using var soek = await vert.HentAsync(Register.Omh("personer/soek"));
        Assert.Equal(2, (await OppslagTests.JsonAsync(soek)).GetProperty("foedselsEllerDNummer").GetArrayLength());
    }

    [Theory, TestDatabases]
    public async Task A_file_with_faults_is_refused_whole_and_every_fault_has_its_line(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        using var svar = await vert.ImporterAsync(
            new Personbygger(A),
            "",
            "tull",
            new Personbygger(B).Json().Replace("\"kvinne\"", "\"katt\"", StringComparison.Ordinal).Replace("\"NOR\"", "\"Norge\"", StringComparison.Ordinal),
            """{"kjoenn":[{"kjoenn":"mann"}]}""",
            new Personbygger(C).Tidligere(A));
        Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
        Assert.Equal("application/problem+json", svar.Content.Headers.ContentType!.MediaType);
        var problem = await OppslagTests.JsonAsync(svar);
        var feil = problem.GetProperty("funn").EnumerateArray()
            .Select(f => (f.GetProperty("linje").GetInt32(), f.GetProperty("kode").GetString()!)).ToArray();
        Assert.Equal(feil.Length, problem.GetProperty("antallFunn").GetInt32());
        Assert.Equal([3, 4, 5, 6], feil.Select(f => f.Item1).Distinct());
        Assert.Contains((5, "manglerIdentifikasjonsnummer"), feil);
        Assert.Contains((6, "nummerGjentatt"), feil);
        Assert.DoesNotContain(A.ToWire(), problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, await TellAsync(vert, "select count(*) from folkeregister.person"));
        Assert.Empty(await HendelserAsync(vert));
    }

    [Theory, TestDatabases]
    public async Task A_number_of_another_person_in_the_register_undoes_the_whole_file(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        using (var svar = await vert.ImporterAsync(new Personbygger(A).Tidligere(D), new Personbygger(B)))
            svar.EnsureSuccessStatusCode();
        foreach (var linje in new string[] { new Personbygger(C).Tidligere(D), new Personbygger(A).Tidligere(B), new Personbygger(D) })
        {
            using var svar = await vert.ImporterAsync(new Personbygger(Personbygger.Nummer(50)), linje);
            Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
            var feil = (await OppslagTests.JsonAsync(svar)).GetProperty("funn")[0];
            Assert.Equal("nummerOpptatt", feil.GetProperty("kode").GetString());
            Assert.Equal(2, feil.GetProperty("linje").GetInt32());
        }

        Assert.Equal(3, await TellAsync(vert, "select count(*) from folkeregister.person"));
        Assert.Equal(2, (await HendelserAsync(vert)).Count);
    }

    [Theory, TestDatabases]
    public async Task Every_fault_is_told_conflicts_with_the_register_too(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        using (var foerst = await vert.ImporterAsync(new Personbygger(A).Tidligere(D)))
            foerst.EnsureSuccessStatusCode();
        using var svar = await vert.ImporterAsync(
        [
            .. Enumerable.Repeat("{}", 1500),
            new Personbygger(C).Tidligere(D),
            new Personbygger(B),
            new Personbygger(Personbygger.Nummer(9)).Tidligere(B),
        ]);
        var problem = await OppslagTests.JsonAsync(svar);
        Assert.Equal(1502, problem.GetProperty("antallFunn").GetInt32());
        var funn = problem.GetProperty("funn").EnumerateArray().ToArray();
        Assert.Equal(1502, funn.Length);
        Assert.Equal(
            [(1501, "identifikasjonsnummer[1]", "nummerOpptatt"), (1503, "identifikasjonsnummer[1]", "nummerGjentatt")],
            funn[1500..].Select(f => (
                f.GetProperty("linje").GetInt32(), f.GetProperty("sti").GetString()!, f.GetProperty("kode").GetString()!)));
    }

    [Theory, TestDatabases]
    public async Task Every_withdrawn_number_leads_to_the_current_one_though_no_document_names_it_any_more(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        foreach (var linje in new string[] { new Personbygger(B).Tidligere(D), new Personbygger(B), new Personbygger(C).Tidligere(B) })
        {
            using var svar = await vert.ImporterAsync(linje);
            svar.EnsureSuccessStatusCode();
        }

        await SjekkNumreAsync(vert);
        // One step each; so a look-up needs no more than two.
        Assert.Equal(2, await TellAsync(vert, $"select count(*) from folkeregister.person where gjeldende = {C.Value}"));
        // As a look-up sees it that reads the old row before a change and the new one after: bulk follows as far as it takes.
        await SettPekerAsync(vert, D, B);
        await SjekkNumreAsync(vert);
        // And back to the first number, which leads to the others from then on.
        using (var svar = await vert.ImporterAsync(new Personbygger(D).Tidligere(C)))
            svar.EnsureSuccessStatusCode();
        Assert.Equal(2, await TellAsync(vert, $"select count(*) from folkeregister.person where gjeldende = {D.Value}"));
    }

    [Theory, TestDatabases]
    public async Task Two_hosts_that_import_the_same_persons_do_not_hinder_each_other(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await using var annen = dialect == Dialect.PostgreSql ? await vert.EnTilAsync() : null;
        string[] linjer = [.. Enumerable.Range(100, 250).Select(n => (string)new Personbygger(Personbygger.Nummer(n)))];
        var svar = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(
            () => (i % 2 == 0 ? vert : annen ?? vert).ImporterAsync([.. i % 3 == 0 ? linjer : linjer.Reverse()]))));
        Assert.All(svar, s => Assert.Equal(HttpStatusCode.OK, s.StatusCode));
        var nye = await Task.WhenAll(svar.Select(async s => (await OppslagTests.JsonAsync(s)).GetProperty("nye").GetInt32()));
        Assert.Equal([0, 0, 0, 0, 0, 250], nye.Order());
        Assert.Equal(250, (await HendelserAsync(vert)).Count);
        foreach (var s in svar)
            s.Dispose();
    }

    [Theory, TestDatabases]
    public async Task Numbers_that_change_during_an_export_neither_lose_nor_double_a_person(Dialect dialect)
    {
        const int Antall = 600;
        await using var vert = await Registervert.StartAsync(dialect);
        string[] personer = [.. Enumerable.Range(1000, Antall).Select(n => (string)new Personbygger(Personbygger.Nummer(n)))];
        using (var svar = await vert.ImporterAsync(personer))
            svar.EnsureSuccessStatusCode();
        // The writer waits after the first page until somebody reads.
        var roer = new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        var eksport = vert.Tjenester.GetRequiredService<Personregister>().EksporterAsync(roer.Writer);
        var side = await roer.Reader.ReadAsync();
        // The first person gets a number behind all others, the last one a number before them.
        using (var svar = await vert.ImporterAsync(
            new Personbygger(Personbygger.Nummer(5000)).Tidligere(Personbygger.Nummer(1000)),
            new Personbygger(Personbygger.Nummer(500)).Tidligere(Personbygger.Nummer(1000 + Antall - 1))))
            svar.EnsureSuccessStatusCode();
        roer.Reader.AdvanceTo(side.Buffer.Start, side.Buffer.End);
        using var minne = new MemoryStream();
        var kopi = roer.Reader.CopyToAsync(minne);
        await eksport;
        await roer.Writer.CompleteAsync();
        await kopi;
        var linjer = Encoding.UTF8.GetString(minne.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(
            Enumerable.Range(1000, Antall).Select(n => Personbygger.Nummer(n).ToWire()),
            nummer => Assert.Single(linjer, l => l.Contains(nummer, StringComparison.Ordinal)));
    }

    [Theory, TestDatabases]
    public async Task A_host_that_cannot_lay_the_file_aside_says_so_and_takes_it_later(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var iVeien = Path.Combine(vert.Mappe, "import");
        await File.WriteAllTextAsync(iVeien, "a file where the folder should be");
        using (var svar = await vert.ImporterAsync(new Personbygger(A)))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, svar.StatusCode);
            Assert.NotNull(svar.Headers.RetryAfter);
            Assert.Equal("ingen-plass", (await OppslagTests.JsonAsync(svar)).GetProperty("kode").GetString());
        }

        File.Delete(iVeien);
        using (var svar = await vert.ImporterAsync(new Personbygger(A)))
            await SjekkAsync(svar, lest: 1, nye: 1, endret: 0, uendret: 0);
    }

    [Theory, TestDatabases]
    public async Task Only_administration_may_import_and_only_lines_are_taken(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var token = Testnoekler.Token(Registervert.Konsument, "folkeregister:deling/offentligmedhjemmel");
        using var uten = await vert.SendAsync(HttpMethod.Post, "/felles/api/v1/personer", innhold: new StringContent(new Personbygger(A)), token: token);
        Assert.Equal(HttpStatusCode.Forbidden, uten.StatusCode);
        using var eksport = await vert.HentAsync("/felles/api/v1/personer", token: token);
        Assert.Equal(HttpStatusCode.Forbidden, eksport.StatusCode);
        using var type = await vert.SendAsync(
            HttpMethod.Post, "/felles/api/v1/personer", innhold: new StringContent(new Personbygger(A), Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, type.StatusCode);
        Assert.Equal(0, await TellAsync(vert, "select count(*) from folkeregister.person"));
    }

    internal static async Task<List<string>> EksporterAsync(Registervert vert)
    {
        using var svar = await vert.HentAsync("/felles/api/v1/personer");
        Assert.Equal("application/x-ndjson", svar.Content.Headers.ContentType!.MediaType);
        return [.. (await svar.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    internal static Task<long> TellAsync(Registervert vert, string sql) => vert.Tjenester.GetRequiredService<Database>().ReadPrimaryAsync(
        async (c, ct) =>
        {
            await using var command = c.CreateCommand();
            command.CommandText = vert.Tjenester.GetRequiredService<Database>().Sql(sql);
            return Convert.ToInt64(await command.ExecuteScalarAsync(ct));
        }).AsTask();

    private static async Task<List<Personendring>> HendelserAsync(Registervert vert)
    {
        var logg = vert.Tjenester.GetRequiredService<SequenceLog>();
        // The sequencer numbers committed events at most 50 ms behind; wait until it has nothing more to give.
        for (var sist = -1L; ;)
        {
            await Task.Delay(200);
            var naa = await logg.LastAsync(Personendring.Stroem);
            if (naa == sist)
                return [.. (await logg.ReadAsync(Personendring.Stroem, 1, 1000)).Select(h => Personendring.Les(h.Noekkel, h.Innhold.Span))];
            sist = naa;
        }
    }

    private static async Task SjekkNumreAsync(Registervert vert)
    {
        Folkeregisteridentifikator[] numre = [D, B, C];
        var personer = vert.Tjenester.GetRequiredService<Personer>();
        foreach (var nummer in numre)
            Assert.Equal(C, (await personer.FinnAsync(nummer))!.Identifikator);
        using var bestilling = new StringContent(
            JsonSerializer.Serialize(new { foedselsEllerDNummer = numre.Select(n => n.ToWire()) }), Encoding.UTF8, "application/json");
        using var svar = await vert.SendAsync(HttpMethod.Post, Register.Omh("personer/bulkoppslag?part=navn"), innhold: bestilling);
        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        Assert.Equal(3, (await OppslagTests.JsonAsync(svar)).GetProperty("oppslag").GetArrayLength());
    }

    private static Task SettPekerAsync(Registervert vert, Folkeregisteridentifikator fra, Folkeregisteridentifikator til) =>
        vert.Tjenester.GetRequiredService<Database>().WriteAsync(async (unit, ct) =>
        {
            await using var command = unit.Connection.CreateCommand();
            (command.CommandText, command.Transaction) = (
                unit.Sql($"update folkeregister.person set gjeldende = {til.Value} where identifikator = {fra.Value}"), unit.Transaction);
            await command.ExecuteNonQueryAsync(ct);
        });

    private static async Task SjekkAsync(HttpResponseMessage svar, int lest, int nye, int endret, int uendret)
    {
        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        Assert.Equal($$"""{"lest":{{lest}},"nye":{{nye}},"endret":{{endret}},"uendret":{{uendret}}}""", await svar.Content.ReadAsStringAsync());
    }

    /// <summary>The form of the packages without source and cause.</summary>
    private static string Redusert(Folkeregisteridentifikator id)
    {
        var person = JsonNode.Parse(new Personbygger(id).Json())!.AsObject();
        foreach (var oppfoering in person.SelectMany(m => m.Value!.AsArray()))
        {
            oppfoering!.AsObject().Remove("kilde");
            oppfoering.AsObject().Remove("aarsak");
        }

        return person.ToJsonString(
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static string Likt(string json) => JsonNode.Parse(json)!.ToJsonString();
}
