using System.Data.Common;
using Dapper;

namespace Felles.Storage;

/// <summary>
/// Brings the database to the program's version. All under one lock, so that hosts which start together do it once; each migration is one
/// transaction with its record. Never goes back: a database that is newer than the program stops the start.
/// </summary>
public sealed class Migrator(Database database, IEnumerable<MigrationSet> sets)
{
    // Any number will do, as long as it is this one everywhere.
    private const long LockKey = 0x46454C4C4553;

    /// <summary>Applies what is missing; returns how many migrations that was.</summary>
    public async Task<int> RunAsync(CancellationToken ct = default)
    {
        await database.OpenAsync(ct);
        var applied = 0;
        await database.WriteAsync(PrepareAsync, ct);
        // The storage's own tables first: the modules' first migrations may already publish.
        foreach (var set in sets.OrderBy(s => s.Schema != MigrationSet.StorageSchema))
            applied += await RunAsync(set, ct);
        return applied;
    }

    private static async ValueTask PrepareAsync(UnitOfWork unit, CancellationToken ct)
    {
        await LockAsync(unit);
        if (unit.Dialect == Dialect.PostgreSql) await unit.Connection.ExecuteAsync(
            "create schema if not exists felles", transaction: unit.Transaction);
        await unit.Connection.ExecuteAsync(unit.Sql("""
            create table if not exists felles.migrasjon (
                modul text not null, nummer integer not null, navn text not null, hash text not null, tid bigint not null,
                primary key (modul, nummer)) {without rowid}
            """), transaction: unit.Transaction);
    }

    private async Task<int> RunAsync(MigrationSet set, CancellationToken ct)
    {
        var migrations = set.Read();
        var applied = 0;
        foreach (var migration in migrations)
        {
            // Each in a transaction of its own, which asks again under the lock: another host may have been here in between.
            if (await database.WriteAsync((unit, _) => ApplyAsync(unit, migration), ct)) applied++;
        }

        var newest = await database.ReadPrimaryAsync((connection, _) => new ValueTask<int?>(connection.ExecuteScalarAsync<int?>(
            database.Sql("select max(nummer) from felles.migrasjon where modul = @schema"), new { schema = set.Schema })), ct);
        if (newest > migrations.Count)
        {
            throw new MigrationException(
                $"The database has migration {newest:0000} of {set.Schema}, this program knows only up to {migrations.Count:0000}. "
                + "It has been used by a newer version; start that one.");
        }

        return applied;
    }

    private static async ValueTask<bool> ApplyAsync(UnitOfWork unit, Migration migration)
    {
        await LockAsync(unit);
        var known = await unit.Connection.ExecuteScalarAsync<string?>(
            unit.Sql("select hash from felles.migrasjon where modul = @Schema and nummer = @Number"), migration, unit.Transaction);
        if (known == migration.Hash) return false;
        if (known is not null)
        {
            throw new MigrationException($"Migration {migration.Name} of {migration.Schema} has been changed after it was applied. "
                + "An applied migration is never edited; put the change in a new one.");
        }

        try
        {
            if (unit.Dialect == Dialect.PostgreSql)
                await unit.Connection.ExecuteAsync($"create schema if not exists {migration.Schema}", transaction: unit.Transaction);
            await ExecuteScriptAsync(unit, migration.Sql);
        }
        catch (DbException e)
        {
            throw new MigrationException($"Migration {migration.Name} of {migration.Schema} failed: {e.Message}", e);
        }

        await unit.Connection.ExecuteAsync(
            unit.Sql("insert into felles.migrasjon (modul, nummer, navn, hash, tid) values (@Schema, @Number, @Name, @Hash, {now})"),
                migration, unit.Transaction);
        return true;
    }

    private static async Task ExecuteScriptAsync(UnitOfWork unit, string sql)
    {
        await using var command = unit.Connection.CreateCommand();
        command.Transaction = unit.Transaction;
        command.CommandText = unit.Sql(sql);
        command.CommandTimeout = 0; // an index on all of Norway takes its time
        await command.ExecuteNonQueryAsync();
    }

    private static Task LockAsync(UnitOfWork unit) => unit.Dialect == Dialect.PostgreSql
        ? unit.Connection.ExecuteAsync("select pg_advisory_xact_lock(@LockKey)", new { LockKey }, unit.Transaction)
        : Task.CompletedTask; // one writer, and the folder is locked
}
