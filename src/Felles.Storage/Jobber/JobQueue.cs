using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Felles.Storage;

/// <summary>
/// Work to be done later, kept in the database: it survives a restart and is shared by all hosts. A job is run at least once; a worker that
/// completes it in the same unit of work as its effect makes that exactly once. A job is given up, and kept, after ten failed tries.
/// </summary>
public sealed partial class JobQueue(Database database, ILogger<JobQueue>? logger = null)
{
    public const int MaxMislykket = 10;
    private const int Venter = 0, Kjoerer = 1, Ferdig = 2, Oppgitt = 3;

    private const string Mine = "id = @Id and status = 1 and eier = @eier and forsoek = @Forsoek";

    private readonly ILogger _logger = logger ?? NullLogger<JobQueue>.Instance;
    private readonly string _eier = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():n}";

    /// <summary>Raised on this host when a unit that enqueued a job of the type has committed.</summary>
#pragma warning disable MA0046 // between two classes of this folder: nobody asks for a sender
    internal event Action<string>? Enqueued;
#pragma warning restore MA0046

    /// <summary>
    /// Adds a job in the same transaction. (<paramref name="type"/>, <paramref name="noekkel"/>) is its identity: a job that is there
    /// already, waiting, running or done, is not added again. Returns whether it was added.
    /// </summary>
    public async Task<bool> EnqueueAsync(UnitOfWork unit, string type, string noekkel, ReadOnlyMemory<byte> innhold, TimeSpan? etter = null)
    {
        var added = await unit.Connection.ExecuteAsync(unit.Sql("""
            insert into felles.jobb (type, noekkel, innhold, status, forsoek, klar, opprettet)
            values (@type, @noekkel, @innhold, 0, 0, {now} + @etter, {now}) on conflict (type, noekkel) do nothing
            """), new { type, noekkel, innhold = innhold.ToArray(), etter = Micros(etter ?? TimeSpan.Zero) }, unit.Transaction);
        if (added == 1) unit.AfterCommit(() => Enqueued?.Invoke(type));
        return added == 1;
    }

    /// <summary>
    /// Leases a job of the type: one whose worker has let its lease run out, else the one that has been ready longest; null when there is
    /// none.
    /// </summary>
    public async Task<Job?> LeaseAsync(string type, TimeSpan varighet, CancellationToken ct = default)
    {
        while (true)
        {
            var parameters = new { type, eier = _eier, varighet = Micros(varighet), MaxMislykket };
            var taken = await database.WriteAsync(async (unit, _) => await unit.Connection.QuerySingleOrDefaultAsync<Taken>(
                unit.Sql(JobSql.Lease), parameters, unit.Transaction), ct);
            if (taken is null) return null;
            if (taken.Status == Kjoerer) return new Job(taken.Id, type, taken.Noekkel, taken.Innhold, taken.Forsoek, taken.Mislykket);
            LogGivenUp(_logger, taken.Id, type, taken.Mislykket);
        }
    }

    /// <summary>Prolongs the lease. False when it is lost; the worker then stops.</summary>
    public Task<bool> HeartbeatAsync(Job job, TimeSpan varighet, CancellationToken ct = default) => database.WriteAsync(async (unit, _) =>
        await unit.Connection.ExecuteAsync(unit.Sql("update felles.jobb set utloeper = {now} + @varighet where " + Mine),
            new { job.Id, eier = _eier, job.Forsoek, varighet = Micros(varighet) }, unit.Transaction) == 1, ct);

    /// <summary>Completes the job in the unit of work that has its effect. Throws when the lease is lost, which rolls the effect
    /// back.</summary>
    public async Task CompleteAsync(UnitOfWork unit, Job job)
    {
        var done = await unit.Connection.ExecuteAsync(
            unit.Sql("update felles.jobb set status = 2, ferdig = {now}, eier = null, utloeper = null where " + Mine),
            new { job.Id, eier = _eier, job.Forsoek }, unit.Transaction);
        if (done != 1) throw new LeaseLostException(job);
    }

    /// <summary>Puts the job back untried, for a worker that stops or no longer knows whether the lease is its own.</summary>
    public Task ReleaseAsync(Job job, CancellationToken ct = default) => database.WriteAsync(async (unit, _) =>
        await unit.Connection.ExecuteAsync(unit.Sql("update felles.jobb set status = 0, eier = null, utloeper = null where " + Mine),
            new { job.Id, eier = _eier, job.Forsoek }, unit.Transaction), ct);

    /// <summary>Puts the job back with a pause of two seconds that doubles each time; the tenth time it is given up and kept.</summary>
    public async Task FailAsync(Job job, string feil, CancellationToken ct = default)
    {
        var mislykket = job.Mislykket + 1;
        var status = mislykket >= MaxMislykket ? Oppgitt : Venter;
        var pause = TimeSpan.FromSeconds(1 << (int)mislykket);
        var mine = await database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync(unit.Sql("""
            update felles.jobb
               set status = @status, mislykket = @mislykket, klar = {now} + @pause, feil = @feil, eier = null, utloeper = null
            """ + " where " + Mine),
            new { job.Id, eier = _eier, job.Forsoek, status, mislykket, pause = Micros(pause), feil }, unit.Transaction), ct);
        if (mine == 1 && status == Oppgitt) LogGivenUp(_logger, job.Id, job.Type, mislykket);
    }

    private static long Micros(TimeSpan time) => (long)time.TotalMicroseconds;

    [LoggerMessage(EventId = 1122, Level = LogLevel.Error, Message = "Job {Id} of type {Type} is given up after {Mislykket} failed tries")]
    private static partial void LogGivenUp(ILogger logger, long id, string type, long mislykket);

    private sealed record Taken(long Id, string Noekkel, byte[] Innhold, long Status, long Forsoek, long Mislykket);
}

/// <summary>Another worker has the job now; what this one did for it is rolled back.</summary>
public sealed class LeaseLostException(Job job) : Exception($"The lease on job {job.Id} ({job.Type}) is lost.");
