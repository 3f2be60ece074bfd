using System.Data.Common;

namespace Felles.Storage;

/// <summary>
/// The database of the program. Reads run on a pool; writes are grouped so that many share one flush, and a write is acknowledged only
/// when it is durable. Lost connections surface as <see cref="DatabaseUnavailableException"/>, on both databases.
/// </summary>
public abstract class Database(Dialect dialect, IEnumerable<string> schemas) : IAsyncDisposable
{
    private readonly SqlRewriter _sql = new(dialect, schemas.Append(MigrationSet.StorageSchema));
    private volatile Action<string, long?>[] _listeners = [];

    public Dialect Dialect { get; } = dialect;

    /// <summary>What each open writer connection answered when it was asked for its durability settings.</summary>
    public abstract IReadOnlyList<DurabilityProof> Durability { get; }

    /// <summary>
    /// Adapts SQL to this database: <c>modul.tabell</c> becomes <c>modul_tabell</c> on SQLite and fragments in braces are replaced.
    /// Cached by reference, so pass literals.
    /// </summary>
    public string Sql(string sql) => _sql.Rewrite(sql);

    /// <summary>
    /// Reads register data; on PostgreSQL perhaps from a hot standby, which can be a little behind and may break the read off to replay
    /// what came in. That is unavailable like a lost connection: the read may have handed on rows, so it is not run again here.
    /// </summary>
    public abstract ValueTask<T> ReadAsync<TState, T>(
        TState state, Func<DbConnection, TState, CancellationToken, ValueTask<T>> read, CancellationToken ct = default);

    /// <summary>Reads from the primary, never from a standby: access, tokens, <c>jti</c>, administration.</summary>
    public abstract ValueTask<T> ReadPrimaryAsync<TState, T>(
        TState state, Func<DbConnection, TState, CancellationToken, ValueTask<T>> read, CancellationToken ct = default);

    public ValueTask<T> ReadAsync<T>(Func<DbConnection, CancellationToken, ValueTask<T>> read, CancellationToken ct = default) =>
        ReadAsync(read, static (connection, read, ct) => read(connection, ct), ct);

    public ValueTask<T> ReadPrimaryAsync<T>(Func<DbConnection, CancellationToken, ValueTask<T>> read, CancellationToken ct = default) =>
        ReadPrimaryAsync(read, static (connection, read, ct) => read(connection, ct), ct);

    /// <summary>
    /// Runs one unit of work and completes when it is durable. An exception rolls back this unit alone. The work must not call
    /// <see cref="WriteAsync{T}"/> itself, and keeps side effects for <see cref="UnitOfWork.AfterCommit"/>: after a deadlock PostgreSQL
    /// runs it again.
    /// </summary>
    public abstract Task<T> WriteAsync<T>(Func<UnitOfWork, CancellationToken, ValueTask<T>> work, CancellationToken ct = default);

    public Task WriteAsync(Func<UnitOfWork, CancellationToken, ValueTask> work, CancellationToken ct = default) =>
        WriteAsync(async (unit, ct) => { await work(unit, ct); return true; }, ct);

    /// <summary>Opens the writer and proves its durability settings; a failed proof throws and the program does not start.</summary>
    public abstract Task OpenAsync(CancellationToken ct = default);

    public abstract ValueTask DisposeAsync();

    /// <summary>
    /// Calls after each commit with published events, before the writer is told: (stream, its last number, or null when not yet numbered).
    /// </summary>
    internal void OnPublished(Action<string, long?> listener) => _listeners = [.. _listeners, listener];

    internal void RaisePublished(string stroem, long? number)
    {
        foreach (var listener in _listeners) listener(stroem, number);
    }
}
