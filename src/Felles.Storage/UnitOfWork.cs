using System.Data.Common;

namespace Felles.Storage;

/// <summary>
/// One transaction of a writer. Everything done on <see cref="Connection"/> and every published event is durable together or not at all.
/// Valid only while the work runs.
/// </summary>
public sealed class UnitOfWork
{
    private readonly Database _database;
    private List<PendingEvent>? _events;
    private List<Action>? _afterCommit;

    internal UnitOfWork(Database database, DbConnection connection, DbTransaction transaction)
    {
        _database = database;
        Connection = connection;
        Transaction = transaction;
    }

    public DbConnection Connection { get; }

    public DbTransaction Transaction { get; }

    public Dialect Dialect => _database.Dialect;

    internal IReadOnlyList<PendingEvent> Events => _events ?? (IReadOnlyList<PendingEvent>)[];

    public string Sql(string sql) => _database.Sql(sql);

    /// <summary>
    /// Publishes an event in the same transaction; it gets its sequence number after the commit. Events of one key come in the order in
    /// which their units changed it, provided the unit holds the lock of the key's row before it ends.
    /// </summary>
    public void Publish(string stroem, string type, long noekkel, ReadOnlyMemory<byte> innhold) =>
        (_events ??= []).Add(new PendingEvent(stroem, type, noekkel, innhold));

    /// <summary>
    /// Runs when the unit is durable, before the caller is told. Not run when the unit is rolled back. Must be short and not throw.
    /// </summary>
    public void AfterCommit(Action action) => (_afterCommit ??= []).Add(action);

    internal void RunAfterCommit()
    {
        if (_afterCommit is null) return;
        foreach (var action in _afterCommit) action();
    }

    internal readonly record struct PendingEvent(string Stroem, string Type, long Noekkel, ReadOnlyMemory<byte> Innhold);
}
