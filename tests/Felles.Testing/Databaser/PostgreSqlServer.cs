using Npgsql;

namespace Felles.Testing.Databaser;

/// <summary>The server that tests run on: the one named in <c>FELLES_TEST_POSTGRES</c>, else a throw-away cluster of this
/// process.</summary>
public static class PostgreSqlServer
{
    private static readonly string? Named = Environment.GetEnvironmentVariable("FELLES_TEST_POSTGRES") is { Length: > 0 } text ? text : null;
    private static readonly Lazy<ThrowAwayCluster> Own = new(ThrowAwayCluster.Start);

    /// <summary>Why PostgreSQL tests are skipped, or null when there is a server.</summary>
    public static string? Absent => Named is not null || ThrowAwayCluster.Binaries is not null
        ? null
        : "PostgreSQL: FELLES_TEST_POSTGRES names no server and no initdb was found";

    /// <summary>The throw-away cluster, for tests that stop the server itself; throws when the server was named from outside.</summary>
    public static ThrowAwayCluster Cluster => Own.Value;

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public static async Task<string> CreateDatabaseAsync()
    {
        var server = new NpgsqlConnectionStringBuilder(Named ?? Own.Value.ConnectionString) { Pooling = false };
        var name = $"felles_test_{Guid.NewGuid():n}";
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        // Many test databases at once share the connections of one server.
        return new NpgsqlConnectionStringBuilder(
            server.ConnectionString) { Database = name, Pooling = true, MaxPoolSize = 20 }.ConnectionString;
    }

    public static async Task DropDatabaseAsync(string connectionString)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        var server = new NpgsqlConnectionStringBuilder(Named ?? Own.Value.ConnectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"drop database if exists {database.Database} with (force)", connection);
        await command.ExecuteNonQueryAsync();
    }
}
