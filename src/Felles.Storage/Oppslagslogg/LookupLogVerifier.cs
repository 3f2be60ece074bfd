using System.Diagnostics;
using Felles.Storage.Oppslagslogg.PostgreSql;
using Felles.Storage.Oppslagslogg.Sqlite;
using Felles.Storage.Oppslagslogg.Store;
using Felles.Storage.Oppslagslogg.Verification;

namespace Felles.Storage.Oppslagslogg;

/// <summary>
/// Checks the whole log: the chain of checkpoints, every segment against its checkpoint and every open tail against its writer. It may run
/// while the log is written; what is appended meanwhile is left for the next time.
/// </summary>
public sealed class LookupLogVerifier : IAsyncDisposable
{
    public const int MaxFaults = 1000;

    private readonly LogStore _store;
    private readonly bool _ownsStore;

    internal LookupLogVerifier(LogStore store, bool ownsStore = false)
    {
        _store = store;
        _ownsStore = ownsStore;
    }

    /// <summary>Verifies the log in a data folder, whether a program has it open or not.</summary>
    /// <exception cref="FileNotFoundException">The folder holds no look-up log.</exception>
    public static LookupLogVerifier ForFolder(string dataDirectory)
    {
        var file = LookupLogPlace.File(dataDirectory);
        return File.Exists(file)
            ? new(new SqliteLogStore(file), ownsStore: true)
            : throw new FileNotFoundException($"No look-up log at {file}.", file);
    }

    public static LookupLogVerifier ForPostgreSql(string connectionString) =>
        new(new PostgreSqlLogStore(connectionString), ownsStore: true);

    /// <param name="anchors">Heads kept outside the database, from earlier reports or the anchor file.</param>
    /// <param name="progress">Told the number of records checked so far, now and then.</param>
    public async Task<LookupLogReport> VerifyAsync(
        IReadOnlyCollection<LookupLogAnchor>? anchors = null, IProgress<long>? progress = null, CancellationToken ct = default)
    {
        var began = Stopwatch.GetTimestamp();
        var faults = new Faults(MaxFaults);
        var plan = new VerificationPlan(_store, faults);
        await plan.ReadAsync(anchors ?? [], ct);
        long blocks = 0, records = 0;

        // The longest first, so that no processor is left alone with a long one at the end.
        var ordered = plan.Stretches.OrderByDescending(s => s.Records).ToList();
        await Parallel.ForEachAsync(ordered, ct, async (stretch, token) =>
        {
            var (b, r) = await VerifyAsync(stretch, faults, token);
            Interlocked.Add(ref blocks, b);
            var sum = Interlocked.Add(ref records, r);
            progress?.Report(sum);
        });
        return new LookupLogReport(
            plan.Writers, plan.Stretches.Count, plan.Dropped, blocks, records, Stopwatch.GetElapsedTime(began), faults.Sorted(), plan.Head);
    }

    public ValueTask DisposeAsync() => _ownsStore ? _store.DisposeAsync() : ValueTask.CompletedTask;

    private async ValueTask<(long Blocks, long Records)> VerifyAsync(Stretch stretch, Faults faults, CancellationToken ct)
    {
        await using var connection = await _store.OpenReaderAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = _store.Sql(StretchVerifier.Select);
        Add("writer", stretch.Writer);
        Add("first", stretch.FirstBlock);
        Add("last", stretch.LastBlock);

        // Asked for every segment, over all months: the plan of a partitioned table costs more than the way to the first block.
        await command.PrepareAsync(ct);

        // Retention may drop the segment between the snapshot and now. Then its blocks are rightly gone.
        var own = new Faults(MaxFaults);
        using var verifier = new StretchVerifier(stretch, own);
        await using (var rows = await command.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
                verifier.Read(rows);
        }

        verifier.End();
        var found = own.Sorted();
        if (found.Count > 0 && !(stretch.Sealed && await DroppedSegments.ContainAsync(_store, connection, stretch)))
        {
            foreach (var fault in found)
                faults.Add(fault);
        }

        return (verifier.Blocks, verifier.Records);

        void Add(string name, long value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }
}
