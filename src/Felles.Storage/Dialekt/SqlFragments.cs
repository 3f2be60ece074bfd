using System.Collections.Frozen;

namespace Felles.Storage;

/// <summary>
/// The whole difference between the two dialects, in one place. <c>{sqlite: …}</c> and <c>{postgresql: …}</c> are for what one of them has
/// alone. Instants are stored as <c>bigint</c>: microseconds since 1970-01-01 UTC, which <c>{now}</c> reads from the clock of the database.
/// </summary>
internal static class SqlFragments
{
    private static readonly FrozenDictionary<string, (string Sqlite, string PostgreSql)> Table =
        new Dictionary<string, (string Sqlite, string PostgreSql)>
        {
            ["bytes"] = ("blob", "bytea"),
            // A SQLite key must say "integer" to be the row id itself, and then needs no second tree.
            ["key"] = ("integer primary key", "bigint primary key"),
            // AUTOINCREMENT: without it SQLite gives the number of a deleted last row again.
            ["identity"] = ("integer primary key autoincrement", "bigint generated always as identity primary key"),
            ["without rowid"] = ("without rowid", ""),
            // The single writer of SQLite needs no row locks.
            ["for update"] = ("", "for update"),
            ["skip locked"] = ("", "for update skip locked"),
            ["greatest"] = ("max", "greatest"),
            ["least"] = ("min", "least"),
            ["now"] = ("cast(unixepoch('subsec') * 1000000 as integer)", "(extract(epoch from clock_timestamp()) * 1000000)::bigint"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string? Find(Dialect dialect, string name) =>
        Table.TryGetValue(name, out var found) ? dialect == Dialect.Sqlite ? found.Sqlite : found.PostgreSql : null;
}
