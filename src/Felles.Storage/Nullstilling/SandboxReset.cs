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

    /// <param name="options">Says which sandbox.</param>
    /// <param name="schemas">The schemas that the modules keep their tables in.</param>
    /// <param name="ct">Stops between two steps; a reset that was stopped is simply run again.</param>
    /// <exception cref="InvalidOperationException">The settings are those of production.</exception>
    /// <exception cref="DataDirectoryInUseException">A program has the folder open.</exception>
    public static async Task RunAsync(FellesOptions options, IEnumerable<string> schemas, CancellationToken ct = default)
    {
        if (!options.IsSandkasse)
            throw new InvalidOperationException("Only a sandbox can be reset.");
        using (DataDirectoryLock.Take(options.DataDirectory))
        {
            // First what names people's rights; a crash in between leaves a database without clients, which the next reset removes.
            var clients = new DirectoryInfo(Path.Combine(options.DataDirectory, "klienter"));
            foreach (var file in clients.Exists ? clients.EnumerateFiles("*.json") : [])
                file.Delete();
            if (options.IsSqlite)
                DeleteDatabases(options.DataDirectory);
            else
                await DropSchemasAsync(options.Database, schemas, ct);
        }
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

    private static async Task DropSchemasAsync(string connectionString, IEnumerable<string> schemas, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(ct);
        foreach (var schema in schemas.Append("oppslagslogg").Distinct())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"drop schema if exists {schema} cascade";
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
