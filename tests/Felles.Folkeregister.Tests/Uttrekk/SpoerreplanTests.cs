using System.Data.Common;
using Felles.Folkeregister.Arkiv;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Tests.Vert;
using Felles.Folkeregister.Uttrekk;
using Felles.Folkeregister.Uttrekk.Komplett;
using Felles.Folkeregister.Uttrekk.Tilpasset;
using Felles.Storage;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;
using static Felles.Folkeregister.Tests.Uttrekk.Uttrekksleser;

namespace Felles.Folkeregister.Tests.Uttrekk;

/// <summary>Over tables that are large enough for a database to tell an index from a walk through everything.</summary>
public sealed class SpoerreplanTests
{
    [Theory, TestDatabases]
    public async Task A_page_of_tilpasset_is_read_by_an_index_whatever_the_criteria(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var database = vert.Tjenester.GetRequiredService<Database>();
        var tall = Tall(dialect, 300_000);
        await UtfoerAsync(
            vert,
            "insert into folkeregister.soek (personnoekkel, identifikator, doed, foedselsaar, kjoenn, personstatus, gradering, statsborgerskap)"
            + $" select n, n, 0, 1920 + n % 100, 1 + n % 2, 1, 0, ' NOR ' from {tall}",
            "insert into folkeregister.soek_adresse (personnoekkel, nr, slag, gjeldende, nivaa, kommunenummer, postnummer, adressenavn, husnummer, husbokstav, bruksenhetsnummer)"
            + $" select n, 0, 1, 1, 0, 300 + n % 350, 0, 'GATA', 0, '', '' from {tall}");
        await AnalyserAsync(vert, dialect);
        var regler = new Pakkematrise([]).Regler("OMH");
        foreach (var kriterier in new[]
        {
            """{"personstatustyper":["bosatt"],"foedselsaarFraOgMed":1950,"foedselsaarTilOgMed":1951,"kjoenn":"mann","statsborgerskap":"NOR"}""",
            """{"personstatustyper":["bosatt"],"adresse":"bosted","kommuner":["0301"]}""",
            """{"personstatustyper":["bosatt"],"adresse":"bosted","kommuner":["0301","0302"],"kjoenn":"mann"}""",
        })
        {
            var spoerring = new Kriteriespoerring(Uttrekkskriterier.Les(kriterier), regler);
            var plan = await PlanAsync(vert, (connection, forklar) => spoerring.Kommando(connection, database, 100_000, 120_000, forklar));
            IngenGjennomgang(plan, "soek", "adresse");
            if (kriterier.Contains("kommuner", StringComparison.Ordinal))
                Assert.Contains("soek_adresse_kommune", plan, StringComparison.Ordinal);
        }
    }

    [Theory, TestDatabases]
    public async Task A_page_of_komplett_and_the_archive_are_read_by_keys(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var database = vert.Tjenester.GetRequiredService<Database>();
        var tall = Tall(dialect, 20_000);
        // As large as real documents: small rows would be read through faster than they are found.
        var bytes = dialect == Dialect.Sqlite ? "zeroblob(3000)" : "convert_to(repeat('x', 3000), 'UTF8')";
        await UtfoerAsync(
            vert,
            "insert into folkeregister.soek (personnoekkel, identifikator, doed, foedselsaar, kjoenn, personstatus, gradering)"
            + $" select n, n * 7, 0, 1950, 1, 1, 0 from {tall}",
            $"insert into folkeregister.person (identifikator, personnoekkel, versjon, dokumentid, dokument, indeks) select n * 7, n, 2, {bytes}, {bytes}, {bytes} from {tall}",
            $"insert into folkeregister.versjon (personnoekkel, versjon, dokumentid, avloest, dokument, indeks) select n, 1, {bytes}, 0, {bytes}, {bytes} from {tall}",
            $"insert into folkeregister.hendelsesslutt (personnoekkel, versjon) select n, 1 from {tall}");
        await AnalyserAsync(vert, dialect);
        IngenGjennomgang(
            await PlanAsync(vert, (connection, forklar) => connection.Kommando(
                forklar + database.Sql(Komplettarbeider.Personer), ("fra", 5000L), ("til", 5100L))), "soek", "person");
        var arkiv = vert.Tjenester.GetRequiredService<Arkivoppslag>();
        foreach (var sql in new[] { Arkivoppslag.Gjeldende, Arkivoppslag.Avloeste })
        {
            var plan = await PlanAsync(vert, (connection, forklar) =>
            {
                var command = arkiv.Kommando(connection, sql, [(17L, 1), (170L, 2)]);
                command.CommandText = forklar + command.CommandText;
                command.AddParameter("grense", 1L);
                return command;
            });
            IngenGjennomgang(plan, "soek", "person", "versjon", "siste", "slutt");
        }
    }

    private static string Tall(Dialect dialect, int antall) => dialect == Dialect.Sqlite
        ? $"(with recursive t(n) as (select 1 union all select n + 1 from t where n < {antall}) select n from t)" : $"generate_series(1, {antall}) n";

    private static async Task AnalyserAsync(Registervert vert, Dialect dialect)
    {
        if (dialect == Dialect.PostgreSql)
            await UtfoerAsync(vert, "analyze");
    }

    private static void IngenGjennomgang(string plan, params string[] navn)
    {
        // A function that gives the asked rows is a scan too, but of nothing that is stored.
        Assert.True(!plan.Contains("Seq Scan", StringComparison.Ordinal), plan);
        Assert.All(navn, n => Assert.True(!plan.Contains($"SCAN {n}", StringComparison.Ordinal), plan));
    }

    private static ValueTask<string> PlanAsync(Registervert vert, Func<DbConnection, string, DbCommand> lag)
    {
        var database = vert.Tjenester.GetRequiredService<Database>();
        var sqlite = database.Dialect == Dialect.Sqlite;
        return database.ReadPrimaryAsync(async (connection, ct) =>
        {
            await using var command = lag(connection, sqlite ? "explain query plan " : "explain ");
            await using var rader = await command.ExecuteReaderAsync(ct);
            var linjer = new List<string>();
            while (await rader.ReadAsync(ct))
                linjer.Add(rader.GetString(sqlite ? 3 : 0));
            return string.Join('\n', linjer);
        });
    }
}
