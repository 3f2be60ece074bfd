using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Felles.Storage;

/// <summary>Runs the jobs of one type, one at a time on each host, and keeps each one's lease alive while it runs.</summary>
public abstract partial class JobWorker(Database database, JobQueue queue, ILogger logger, string type) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _wake = new(0);

    /// <summary>How long a job stays with a worker that has died.</summary>
    protected virtual TimeSpan LeaseTime => TimeSpan.FromSeconds(30);

    /// <summary>
    /// Does the work. <paramref name="ct"/> is cancelled when the lease is lost. Completing the job with
    /// <see cref="JobQueue.CompleteAsync"/> in the unit of work that has its effect makes the effect happen once; the worker completes a
    /// job that was not.
    /// </summary>
    protected abstract Task<JobOutcome> RunAsync(Job job, CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        queue.Enqueued += OnEnqueued;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await queue.LeaseAsync(type, LeaseTime, stoppingToken) is { } job) await RunLeasedAsync(job, stoppingToken);
                else await _wake.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception e)
            {
                LogFailed(logger, type, 0, e);
                await Task.Delay(Poll, stoppingToken).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }

        queue.Enqueued -= OnEnqueued;
    }

    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task RunLeasedAsync(Job job, CancellationToken stopping)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var finished = new CancellationTokenSource();
        var heart = BeatAsync(job, lost, finished.Token);
        try
        {
            if (await RunAsync(job, lost.Token) == JobOutcome.Done)
                await database.WriteAsync(async (unit, _) => await queue.CompleteAsync(unit, job), CancellationToken.None);
        }
        catch (LeaseLostException)
        {
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Not a failure of the job; it runs again when its lease is out.
        }
        catch (Exception e)
        {
            LogFailed(logger, type, job.Id, e);
            await queue.FailAsync(job, e.GetType().Name, CancellationToken.None);
        }
        finally
        {
            await finished.CancelAsync();
            await heart;
        }
    }

    private async Task BeatAsync(Job job, CancellationTokenSource lost, CancellationToken finished)
    {
        try
        {
            while (true)
            {
                await Task.Delay(LeaseTime / 3, finished);
                if (await queue.HeartbeatAsync(job, LeaseTime, finished)) continue;
                await lost.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException) when (finished.IsCancellationRequested)
        {
        }
        catch (DatabaseUnavailableException)
        {
            // Without contact the lease cannot be known to be ours.
            await lost.CancelAsync();
        }
    }

    private void OnEnqueued(string enqueued)
    {
        if (enqueued == type) _wake.Release();
    }

    [LoggerMessage(EventId = 1120, Level = LogLevel.Warning, Message = "Job {Id} of type {Type} failed and is tried again")]
    private static partial void LogFailed(ILogger logger, string type, long id, Exception exception);
}

/// <summary>What a worker says about a job that did not throw.</summary>
public enum JobOutcome
{
    /// <summary>The worker must still mark the job as completed.</summary>
    Done,

    /// <summary>The job was completed in the unit of work that had its effect.</summary>
    Completed,
}
