using System.Net;
using System.Text.Json;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;
using Felles.Storage;
using Felles.Testing;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.EndToEnd.Tests.Kopi;

/// <summary>The whole promise to a consumer: who follows the feed has what the register has, whatever runs beside it.</summary>
public sealed class KopiTests
{
    // Many at a time, as on a busy host: they share flushes.
    private const int Skrivere = 24;

    // A few thousand while developing, all of them in the full run.
    private static readonly int Hendelser =
        int.TryParse(Environment.GetEnvironmentVariable("FELLES_TORTURE_SECONDS"), out var sekunder) && sekunder >= 60 ? 100_000 : 5_000;

    [Theory, TestDatabases]
    public async Task A_copy_that_follows_the_feed_equals_the_register(Dialect dialect)
    {
        var database = dialect == Dialect.PostgreSql ? await PostgreSqlServer.CreateDatabaseAsync() : null;
        // Five changes a person: a history of fifty entries would be a test of large documents.
        await using var vert = await FellesVert.StartAsync(database, persons: Hendelser / 5);
        var log = vert.Services.GetRequiredService<SequenceLog>();
        var liv = new Folkeliv(
            vert.Services.GetRequiredService<Registreringer>(), vert.Services.GetRequiredService<Registerklokke>(),
            (await NumreAsync(vert)).Order());
        var ferdig = false;
        var skriving = Enumerable.Range(1, Skrivere)
            .Select(nr => Task.Run(() => liv.LevAsync(nr, () => Volatile.Read(ref ferdig)))).ToArray();
        var vedSidenAv = Task.Run(() => LesVedSidenAvAsync(vert, () => Volatile.Read(ref ferdig)));

        // The first load begins while the register is being written.
        using var kopi = new Konsumentkopi(vert);
        while (await log.LastAsync(Personendring.Stroem) < Hendelser / 10)
            await PustAsync(skriving);
        await kopi.HentAltAsync();
        while (await log.LastAsync(Personendring.Stroem) < Hendelser)
        {
            if (!await kopi.FoelgAsync())
                await PustAsync(skriving);
        }

        Volatile.Write(ref ferdig, true);
        await Task.WhenAll(skriving);
        await vedSidenAv;
        await TilEndenAsync(kopi, log);

        var register = await NumreAsync(vert);
        Assert.Equal(register.Select(n => n.ToWire()).Order(), kopi.Personer.Keys.Order());
        foreach (var (nummer, person) in await kopi.SlaaOppAsync(kopi.Personer.Keys))
            Assert.Equal(person.GetRawText(), kopi.Personer[nummer]);
        Assert.True(kopi.Hendelser > Hendelser / 2, $"only {kopi.Hendelser} events were followed");
        foreach (var slag in new[] { "Vigsel", "Adressevern", "Foedselsmelding", "Utflytting", "Doedsmelding", "Sammenslaaing" })
            Assert.True(liv.Registrert.GetValueOrDefault(slag) > 0, slag);
    }

    /// <summary>A moment, or the fault of who ended too early.</summary>
    private static async Task PustAsync(Task[] arbeid)
    {
        await Task.Delay(20);
        foreach (var feilet in arbeid.Where(a => a.IsFaulted))
            await feilet;
    }

    /// <summary>Numbering is a moment behind the last commit.</summary>
    private static async Task TilEndenAsync(Konsumentkopi kopi, SequenceLog log)
    {
        for (var stille = 0; stille < 10;)
        {
            stille = await kopi.FoelgAsync() ? 0 : stille + 1;
            await Task.Delay(20);
        }

        Assert.Equal(await log.LastAsync(Personendring.Stroem), kopi.Sist);
    }

    private static async Task LesVedSidenAvAsync(FellesVert vert, Func<bool> stopp)
    {
        using var leser = new Konsumentkopi(vert);
        var nr = 0;
        while (!stopp())
        {
            nr++;
            Assert.Equal(HttpStatusCode.OK, await leser.ProevAsync("personer/24907999374"));
            Assert.Contains(
                await leser.ProevAsync("personer/soek?navn=RASK%20TREKANT&soekFonetisk=true"),
                new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest });
            Assert.Contains(
                await leser.ProevAsync($"personer/entydigsoek?navn=LUN%20PLANKE&adressenavn=Pr%C3%B8veveien&husnummer={1 + (nr % 199)}"),
                new[] { HttpStatusCode.OK, HttpStatusCode.NotFound });
            if (nr % 50 != 0)
                continue;
            Assert.Contains(
                await leser.ProevAsync("uttrekk/tilpasset", new { personstatustyper = new[] { "bosatt" }, kjoenn = "kvinne" }),
                new[] { HttpStatusCode.OK, HttpStatusCode.TooManyRequests });
        }
    }

    private static async Task<HashSet<Folkeregisteridentifikator>> NumreAsync(FellesVert vert)
    {
        var pipe = new System.IO.Pipelines.Pipe();
        var eksport = Task.Run(async () =>
        {
            await vert.Services.GetRequiredService<Personregister>().EksporterAsync(pipe.Writer);
            await pipe.Writer.CompleteAsync();
        });
        var numre = new HashSet<Folkeregisteridentifikator>();
        using var leser = new StreamReader(pipe.Reader.AsStream());
        while (await leser.ReadLineAsync() is { } linje)
        {
            using var person = JsonDocument.Parse(linje);
            var gjeldende = person.RootElement.GetProperty("identifikasjonsnummer").EnumerateArray()
                .First(i => i.GetProperty("erGjeldende").GetBoolean());
            Assert.True(Folkeregisteridentifikator.TryParse(gjeldende.GetProperty("foedselsEllerDNummer").GetString(), out var nummer));
            numre.Add(nummer);
        }

        await eksport;
        return numre;
    }
}
