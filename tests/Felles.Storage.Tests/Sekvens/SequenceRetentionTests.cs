using Dapper;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Sekvens;

public sealed class SequenceRetentionTests
{
    [Theory, TestDatabases]
    public async Task Old_events_go_a_little_at_a_time_but_never_past_a_follower_and_numbers_go_on(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var log = await SequenceLogTests.StartedAsync(test.Database);
        for (var i = 1; i <= 20; i++) await SequenceLogTests.PublishAsync(test.Database, i);
        await log.WaitAsync(Prove.Stroem, 19);
        await test.Database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync(
            unit.Sql("insert into felles.foelger (navn, stroem, sekvensnummer) values ('sen', @stroem, 12), ('annen', 'en annen', 1)"),
            new { stroem = Prove.Stroem }, unit.Transaction));
        var retention = new SequenceRetention(test.Database);
        var pages = new SequencePages(test.Database, log);

        Assert.Equal(5, await retention.DeleteBelowAsync(Prove.Stroem, 11, 5));
        Assert.Equal(6, await pages.FirstAsync(Prove.Stroem));
        Assert.Equal(5, await retention.DeleteBelowAsync(Prove.Stroem, 11, 50));
        Assert.Equal(0, await retention.DeleteBelowAsync(Prove.Stroem, 11, 50));
        Assert.Equal(2, await retention.DeleteBelowAsync(Prove.Stroem, 99, 50));
        Assert.Equal(13, await pages.FirstAsync(Prove.Stroem));

        await test.Database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync(
            unit.Sql("delete from felles.foelger where navn = 'sen'"), transaction: unit.Transaction));
        Assert.Equal(8, await retention.DeleteBelowAsync(Prove.Stroem, 99, 50));
        Assert.Equal(21, await pages.FirstAsync(Prove.Stroem));
        await SequenceLogTests.PublishAsync(test.Database, 21);
        await log.WaitAsync(Prove.Stroem, 20);
        Assert.Equal([21L], await NumbersAsync(pages, back: false, 1));
    }

    [Theory, TestDatabases]
    public async Task A_stretch_is_read_forward_and_back_until_the_visitor_has_enough(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var log = await SequenceLogTests.StartedAsync(test.Database);
        var pages = new SequencePages(test.Database, log);
        Assert.Equal((0L, 1L), (pages.LastHeard(Prove.Stroem), await pages.FirstAsync(Prove.Stroem)));
        for (var i = 1; i <= 10; i++) await SequenceLogTests.PublishAsync(test.Database, i);
        await log.WaitAsync(Prove.Stroem, 9);

        Assert.Equal([4L, 5L, 6L], await NumbersAsync(pages, back: false, 4));
        Assert.Equal([9L, 8L, 7L], await NumbersAsync(pages, back: true, 9));
        Assert.Equal([2L, 1L], await NumbersAsync(pages, back: true, 2));
        Assert.Empty(await NumbersAsync(pages, back: false, 11));
        Assert.Equal(10, pages.LastHeard(Prove.Stroem));
    }

    private static async Task<List<long>> NumbersAsync(SequencePages pages, bool back, long from)
    {
        var numbers = new List<long>();
        bool Take(List<long> all, long number, long key, ReadOnlySpan<byte> content)
        {
            all.Add(number);
            return all.Count < 3;
        }

        var count = back
            ? await pages.ReadBackAsync(Prove.Stroem, from, 100, numbers, Take)
            : await pages.ReadAsync(Prove.Stroem, from, 100, numbers, Take);
        Assert.Equal(numbers.Count, count);
        return numbers;
    }
}
