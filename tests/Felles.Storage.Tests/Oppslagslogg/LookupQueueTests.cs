using Felles.Storage.Oppslagslogg;
using Felles.Storage.Oppslagslogg.Writing;

namespace Felles.Storage.Tests.Oppslagslogg;

/// <summary>The test is the flusher, and a single record fills a batch.</summary>
public sealed class LookupQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Between the look at the full batch and the wait for room lie nanoseconds, so it is tried many times.</summary>
    [Fact]
    public async Task A_caller_that_comes_while_a_full_batch_is_taken_is_not_forgotten()
    {
        var queue = new LookupQueue(new LookupLogOptions { MaxBatchBytes = 1 });
        for (var round = 0; round < 30_000; round++)
        {
            var first = queue.Append(Oppslag.Enkelt(1, round));
            var ready = 0;
            var second = Task.Run(() =>
            {
                Volatile.Write(ref ready, 1);
                return queue.Append(Oppslag.Enkelt(2, round));
            });
            while (Volatile.Read(ref ready) == 0)
                Thread.SpinWait(1);
            Assert.True(Flush(queue));
            Assert.True(Flush(queue), $"Nobody woke the caller of round {round}.");
            await Task.WhenAll(first, second);
        }
    }

    [Fact]
    public async Task Callers_that_wait_when_the_log_stops_are_refused_and_what_was_taken_is_flushed()
    {
        var queue = new LookupQueue(new LookupLogOptions { MaxBatchBytes = 1 });
        var taken = queue.Append(Oppslag.Enkelt(1, 1));
        var waiting = Enumerable.Range(0, 1000).Select(i => queue.Append(Oppslag.Enkelt(2, i))).ToArray();

        queue.Stop();
        Assert.True(Flush(queue));
        await taken;
        foreach (var append in waiting)
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => append);
        Assert.False(queue.Take(Patience, out _));
    }

    private static bool Flush(LookupQueue queue)
    {
        Assert.True(queue.Take(Patience, out var batch));
        batch?.Complete();
        if (batch is not null)
            queue.Return(batch);
        return batch is not null;
    }
}
