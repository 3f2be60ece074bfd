using Dapper;
using Felles.Storage.PostgreSql;
using Felles.Storage.Sqlite;
using Npgsql;

namespace Felles.Storage.Nullstilling;

/// <summary>
/// Empties a sandbox: registers, rights, keys, clients and look-up log. The next start makes it anew. No program may have it open; of a
/// data folder only the files that the program itself makes are removed, whatever else lies there.
/// </summary>
public static class SandboxReset
{
    private static readonly string[] Files = ["felles.db", "oppslagslogg.db", "oppslagslogg-indeks.db"];

    private static readonly string[] Companions = ["", "-wal", "-shm", "-journal"];

    /// <param name="options">Says which sandbox. That it is one, the database must say itself.</param>
    /// <param name="schemas">The schemas that the modules keep their tables in.</param>
    /// <param name="ct">Stops between two steps; a reset that was stopped is simply run again.</param>
    /// <exception cref="InvalidSettingException">The settings or the database are those of production.</exception>
    /// <exception cref="DataDirectoryInUseException">A program has the folder open.</exception>
    /// <exception cref="DatabaseInUseException">A program, perhaps on another machine, runs on the PostgreSQL database.</exception>
    public static async Task RunAsync(FellesOptions options, IEnumerable<string> schemas, CancellationToken ct = default)
    {
        if (!options.IsSandkasse)
            throw new InvalidSettingException("Felles:Mode is Produksjon, and only a sandbox can be reset.");
        using (DataDirectoryLock.Take(options.DataDirectory))
        {
            if (options.IsSqlite)
            {
                DeleteClients(options.DataDirectory);
                DeleteDatabases(options.DataDirectory);
                return;
            }

            await using var alone = await HostLock.TakeAloneAsync(options.Database, ct);
            await CheckAsync(options, ct);
            DeleteClients(options.DataDirectory);
            await DropSchemasAsync(alone, schemas, ct);
        }
    }

    /// <summary>Whoever runs a command on a register with no settings at all would be taken for somebody in a sandbox.</summary>
    private static async Task CheckAsync(FellesOptions options, CancellationToken ct)
    {
        await using var database = new PostgreSqlDatabase(options.Database, replicas: null, []);
        var (found, older) = await Instans.ReadAsync(database, ct);
        if (older)
            throw new InvalidSettingException(
                "The database does not say that it is a sandbox. Start a host on it once with Felles:Mode set.");
        if (found is { Mode: not Mode.Sandkasse })
            throw new InvalidSettingException(
                $"The database was made with Felles:Mode {found.Mode}, and only a sandbox can be reset.");
    }

    /// <summary>First what names people's rights; after a crash the database has no clients, and the next reset removes it.</summary>
    private static void DeleteClients(string directory)
    {
        var clients = new DirectoryInfo(Path.Combine(directory, "klienter"));
        foreach (var file in clients.Exists ? clients.EnumerateFiles("*.json") : [])
            file.Delete();
    }

    private static void DeleteDatabases(string directory)
    {
        // Pooled connections would keep the removed files alive and write to them.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Files)
        {
            foreach (var companion in Companions)
                File.Delete(Path.Combine(directory, file + companion));
        }
    }

    /// <summary>All or none: half a sandbox would no longer say that it is one.</summary>
    private static async Task DropSchemasAsync(NpgsqlConnection connection, IEnumerable<string> schemas, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var schema in schemas.Append("oppslagslogg").Distinct())
            await connection.ExecuteAsync($"drop schema if exists {schema} cascade", transaction: transaction);
        await transaction.CommitAsync(ct);
    }
}
