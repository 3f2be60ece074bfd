using System.Diagnostics;
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
    /// Does the work. <paramref name="ct"/> is cancelled when the lease is lost or the host stops. Completing the job with
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
                var asked = Stopwatch.GetTimestamp();
                if (await queue.LeaseAsync(type, LeaseTime, stoppingToken) is { } job)
                {
                    await RunLeasedAsync(job, asked, stoppingToken);
                    continue;
                }

                await _wake.WaitAsync(Poll, stoppingToken);
                while (_wake.Wait(0, CancellationToken.None)) { } // one look serves all who knocked
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // Stopped, or disposed of under the loop because another part of the host did not start: its failure is the one to tell.
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

    private async Task RunLeasedAsync(Job job, long asked, CancellationToken stopping)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var finished = new CancellationTokenSource();
        KeepUntilOut(lost, asked);
        var heart = BeatAsync(job, lost, finished.Token);
        try
        {
            if (await RunAsync(job, lost.Token) == JobOutcome.Done)
                await database.WriteAsync(async (unit, _) => await queue.CompleteAsync(unit, job), CancellationToken.None);
        }
        catch (LeaseLostException)
        {
        }
        catch (Exception e) when (lost.IsCancellationRequested)
        {
            // Not a failure of the job: the host stops, or the lease is lost. If it is still ours, another need not wait until it is out.
            if (!stopping.IsCancellationRequested) LogLost(logger, type, job.Id, e);
            await queue.ReleaseAsync(job, CancellationToken.None);
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

    /// <summary>Beats until the job is finished. A beat that fails is tried again: the lease is ours until its time is out.</summary>
    private async Task BeatAsync(Job job, CancellationTokenSource lost, CancellationToken finished)
    {
        var pause = LeaseTime / 3;
        while (!finished.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, finished);
                var asked = Stopwatch.GetTimestamp();
                if (!await queue.HeartbeatAsync(job, LeaseTime, finished))
                {
                    await lost.CancelAsync();
                    return;
                }

                KeepUntilOut(lost, asked);
                pause = LeaseTime / 3;
            }
            catch (OperationCanceledException) when (finished.IsCancellationRequested)
            {
            }
            catch (Exception e)
            {
                pause = LeaseTime / 10;
                LogBeatFailed(logger, type, job.Id, e);
            }
        }
    }

    /// <summary>
    /// The work is cancelled by this host's own clock, also when a beat hangs: from the moment before the database was asked, so never
    /// later than another host may take the job.
    /// </summary>
    private void KeepUntilOut(CancellationTokenSource lost, long asked)
    {
        var left = LeaseTime - Stopwatch.GetElapsedTime(asked);
        lost.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    private void OnEnqueued(string enqueued)
    {
        if (enqueued == type) _wake.Release();
    }

    [LoggerMessage(EventId = 1120, Level = LogLevel.Warning, Message = "Job {Id} of type {Type} failed and is tried again")]
    private static partial void LogFailed(ILogger logger, string type, long id, Exception exception);

    [LoggerMessage(EventId = 1121, Level = LogLevel.Warning, Message = "The lease on job {Id} of type {Type} is lost; it runs again")]
    private static partial void LogLost(ILogger logger, string type, long id, Exception exception);

    [LoggerMessage(EventId = 1123, Level = LogLevel.Warning, Message = "The lease on job {Id} of type {Type} could not be prolonged yet")]
    private static partial void LogBeatFailed(ILogger logger, string type, long id, Exception exception);
}

/// <summary>What a worker says about a job that did not throw.</summary>
public enum JobOutcome
{
    /// <summary>The worker must still mark the job as completed.</summary>
    Done,

    /// <summary>The job was completed in the unit of work that had its effect.</summary>
    Completed,
}
