using Dapper;

namespace Felles.Storage;

/// <summary>
/// Work to be done later, kept in the database: it survives a restart and is shared by all hosts. A job is run at least once; a worker that
/// completes it
/// in the same unit of work as its effect makes that exactly once.
/// </summary>
public sealed class JobQueue(Database database)
{
    public const int MaxForsoek = 10;
    private const int Venter = 0, Kjoerer = 1, Ferdig = 2, Oppgitt = 3;

    private readonly string _eier = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():n}";

    /// <summary>Called on this host when a unit that enqueued a job of the type has committed.</summary>
    internal Action<string>? Enqueued { get; set; }

    /// <summary>
    /// Adds a job in the same transaction. (<paramref name="type"/>, <paramref name="noekkel"/>) is its identity: a job that is there
    /// already, waiting,
    /// running or done, is not added again. Returns whether it was added.
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

    /// <summary>Leases the job of the type that has been ready longest, or whose worker has let its lease run out; null when there is
    /// none.</summary>
    public Task<Job?> LeaseAsync(string type, TimeSpan varighet, CancellationToken ct = default) => database.WriteAsync(async (unit, _) =>
        await unit.Connection.QuerySingleOrDefaultAsync<Job>(unit.Sql("""
            update felles.jobb
               set status = 1, forsoek = forsoek + 1, eier = @eier, utloeper = {now} + @varighet
             where id = (select id from felles.jobb
                          where type = @type and ((status = 0 and klar <= {now}) or (status = 1 and utloeper < {now}))
                          order by klar limit 1 {skip locked})
            returning id, type, noekkel, innhold, cast(forsoek as bigint) as forsoek
            """), new { type, eier = _eier, varighet = Micros(varighet) }, unit.Transaction), ct);

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

    /// <summary>Puts the job back with a pause that doubles each time, from two seconds to an hour; after ten tries it is given up and
    /// kept.</summary>
    public Task FailAsync(Job job, string feil, CancellationToken ct = default)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(3600, 1 << (int)Math.Min(job.Forsoek, 12)));
        var status = job.Forsoek >= MaxForsoek ? Oppgitt : Venter;
        return database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync(unit.Sql(
            "update felles.jobb set status = @status, klar = {now} + @pause, feil = @feil, eier = null, utloeper = null where " + Mine),
            new { job.Id, eier = _eier, job.Forsoek, status, pause = Micros(pause), feil }, unit.Transaction), ct);
    }

    private const string Mine = "id = @Id and status = 1 and eier = @eier and forsoek = @Forsoek";

    private static long Micros(TimeSpan time) => (long)time.TotalMicroseconds;
}

/// <summary>Another worker has the job now; what this one did for it is rolled back.</summary>
public sealed class LeaseLostException(Job job) : Exception($"The lease on job {job.Id} ({job.Type}) is lost.");
