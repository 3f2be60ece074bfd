using Dapper;
using Felles.Storage.Oppslagslogg;
using Felles.Storage.Oppslagslogg.PostgreSql;
using Felles.Storage.Oppslagslogg.Sqlite;
using Felles.Storage.Oppslagslogg.Store;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Oppslagslogg;

/// <summary>An empty look-up log of a test's own on either database, gone afterwards.</summary>
public sealed class LogUnderTest : IAsyncDisposable
{
    private readonly List<LookupLog> _open = [];
    private readonly string? _folder;
    private readonly string? _connectionString;

    private LogUnderTest(string? folder, string? connectionString)
    {
        _folder = folder;
        _connectionString = connectionString;
        Store = Open();
    }

    /// <summary>How a child process is told where the log is.</summary>
    public string Place => _connectionString ?? _folder!;

    internal LogStore Store { get; }

    public LookupLogOptions Options { get; } = new();

    public static async Task<LogUnderTest> CreateAsync(Dialect dialect) => dialect == Dialect.Sqlite
        ? new LogUnderTest(Directory.CreateTempSubdirectory("felles-logg-").FullName, null)
        : new LogUnderTest(null, await PostgreSqlServer.CreateDatabaseAsync());

    internal static LogStore Open(string place) => place.Contains('=', StringComparison.Ordinal)
        ? new PostgreSqlLogStore(place)
        : new SqliteLogStore(Path.Combine(place, "oppslagslogg.db"));

    public async Task<LookupLog> StartAsync(TimeProvider? clock = null)
    {
        var log = new LookupLog(Store, Options, clock ?? TimeProvider.System);
        await log.StartAsync();
        return log;
    }

    /// <summary>A log that stays open, with its tail unsealed, until the test ends.</summary>
    public void Leave(LookupLog log) => _open.Add(log);

    public async Task<LookupLogReport> VerifyAsync(params LookupLogAnchor[] anchors)
    {
        await using var verifier = new LookupLogVerifier(Store);
        return await verifier.VerifyAsync(anchors);
    }

    public async Task<T> QueryAsync<T>(string sql, object? values = null)
    {
        await using var connection = await Store.OpenReaderAsync(default);
        return await connection.QuerySingleAsync<T>(Store.Sql(sql), values);
    }

    public async Task<List<T>> ListAsync<T>(string sql)
    {
        await using var connection = await Store.OpenReaderAsync(default);
        return (await connection.QueryAsync<T>(Store.Sql(sql))).AsList();
    }

    public async Task<long> IndexedBlocksAsync()
    {
        await using var index = await Store.OpenIndexAsync(default);
        return await index.ExecuteScalarAsync<long>(Store.Sql("SELECT coalesce(sum(block), 0) FROM oppslagslogg.index_cursor"));
    }

    /// <summary>What somebody with access to the database would do behind the program's back.</summary>
    public async Task TamperAsync(string sql, object? values = null)
    {
        await using var connection = await Store.OpenReaderAsync(default);
        Assert.True(await connection.ExecuteAsync(Store.Sql(sql), values) > 0, "The tampering changed nothing.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var log in _open)
            await log.DisposeAsync();
        await Store.DisposeAsync();
        if (_connectionString is not null)
            await PostgreSqlServer.DropDatabaseAsync(_connectionString);
        else
            Directory.Delete(_folder!, recursive: true);
    }

    private LogStore Open() => Open(Place);
}
