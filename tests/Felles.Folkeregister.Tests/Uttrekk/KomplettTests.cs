using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Tests.Registrering;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;
using static Felles.Folkeregister.Tests.Uttrekk.Uttrekksleser;

namespace Felles.Folkeregister.Tests.Uttrekk;

public sealed class KomplettTests
{
    [Theory, TestDatabases]
    public async Task It_is_the_register_at_the_number_in_batches_of_the_set_size(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect, new() { ["Felles:Folkeregister:KomplettBatchstoerrelse"] = "3" });
        await ImporterAsync(vert, 1, 7, "A");
        var foerste = await SisteAsync(vert, 7);
        await ImporterAsync(vert, 2, 3, "B");
        await ImporterAsync(vert, 3, 3, "C");
        await ImporterAsync(vert, 8, 8, "A");
        var siste = await SisteAsync(vert, 11);

        Assert.Equal([3, 3, 1], (await LesAsync(vert, Omh, await BestillKomplettAsync(vert, foerste))).Select(b => b.Length));
        Assert.Equal(Ider((1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (6, 1), (7, 1)), await AlleAsync(vert, foerste));
        Assert.Equal(Ider((1, 1), (2, 2), (3, 1), (4, 1), (5, 1), (6, 1), (7, 1)), await AlleAsync(vert, foerste + 1));
        string[] naa = Ider((1, 1), (2, 2), (3, 3), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1));
        Assert.Equal(naa, await AlleAsync(vert, siste));
        Assert.Equal(naa, await AlleAsync(vert, null));
        Assert.Equal(naa, await AlleAsync(vert, long.MaxValue));
        // Everybody here came with an event, so nobody was there before the first one.
        Assert.Empty(await AlleAsync(vert, 0));
    }

    [Theory, TestDatabases]
    public async Task A_loaded_population_is_there_from_number_0_on(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var personer = Enumerable.Range(1, 20)
            .Select(n => System.Text.Encoding.UTF8.GetBytes(new Personbygger(Personbygger.Nummer(n)).Json()))
            .Select(dokument => Contracts.Personmodell.Personleser.Les(dokument));
        await vert.Tjenester.GetRequiredService<Personlast>().LastGrunnlagAsync(1, _ => personer);
        await ImporterAsync(vert, 3, 3, "B");
        await SisteAsync(vert, 1);
        Assert.Equal(20, (await AlleAsync(vert, 0)).Count);
        Assert.All(await AlleAsync(vert, 0), id => Assert.Equal(1, Versjon(id)));
        Assert.Equal(2, (await AlleAsync(vert, null)).Select(Versjon).Max());
    }

    [Theory, TestDatabases]
    public async Task It_stays_the_register_at_the_number_although_writing_goes_on(Dialect dialect)
    {
        const int Personer = 400;
        await using var vert = await Registervert.StartAsync(dialect, new() { ["Felles:Folkeregister:KomplettBatchstoerrelse"] = "90" });
        await ImporterAsync(vert, 1, Personer, "A");
        using var stopp = new CancellationTokenSource();
        var skriving = Task.Run(async () =>
        {
            for (var runde = 0; !stopp.IsCancellationRequested; runde++)
            {
                var fra = runde * 37 % Personer + 1;
                var navn = "N" + (char)('A' + runde % 26) + (char)('A' + runde / 26 % 26);
                await ImporterAsync(vert, fra, Math.Min(fra + 20, Personer + runde), navn);
            }
        });
        var slump = new Random(41);
        for (var gang = 0; gang < 50; gang++)
        {
            var siste = await vert.Tjenester.GetRequiredService<SequenceLog>().LastAsync(Personendring.Stroem);
            var nummer = gang % 5 < 4 ? siste : slump.NextInt64(siste + 1);
            var uttrekk = await AlleAsync(vert, nummer);
            Assert.Equal(await FasitAsync(vert, nummer), uttrekk);
        }

        await stopp.CancelAsync();
        await skriving;
    }

    [Theory, TestDatabases]
    public async Task After_a_restart_in_the_middle_the_job_goes_on_and_nobody_is_there_twice(Dialect dialect)
    {
        const int Personer = 1200;
        var foer = await Registervert.StartAsync(dialect, new() { ["Felles:Folkeregister:KomplettBatchstoerrelse"] = "1" });
        await ImporterAsync(foer, 1, Personer, "A");
        await SisteAsync(foer, Personer);
        var jobbid = await BestillKomplettAsync(foer);
        await VentAsync(foer, Omh, jobbid, 5);
        using (var siste = await foer.HentAsync(Batchsti(Omh, jobbid, Personer - 1)))
            Assert.Equal(404, (int)siste.StatusCode);
        await using var etter = await foer.OmstartAsync();
        var batcher = await LesAsync(etter, Omh, jobbid);
        Assert.Equal(Ider([.. Enumerable.Range(1, Personer).Select(n => (n, 1))]), batcher.SelectMany(b => b));
    }

    [Theory, TestDatabases]
    public async Task Merges_splits_and_several_events_of_one_document_are_told_at_every_number(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var scene = new Scene(vert, 1);
        var (en, to, tre) = (await scene.PersonAsync(), await scene.PersonAsync(), await scene.PersonAsync(b => b.Kjoenn("mann")));
        await scene.GjoerAsync(new Vigsel { Grunn = Scene.Grunn, Person = to, Ektefelle = tre, Dato = Typemeldinger.Dag });
        await scene.GjoerAsync(new Sammenslaaing { Grunn = Scene.Grunn, Gjeldende = en, Dublett = to });
        await scene.GjoerAsync(new Splitting { Grunn = Scene.Grunn, Gjeldende = en, Gjenopprettet = to });
        await scene.GjoerAsync(new Sammenslaaing { Grunn = Scene.Grunn, Gjeldende = tre, Dublett = en });
        var siste = await scene.SisteAsync();
        var antall = new List<int>();
        for (var nummer = 0; nummer <= siste; nummer++)
        {
            var uttrekk = await AlleAsync(vert, nummer);
            Assert.Equal(await FasitAsync(vert, nummer), uttrekk);
            antall.Add(uttrekk.Count);
        }

        Assert.Equal([0, 1, 2, 3], antall[..4]);
        Assert.Contains(2, antall[4..]);

        // Every id can be read, of those who are withdrawn too.
        foreach (var id in await AlleAsync(vert, 3))
        {
            using var svar = await vert.HentAsync(Register.Omh("personer/arkiv/" + id));
            Assert.Equal(200, (int)svar.StatusCode);
        }
    }

    [Theory, TestDatabases]
    public async Task The_number_is_judged_and_head_orders_nothing(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        foreach (var spoerring in new[] { "feedsekvensnr=", "feedsekvensnr=-1", "feedsekvensnr=x", "feedsekvensnr=1&FeedSekvensNr=2", "feedsekvensnr=99999999999999999999" })
        {
            using var svar = await vert.HentAsync(Register.Omh("uttrekk/komplett?" + spoerring));
            Assert.Equal(400, (int)svar.StatusCode);
            Assert.Contains("FREG-001", await svar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var foer = await Import.ImportTests.TellAsync(vert, "select count(*) from folkeregister.uttrekk");
        using var hode = await vert.SendAsync(HttpMethod.Head, Register.Omh("uttrekk/komplett"));
        Assert.Equal(200, (int)hode.StatusCode);
        Assert.Equal(foer, await Import.ImportTests.TellAsync(vert, "select count(*) from folkeregister.uttrekk"));
    }

    private static async Task<List<string>> AlleAsync(Registervert vert, long? nummer) =>
        [.. (await LesAsync(vert, Omh, await BestillKomplettAsync(vert, nummer))).SelectMany(b => b)];

    /// <summary>The last document of each person up to the number, told by the events themselves.</summary>
    private static async Task<IEnumerable<string>> FasitAsync(Registervert vert, long nummer)
    {
        var sist = new SortedDictionary<long, string>();
        foreach (var hendelse in await vert.Tjenester.GetRequiredService<SequenceLog>().ReadAsync(Personendring.Stroem, 1, (int)nummer))
        {
            var endring = Personendring.Les(hendelse.Noekkel, hendelse.Innhold.Span);
            if (endring.Hendelsestype == Hendelsestype.PersonErOpphoertSomDublett)
                sist.Remove(hendelse.Noekkel);
            else
                sist[hendelse.Noekkel] = endring.Dokument.ToWire();
        }

        return sist.Values;
    }

    private static string[] Ider(params (int Noekkel, int Versjon)[] personer) =>
        [.. personer.Select(p => Dokumentnoekkel.Lag(p.Noekkel, p.Versjon).ToWire())];

    private static int Versjon(string id)
    {
        Assert.True(Kernel.Identifikatorer.Dokumentidentifikator.TryParse(id.AsSpan(), out var dokument));
        return Dokumentnoekkel.Les(dokument)!.Value.Versjon;
    }

    private static Task ImporterAsync(Registervert vert, int fra, int til, string navn) => vert.ImportertAsync(
        [.. Enumerable.Range(fra, til - fra + 1).Select(n => new Personbygger(Personbygger.Nummer(n)).Navn("RASK", "NAVN" + navn).Json())]);

    /// <summary>Waits until so many events have numbers; tells the last.</summary>
    private static async Task<long> SisteAsync(Registervert vert, long antall)
    {
        var logg = vert.Tjenester.GetRequiredService<SequenceLog>();
        await logg.WaitAsync(Personendring.Stroem, antall - 1).WaitAsync(TimeSpan.FromSeconds(30));
        return await logg.LastAsync(Personendring.Stroem);
    }
}
