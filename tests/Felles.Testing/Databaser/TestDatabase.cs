using Felles.Storage;
using Felles.Storage.PostgreSql;
using Felles.Storage.Sqlite;

namespace Felles.Testing.Databaser;

/// <summary>An empty database of a test's own, migrated and gone afterwards. Can be closed and opened again on the same data.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Dialect _dialect;
    private readonly MigrationSet[] _migrations;

    private TestDatabase(Dialect dialect, string folder, string? connectionString, MigrationSet[] migrations)
    {
        _dialect = dialect;
        Folder = folder;
        ConnectionString = connectionString;
        _migrations = migrations;
        Database = Open();
    }

    /// <summary>A data folder: the database itself on SQLite, else free for what a test needs beside it.</summary>
    public string Folder { get; }

    /// <summary>Null on SQLite; otherwise what <c>Felles:Database</c> would be.</summary>
    public string? ConnectionString { get; }

    public Database Database { get; private set; }

    /// <summary>Makes a database with the storage's own tables and those of <paramref name="migrations"/>.</summary>
    public static async Task<TestDatabase> CreateAsync(Dialect dialect, params MigrationSet[] migrations)
    {
        var folder = Directory.CreateTempSubdirectory("felles-db-").FullName;
        var connectionString = dialect == Dialect.PostgreSql ? await PostgreSqlServer.CreateDatabaseAsync() : null;
        var test = new TestDatabase(dialect, folder, connectionString, migrations);
        await test.MigrateAsync();
        return test;
    }

    /// <summary>A second handle on the same data: another host on PostgreSQL. On SQLite only for reading.</summary>
    public Database Open()
    {
        var schemas = _migrations.Select(m => m.Schema);
        return _dialect == Dialect.Sqlite
            ? new SqliteDatabase(Folder, schemas)
            : new PostgreSqlDatabase(ConnectionString!, replicas: null, schemas);
    }

    /// <summary>Closes and opens again, as a restart of the program does.</summary>
    public async Task ReopenAsync()
    {
        await Database.DisposeAsync();
        Database = Open();
        await MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (ConnectionString is not null) await PostgreSqlServer.DropDatabaseAsync(ConnectionString);
        Directory.Delete(Folder, recursive: true);
    }

    private Task<int> MigrateAsync() => new Migrator(Database, [new MigrationSet("felles", typeof(Database).Assembly), .. _migrations]).RunAsync();
}
