using System.Data.Common;

namespace Felles.Storage.Oppslagslogg.Store;

/// <summary>Where the log lies. It opens connections of its own, so that nothing the registers do can make the log wait.</summary>
internal abstract class LogStore : IAsyncDisposable
{
    /// <summary>A connection for one writer; the caller owns it. Throws when the store cannot be reached.</summary>
    public abstract LogConnection OpenWriter();

    public abstract ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct);

    /// <summary>A transaction whose reads all see the same state.</summary>
    public abstract DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>SQL is written for the schema <c>oppslagslogg</c>; a store without schemas strips the name.</summary>
    public abstract string Sql(string sql);

    public abstract ValueTask DisposeAsync();
}
