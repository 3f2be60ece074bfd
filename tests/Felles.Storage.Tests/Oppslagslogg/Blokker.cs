using Felles.Storage.Oppslagslogg;
using Felles.Storage.Oppslagslogg.Format;
using Felles.Storage.Oppslagslogg.Writing;

namespace Felles.Storage.Tests.Oppslagslogg;

/// <summary>
/// Writes blocks of a wanted size, which real callers leave to chance: each commit is held back until the next group is complete.
/// </summary>
internal static class Blokker
{
    /// <summary>
    /// Appends <paramref name="sizes"/>[0] records as the first block, and so on. The person keys and numbers run from 1.
    /// </summary>
    public static async Task WriteAsync(LogUnderTest test, HookedStore store, TimeProvider clock, bool close, params int[] sizes)
    {
        using var entered = new SemaphoreSlim(0);
        using var permits = new SemaphoreSlim(0);
        var log = new LookupLog(store, test.Options, clock);
        await log.StartAsync();
        store.BeforeWrite = () =>
        {
            entered.Release();
            permits.Wait();
        };

        // The first record of the first block wakes the flusher, so the first block is one of its own.
        Assert.Equal(1, sizes[0]);
        var number = 1;
        var all = new List<Task>();
        foreach (var size in sizes)
        {
            for (var i = 0; i < size; i++, number++)
                all.Add(log.AppendAsync(Oppslag.Enkelt(number, number)).AsTask());
            if (number > 2)
                permits.Release();
            await entered.WaitAsync();
        }

        store.BeforeWrite = () => { };
        permits.Release();
        await Task.WhenAll(all);
        if (close)
            await log.DisposeAsync();
        else
            test.Leave(log);
    }

    /// <summary>One record, for a session that a test drives itself.</summary>
    public static LookupBatch Batch()
    {
        var batch = new LookupBatch();
        var record = Oppslag.Enkelt(1, 1);
        batch.Add(record, RecordEncoder.MaxSize(record));
        return batch;
    }
}
