using Felles.Storage;
using Microsoft.Extensions.Logging;

namespace Felles.Folkeregister.Uttrekk.Arbeid;

/// <summary>
/// Runs the extracts of one kind. It walks the person keys in pages, each a short read; a full batch is one unit of work that also keeps
/// how far the walk has come. Who takes the job up again, on any host, goes on there, so nobody stands in two batches. Memory is a page
/// and a batch, whatever the register's size.
/// </summary>
internal abstract class Uttrekksarbeider(
    Database database, JobQueue koe, Uttrekkslager lager, ILogger logger, Uttrekksslag slag, int batchstoerrelse)
    : JobWorker(database, koe, logger, Uttrekksbestilling.Type(slag))
{
    private readonly Database database = database;
    private readonly JobQueue koe = koe;

    /// <summary>Reads those of the next page of keys that fit, in the order of their keys, and tells up to which key it has read.</summary>
    protected delegate ValueTask<long> Sideleser(long fra, List<Uttrekkspost> til, CancellationToken ct);

    protected abstract Sideleser Forbered(Uttrekksjobb jobb);

    protected override async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        var jobb = await lager.FinnAsync(Guid.Parse(job.Noekkel), ct);
        if (jobb is not { Status: Uttrekksstatus.Kjoerer })
            return JobOutcome.Done;
        try
        {
            await lager.LivstegnAsync(jobb, ct);
            await KjoerAsync(jobb, job, ct);
            return JobOutcome.Completed;
        }
        catch (Exception e) when (e is not LeaseLostException && !ct.IsCancellationRequested && job.Mislykket + 1 >= JobQueue.MaxMislykket)
        {
            // The queue gives it up; its organisation must not wait for it, nor have it among its ten.
            await database.WriteAsync(
                async (unit, ct) => { await lager.AvsluttAsync(unit, jobb, Uttrekksstatus.Oppgitt, ct); }, CancellationToken.None);
            throw;
        }
    }

    private async Task KjoerAsync(Uttrekksjobb jobb, Job job, CancellationToken ct)
    {
        var les = Forbered(jobb);
        var poster = new List<Uttrekkspost>();
        var nr = jobb.Batcher;
        for (var fra = jobb.SisteNoekkel; fra < jobb.TilNoekkel;)
        {
            fra = await les(fra, poster, ct);
            for (; poster.Count >= batchstoerrelse; nr++)
            {
                var full = poster.GetRange(0, batchstoerrelse).ToArray();
                poster.RemoveRange(0, batchstoerrelse);
                await database.WriteAsync((unit, ct) => LeggTilAsync(unit, jobb, job, nr, full, ct), ct);
            }
        }

        await database.WriteAsync(
            async (unit, ct) =>
            {
                if (poster.Count > 0)
                    await LeggTilAsync(unit, jobb, job, nr, poster.ToArray(), ct);
                if (!await lager.AvsluttAsync(unit, jobb, Uttrekksstatus.Ferdig, ct))
                    throw new LeaseLostException(job);
                await koe.CompleteAsync(unit, job);
            },
            ct);
    }

    private async ValueTask LeggTilAsync(UnitOfWork unit, Uttrekksjobb jobb, Job job, int nr, Uttrekkspost[] poster, CancellationToken ct)
    {
        if (!await lager.LeggTilAsync(unit, jobb, nr, poster, ct))
            throw new LeaseLostException(job);
    }
}
