using Dapper;
using Felles.Storage;

namespace Felles.Testing.Databaser;

/// <summary>
/// What the schema must keep so that PostgreSQL can be spread over several machines (Citus) without changing it: every table is either
/// small or has a distribution column; on the latter every unique index contains that column, and a foreign key is kept within one value of
/// it. Read from the catalogue.
/// </summary>
/// <param name="distributed">Distribution column by table, such as <c>folkeregister.person</c> → <c>identifikator</c>.</param>
/// <param name="small">Tables that every machine may hold whole or that one machine keeps.</param>
public sealed class SchemaRules(IReadOnlyDictionary<string, string> distributed, IReadOnlySet<string> small)
{
    private const string Tables = """
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema' order by 1
        """;

    private const string UniqueIndexes = """
        select n.nspname || '.' || c.relname as "Table", i.relname as "Name",
               array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = any(x.indkey)) as "Columns"
          from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = c.relnamespace
         where x.indisunique and n.nspname not like 'pg\_%' and not c.relispartition
        """;

    private const string ForeignKeys = """
        select fn.nspname || '.' || f.relname as "From", tn.nspname || '.' || t.relname as "To", k.conname as "Name",
               array(select a.attname::text from unnest(k.conkey) with ordinality as u(nr, plass) join pg_attribute a on a.attrelid = f.oid and a.attnum = u.nr order by plass) as "FromColumns",
               array(select a.attname::text from unnest(k.confkey) with ordinality as u(nr, plass) join pg_attribute a on a.attrelid = t.oid and a.attnum = u.nr order by plass) as "ToColumns"
          from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
          join pg_namespace fn on fn.oid = f.relnamespace join pg_namespace tn on tn.oid = t.relnamespace
         where k.contype = 'f' and k.conparentid = 0
        """;

    /// <summary>
    /// Reads what the migrations say in comment lines: <c>-- distribute: modul.tabell by kolonne, …</c> and <c>-- local: modul.tabell,
    /// …</c>.
    /// </summary>
    public static SchemaRules Declared(IEnumerable<MigrationSet> migrations)
    {
        var lines = migrations.SelectMany(m => m.Read()).SelectMany(m => m.Sql.Split('\n')).ToArray();
        return new SchemaRules(
            Items(lines, "-- distribute:").Select(item => item.Split(" by ")).ToDictionary(p => p[0].Trim(), p => p[1].Trim()),
            Items(lines, "-- local:").ToHashSet());
    }

    private static IEnumerable<string> Items(IEnumerable<string> lines, string mark) => lines
        .Where(l => l.StartsWith(mark, StringComparison.Ordinal))
        .SelectMany(l => l[mark.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Every breach, in words; empty when the rules hold.</summary>
    public async Task<IReadOnlyList<string>> BreachesAsync(Database database) => await database.ReadPrimaryAsync(async (connection, _) =>
    {
        var breaches = new List<string>();
        var tables = (await connection.QueryAsync<string>(Tables)).ToHashSet();
        breaches.AddRange(tables.Where(t => !distributed.ContainsKey(t) && !small.Contains(t)).Select(t => $"{t} is neither distributed nor small"));
        breaches.AddRange(distributed.Keys.Where(t => !tables.Contains(t)).Select(t => $"{t} is declared but does not exist"));
        foreach (var index in await connection.QueryAsync<UniqueIndex>(UniqueIndexes))
        {
            if (distributed.TryGetValue(index.Table, out var column) && !index.Columns.Contains(column))
                breaches.Add($"{index.Name} on {index.Table} is unique without {column}");
        }

        foreach (var key in await connection.QueryAsync<ForeignKey>(ForeignKeys))
        {
            if (!StaysWithin(key)) breaches.Add($"{key.Name} leads from {key.From} to {key.To} across machines");
        }

        return breaches;
    });

    private bool StaysWithin(ForeignKey key)
    {
        var (isFrom, isTo) = (distributed.TryGetValue(key.From, out var from), distributed.TryGetValue(key.To, out var to));
        if (!isFrom && !isTo) return true;
        return isFrom && isTo && Array.IndexOf(key.FromColumns, from) is >= 0 and var place && place < key.ToColumns.Length
            && key.ToColumns[place] == to;
    }

    // Properties and not constructor parameters: the reader's type of an array column is not known before it is read.
    private sealed class UniqueIndex
    {
        public required string Table { get; init; }

        public required string Name { get; init; }

        public required string[] Columns { get; init; }
    }

    private sealed class ForeignKey
    {
        public required string From { get; init; }

        public required string To { get; init; }

        public required string Name { get; init; }

        public required string[] FromColumns { get; init; }

        public required string[] ToColumns { get; init; }
    }
}
