using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;

namespace Felles.Storage;

/// <summary>
/// Turns SQL written once into the dialect of one database: a schema becomes a table prefix on SQLite, and fragments in braces are
/// replaced from <see cref="SqlFragments"/>. Text in quotes and comments is never touched.
/// </summary>
internal sealed class SqlRewriter(Dialect dialect, IEnumerable<string> schemas)
{
    private readonly FrozenSet<string> _schemas = schemas.ToFrozenSet(StringComparer.Ordinal);

    // Keyed by reference: SQL is a literal beside its use case, so the same object comes back on every call, and comparing a
    // reference costs a fraction of hashing a long statement. Composed SQL is released together with its string.
    private readonly ConditionalWeakTable<string, string> _cache = [];

    public string Rewrite(string sql) => _cache.TryGetValue(sql, out var done) ? done : _cache.GetValue(sql, Translate);

    private string Translate(string sql)
    {
        var text = new StringBuilder(sql.Length + 32);
        var i = 0;
        while (i < sql.Length)
        {
            var end = Verbatim(sql, i);
            if (end > i)
                text.Append(sql, i, end - i);
            else if (sql[i] == '{')
                text.Append(Fragment(sql, i, out end));
            else if (IsWordStart(sql[i]))
                end = Word(sql, i, text);
            else
                text.Append(sql[(end = i + 1) - 1]);
            i = end;
        }

        return text.ToString();
    }

    private static int Verbatim(string sql, int start) => sql[start] switch
    {
        '\'' => After(sql, "'", start + 1),
        '"' => After(sql, "\"", start + 1),
        '-' when Has(sql, start, "--") => After(sql, "\n", start),
        '/' when Has(sql, start, "/*") => After(sql, "*/", start + 2),
        _ => start,
    };

    private static bool Has(string sql, int at, string what) => string.CompareOrdinal(sql, at, what, 0, what.Length) == 0;

    private static int After(string sql, string end, int from)
    {
        var at = sql.IndexOf(end, from, StringComparison.Ordinal);
        return at < 0 ? sql.Length : at + end.Length;
    }

    private string Fragment(string sql, int start, out int end)
    {
        end = sql.IndexOf('}', start) + 1;
        if (end == 0) throw new FormatException($"The fragment that starts at position {start} has no closing brace: {sql}");
        var body = sql[(start + 1)..(end - 1)];
        var colon = body.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return SqlFragments.Find(dialect, body) ?? throw new FormatException($"Unknown fragment {{{body}}} in: {sql}");
        return body[..colon] switch
        {
            "sqlite" => dialect == Dialect.Sqlite ? Translate(body[(colon + 1)..]) : "",
            "postgresql" => dialect == Dialect.PostgreSql ? body[(colon + 1)..] : "",
            var other => throw new FormatException($"Unknown dialect {{{other}: …}} in: {sql}"),
        };
    }

    private int Word(string sql, int start, StringBuilder text)
    {
        var end = start + 1;
        while (end < sql.Length && (IsWordStart(sql[end]) || char.IsAsciiDigit(sql[end]))) end++;
        text.Append(sql, start, end - start);
        var isSchema = dialect == Dialect.Sqlite
            && end + 1 < sql.Length && sql[end] == '.' && IsWordStart(sql[end + 1])
            && (start == 0 || (sql[start - 1] is not ('.' or '@' or '$' or ':') && !char.IsAsciiDigit(sql[start - 1])))
            && _schemas.Contains(sql[start..end]);
        if (!isSchema) return end;
        text.Append('_');
        return end + 1;
    }

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_';
}
