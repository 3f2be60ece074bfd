using Dapper;
using Felles.Storage.PostgreSql;
using Felles.Storage.Sqlite;

namespace Felles.Storage;

/// <summary>
/// What a database says that it was made for. Settings are given anew at every start and to every command, and forgotten as easily; a
/// register must not become a sandbox by that.
/// </summary>
public sealed record Instans(Mode Mode, Miljoe Miljoe)
{
    private const string Tables = """
        {sqlite: select name from sqlite_master where name in ('felles_migrasjon', 'felles_instans')}
        {postgresql: select 'felles_' || tablename from pg_tables where schemaname = 'felles' and tablename in ('migrasjon', 'instans')}
        """;

    /// <summary>
    /// Asks the database that <paramref name="options"/> name, without opening it for writing. Null when it is new or older than this.
    /// </summary>
    public static async Task<Instans?> ReadAsync(FellesOptions options, CancellationToken ct = default)
    {
        if (options.IsSqlite && !SqliteDatabase.ExistsIn(options.DataDirectory)) return null;
        await using Database database = options.IsSqlite
            ? new SqliteDatabase(options.DataDirectory, [])
            : new PostgreSqlDatabase(options.Database, replicas: null, []);
        return (await ReadAsync(database, ct)).Instans;
    }

    /// <summary>Also whether the database is from before this mark: it holds something and does not say what.</summary>
    internal static ValueTask<(Instans? Instans, bool Older)> ReadAsync(Database database, CancellationToken ct) =>
        database.ReadPrimaryAsync<(Instans?, bool)>(async (connection, _) =>
        {
            var tables = (await connection.QueryAsync<string>(database.Sql(Tables))).ToHashSet(StringComparer.Ordinal);
            if (!tables.Contains("felles_instans")) return (null, tables.Count > 0);
            var row = await connection.QuerySingleOrDefaultAsync<(string Modus, string Miljoe)?>(
                database.Sql("select modus, miljoe from felles.instans where id = 1"));
            return (row is var (modus, miljoe) ? new Instans(Enum.Parse<Mode>(modus), Enum.Parse<Miljoe>(miljoe)) : null, false);
        }, ct);
}
