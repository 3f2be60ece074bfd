using Dapper;
using Felles.Storage.Oppslagslogg;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Oppslagslogg;

public sealed class IndexTests
{
    private static readonly DateTimeOffset Always = DateTimeOffset.MaxValue.AddDays(-1);

    /// <summary>A host that seals every hour makes 8 760 runs a year, and hardly any of them knows a given person.</summary>
    [Theory, TestDatabases]
    public async Task A_person_is_found_among_thousands_of_runs_with_few_statements(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await using (var log = await test.StartAsync())
        {
            for (var i = 0; i < 3; i++)
                await log.AppendAsync(Oppslag.Enkelt(7, i));
        }

        await new LookupLogIndex(test.Store, test.Options).CatchUpAsync();
        await using (var index = await test.Store.OpenIndexAsync(default))
        {
            // Copies of the one run under later numbers and times; their pages are about others.
            await index.ExecuteAsync(
                test.Store.Sql("""
                    WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 8760)
                    INSERT INTO oppslagslogg.index_run (writer, run, segment, month, last_block, time_from, time_to)
                    SELECT writer, 1000 + i, i, month, last_block, time_from, time_to + i FROM oppslagslogg.index_run CROSS JOIN n
                    """));
            await index.ExecuteAsync(
                test.Store.Sql("""
                    INSERT INTO oppslagslogg.index_page (writer, run, kind, key, time, number, entries)
                    SELECT p.writer, r.run, p.kind, 5, p.time, p.number, @others FROM oppslagslogg.index_page p, oppslagslogg.index_run r
                    WHERE r.run > 1000 AND p.kind = 1
                    """),
                new { others = new byte[IndexEntry.Size] });
        }

        var store = new HookedStore(test.Store);
        var page = await new LookupLogReader(store).ForPersonAsync(7, Oppslag.Start, Always);
        Assert.Equal(["korr-2", "korr-1", "korr-0"], page.Lookups.Select(l => l.Record.Korrelasjonsid));
        Assert.InRange(store.Statements, 1, 30);
    }

    /// <summary>The log of a backup gives its writers' numbers a second time; the index beside it knows more than the log.</summary>
    [Theory, TestDatabases(true, false)]
    public async Task A_restored_log_beside_a_newer_index_shows_nobody_anothers_look_ups(Dialect dialect, bool rebuilt)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await WriteAsync(test, person: 1);
        await new LookupLogIndex(test.Store, test.Options).CatchUpAsync();

        // The backup is from before that writer began. SQLite then gives its number to the next one; here both do.
        await test.TamperAsync("DELETE FROM oppslagslogg.block");
        await test.TamperAsync("DELETE FROM oppslagslogg.writer");
        await test.TamperAsync("DELETE FROM oppslagslogg.checkpoint");
        await test.TamperAsync("UPDATE oppslagslogg.chain SET checkpoints = 0, hash = @hash", new { hash = new byte[32] });
        if (dialect == Dialect.PostgreSql)
            await test.QueryAsync<long>("SELECT setval('oppslagslogg.writer_number', 1, false)");
        await WriteAsync(test, person: 2);
        if (rebuilt)
            await new LookupLogIndex(test.Store, test.Options).CatchUpAsync();

        var reader = new LookupLogReader(test.Store);
        Assert.Empty((await reader.ForPersonAsync(1, Oppslag.Start, Always)).Lookups);
        Assert.Equal(3, (await reader.ForPersonAsync(2, Oppslag.Start, Always)).Lookups.Count);
        await using var index = await test.Store.OpenIndexAsync(default);
        var pages = await index.QueryAsync<(long Kind, long Key)>(test.Store.Sql("SELECT kind, key FROM oppslagslogg.index_page"));
        Assert.Equal(rebuilt ? 2 : 1, pages.Single(p => p.Kind == (long)IndexKind.Person).Key);
    }

    [Theory, TestDatabases]
    public async Task An_entry_that_leads_to_another_persons_record_is_not_believed(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await WriteAsync(test, person: 1);
        await new LookupLogIndex(test.Store, test.Options).CatchUpAsync();
        await using (var index = await test.Store.OpenIndexAsync(default))
        {
            var page = await index.QuerySingleAsync<byte[]>(
                test.Store.Sql("SELECT entries FROM oppslagslogg.index_page WHERE kind = 1"));
            for (var entry = 0; entry < page.Length; entry += IndexEntry.Size)
                page[entry] = 9;
            await index.ExecuteAsync(
                test.Store.Sql("UPDATE oppslagslogg.index_page SET key = 9, entries = @page WHERE kind = 1"), new { page });
        }

        Assert.Empty((await new LookupLogReader(test.Store).ForPersonAsync(9, Oppslag.Start, Always)).Lookups);
    }

    private static async Task WriteAsync(LogUnderTest test, long person)
    {
        await using var log = await test.StartAsync();
        for (var i = 0; i < 3; i++)
            await log.AppendAsync(Oppslag.Enkelt(person, i));
    }
}
