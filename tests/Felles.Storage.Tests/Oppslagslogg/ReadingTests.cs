using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Oppslagslogg;

public sealed class ReadingTests
{
    private static readonly DateTimeOffset Always = DateTimeOffset.MaxValue.AddDays(-1);

    /// <summary>How much of 400 records is indexed before the reading: nothing, runs of 60, all of a closed writer.</summary>
    [Theory, TestDatabases(0, 60, 400)]
    public async Task A_persons_look_ups_come_newest_first_page_by_page(Dialect dialect, int indexed)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        test.Options.IndexAfterRecords = 60;
        var log = await test.StartAsync();
        var index = new LookupLogIndex(test.Store, test.Options);
        for (var i = 0; i < 400; i++)
        {
            // Every tenth is a bulk look-up of all; times go back now and then, as they do between callers.
            await log.AppendAsync(
                i % 10 == 9 ? Oppslag.Bulk([0, 1, 1, 2, 3, 4, 5, 6], i) : Oppslag.Enkelt(i % 7, i, Oppslag.Start.AddSeconds(i ^ 3)));
            if (indexed == 60 && i % 100 == 99)
                Assert.True(await index.CatchUpAsync());
        }

        await log.DisposeAsync();
        if (indexed == 400)
            Assert.True(await index.CatchUpAsync());
        for (var person = 0; person < 7; person++)
        {
            var numbers = await NumbersAsync(test, person, pageSize: 13);
            var expected = Enumerable.Range(0, 400).Where(i => i % 10 == 9 || i % 7 == person)
                .OrderByDescending(i => i % 10 == 9 ? Oppslag.Start.AddMilliseconds(i) : Oppslag.Start.AddSeconds(i ^ 3));
            Assert.Equal(expected, numbers);
        }
    }

    [Theory, TestDatabases]
    public async Task An_acknowledged_look_up_is_found_at_once_while_others_append_and_the_index_is_built(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        test.Options.IndexAfterRecords = 40;
        await using var log = await test.StartAsync();
        var reader = new LookupLogReader(test.Store);
        using var done = new CancellationTokenSource();
        var building = Task.Run(async () =>
        {
            var index = new LookupLogIndex(test.Store, test.Options);
            while (!done.IsCancellationRequested)
                await index.CatchUpAsync();
        });
        await Task.WhenAll(Enumerable.Range(0, 6).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await log.AppendAsync(Oppslag.Enkelt(caller, i));
                var page = await reader.ForPersonAsync(caller, Oppslag.Start, Always, max: 1000);
                Assert.Equal(
                    Enumerable.Range(0, i + 1).Reverse().Select(n => $"korr-{n}"), page.Lookups.Select(l => l.Record.Korrelasjonsid));
            }
        })));
        await done.CancelAsync();
        await building;
        Assert.True(await test.IndexedBlocksAsync() > 0);
    }

    [Theory, TestDatabases]
    public async Task A_rebuilt_index_gives_the_same(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await using (var log = await test.StartAsync())
            await Task.WhenAll(Enumerable.Range(0, 500).Select(i => log.AppendAsync(Oppslag.Enkelt(i % 3, i)).AsTask()));
        var index = new LookupLogIndex(test.Store, test.Options);
        await index.CatchUpAsync();
        var before = await NumbersAsync(test, 1, 50);
        await index.RebuildAsync();
        Assert.Equal(before, await NumbersAsync(test, 1, 50));
        Assert.Equal(167, before.Count);
    }

    [Theory, TestDatabases(true, false)]
    public async Task An_organisations_look_ups_are_found_by_period(Dialect dialect, bool indexed)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        var supplier = Organisasjonsnummer.FromValue(310_000_077);
        await using (var log = await test.StartAsync())
        {
            for (var day = 0; day < 10; day++)
            {
                await log.AppendAsync(Oppslag.Enkelt(1, day, Oppslag.Start.AddDays(day)) with { Leverandoer = supplier });
                await log.AppendAsync(Oppslag.Enkelt(1, day, Oppslag.Start.AddDays(day)) with { Konsument = supplier });
            }
        }

        if (indexed)
            await new LookupLogIndex(test.Store, test.Options).CatchUpAsync();
        var reader = new LookupLogReader(test.Store);
        var (from, to) = (Oppslag.Start.AddDays(3), Oppslag.Start.AddDays(6));
        string[] expected = ["korr-5", "korr-4", "korr-3"];
        Assert.Equal(expected, Numbers(await reader.ForKonsumentAsync(Oppslag.Kommune, from, to)));
        Assert.Equal(expected, Numbers(await reader.ForKonsumentAsync(supplier, from, to)));
        Assert.Equal(expected, Numbers(await reader.ForLeverandoerAsync(supplier, from, to)));
        Assert.Empty(Numbers(await reader.ForLeverandoerAsync(Oppslag.Kommune, from, to)));

        static IEnumerable<string?> Numbers(LookupPage page) => page.Lookups.Select(l => l.Record.Korrelasjonsid);
    }

    [Fact]
    public void A_position_survives_an_address()
    {
        var position = new LookupPosition(639_000_000_000_000_001, 12, 345, 6);
        Assert.True(LookupPosition.TryParse(position.ToString(), out var read));
        Assert.Equal(position, read);
        foreach (var broken in (string?[])[null, "", "1-2-3", "1-2-3-4-5", "1-2-3-x", "1-2-99999999999-4", "-1-2-3-4"])
            Assert.False(LookupPosition.TryParse(broken, out _));
    }

    private static async Task<List<int>> NumbersAsync(LogUnderTest test, long person, int pageSize)
    {
        var reader = new LookupLogReader(test.Store);
        var numbers = new List<int>();
        LookupPosition? next = null;
        do
        {
            var page = await reader.ForPersonAsync(person, Oppslag.Start, Always, next, pageSize);
            Assert.True(page.Lookups.Count <= pageSize);
            numbers.AddRange(page.Lookups.Select(l => int.Parse(l.Record.Korrelasjonsid!["korr-".Length..])));
            next = page.Next;
        }
        while (next is not null);
        return numbers;
    }
}
