using System.Data;
using System.Data.Common;
using Dapper;

namespace Felles.Storage.Oppslagslogg.Store;

/// <summary>
/// The connection of index and retention with the claim to do them. The claim is given back before the connection closes, for a server
/// notices that late, and the keeper's next task would find the claim still taken by its last one.
/// </summary>
/// <param name="release">The statement that gives the claim back; null where there is none.</param>
internal sealed class LogKeeper(DbConnection connection, string? release) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (release is not null && connection.State == ConnectionState.Open)
                await connection.ExecuteAsync(release);
        }
        catch (DbException)
        {
            // The server is gone, and frees the claim with the session; what the keeper failed with is the reason to tell.
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }
}
