using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Npgsql;

namespace Felles.Storage.PostgreSql;

/// <summary>
/// A PostgreSQL server. Each unit of work is a transaction on a pooled connection of its own; the server groups the flushes of those that
/// commit together.
/// </summary>
public sealed class PostgreSqlDatabase : Database
{
    private const int MaxTries = 5;
    private readonly NpgsqlDataSource _primary;
    private readonly NpgsqlDataSource? _replicas;
    private readonly ConcurrentQueue<DurabilityProof> _durability = new();

    public PostgreSqlDatabase(string connectionString, string? replicas, IEnumerable<string> schemas) : base(Dialect.PostgreSql, schemas)
    {
        _primary = DataSources.Primary(connectionString, Remember);
        _replicas = DataSources.Replicas(connectionString, replicas);
    }

    public override IReadOnlyList<DurabilityProof> Durability => [.. _durability];

    internal NpgsqlDataSource Primary => _primary;

    internal NpgsqlDataSource Reading => _replicas ?? _primary;

    /// <summary>Lets a test break the connection before the commit, or lose the server's answer to it.</summary>
    internal Func<FaultPoint, NpgsqlConnection, Task>? Fault { get; set; }

    public override async Task OpenAsync(CancellationToken ct = default)
    {
        try
        {
            await using var connection = await _primary.OpenConnectionAsync(ct);
        }
        catch (Exception e) when (PostgreSqlErrors.IsUnavailable(e))
        {
            throw PostgreSqlErrors.Unavailable(e);
        }
    }

    public override ValueTask<T> ReadAsync<TState, T>(
        TState state, Func<DbConnection, TState, CancellationToken, ValueTask<T>> read, CancellationToken ct = default) =>
        ReadAsync(Reading, state, read, ct);

    public override ValueTask<T> ReadPrimaryAsync<TState, T>(
        TState state, Func<DbConnection, TState, CancellationToken, ValueTask<T>> read, CancellationToken ct = default) =>
        ReadAsync(_primary, state, read, ct);

    public override async Task<T> WriteAsync<T>(Func<UnitOfWork, CancellationToken, ValueTask<T>> work, CancellationToken ct = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(work, ct);
            }
            catch (PostgresException e) when (PostgreSqlErrors.IsRolledBackByRace(e) && attempt < MaxTries)
            {
                // The server chose this transaction to break a deadlock and has rolled it back: nothing of it is left and nobody was told,
                // so it can run again. A lost connection is never tried again here: its commit may have happened.
            }
            catch (Exception e) when (PostgreSqlErrors.IsUnavailable(e) || PostgreSqlErrors.IsRolledBackByRace(e))
            {
                StorageMetrics.RefusedUnits(1);
                throw PostgreSqlErrors.Unavailable(e);
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _primary.DisposeAsync();
        if (_replicas is not null) await _replicas.DisposeAsync();
    }

    private async Task<T> WriteOnceAsync<T>(Func<UnitOfWork, CancellationToken, ValueTask<T>> work, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        await using var connection = await _primary.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var unit = new UnitOfWork(this, connection, transaction);
        var result = await work(unit, ct);
        if (Fault is not null) await Fault(FaultPoint.BeforeCommit, connection);
        await PostgreSqlOutbox.CommitAsync(connection, unit.Events);
        if (Fault is not null) await Fault(FaultPoint.AfterCommit, connection);
        StorageMetrics.Committed(1, Stopwatch.GetElapsedTime(started));
        foreach (var stroem in unit.Events.Select(e => e.Stroem).Distinct()) RaisePublished(stroem, null);
        unit.RunAfterCommit();
        return result;
    }

    private static async ValueTask<T> ReadAsync<TState, T>(
        NpgsqlDataSource source, TState state, Func<DbConnection, TState, CancellationToken, ValueTask<T>> read, CancellationToken ct)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            return await read(connection, state, ct);
        }
        catch (Exception e) when (PostgreSqlErrors.IsUnavailable(e) || PostgreSqlErrors.IsRolledBackByRace(e))
        {
            // Also a standby's "conflict with recovery", which has the code of a lost race.
            throw PostgreSqlErrors.Unavailable(e);
        }
    }

    /// <summary>
    /// Keeps the latest answers: enough for every connection of a pool of usual size, and bounded when connections come and go.
    /// </summary>
    private void Remember(DurabilityProof proof)
    {
        _durability.Enqueue(proof);
        while (_durability.Count > 100) _durability.TryDequeue(out _);
    }
}
