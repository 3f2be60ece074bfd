using System.Data.Common;

namespace Felles.Storage.Oppslagslogg.Store;

/// <summary>Where the log lies. It opens connections of its own, so that nothing the registers do can make the log wait.</summary>
internal abstract class LogStore : IAsyncDisposable
{
    /// <summary>A connection for one writer; the caller owns it. Throws when the store cannot be reached.</summary>
    public abstract LogConnection OpenWriter();

    /// <summary>
    /// A connection that seals dead writers while others live; null where only one program writes, whose start has sealed them.
    /// </summary>
    public abstract LogConnection? OpenSealer();

    public abstract ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct);

    /// <summary>A transaction whose reads all see the same state.</summary>
    public abstract DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>SQL is written for the schema <c>oppslagslogg</c>; a store without schemas strips the name.</summary>
    public abstract string Sql(string sql);

    /// <summary>Appended to a SELECT that must lock its row.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>
    /// Of each of <c>@take</c> runs behind the newest <c>@skip</c>: the page that holds the key's newest entry up to <c>@Bound</c>, where
    /// the key, as its bytes <c>@sought</c>, stands in it. Most runs know nothing of a person, and then no page leaves the database.
    /// </summary>
    public abstract string PagesOfRuns { get; }

    /// <summary>
    /// Where the derived index lies; the same transaction never spans it and the log. The connection can read the log too only where
    /// <see cref="OpenReaderAsync"/> gives the same database.
    /// </summary>
    public abstract ValueTask<DbConnection> OpenIndexAsync(CancellationToken ct);

    /// <summary>
    /// A connection for index and retention, which are the work of one at a time over all hosts; null while another has it.
    /// </summary>
    public abstract ValueTask<LogKeeper?> TryOpenKeeperAsync(CancellationToken ct);

    /// <summary>
    /// Frees a past month whose blocks are all dropped. False when the store keeps all months in one table and must delete.
    /// </summary>
    public abstract ValueTask<bool> TryDropMonthAsync(DbConnection connection, long month, CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
