using Microsoft.Data.Sqlite;

namespace Felles.Storage.Sqlite;

/// <summary>One reading connection with the statements that hot look-ups have prepared on it.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private RawStatement?[] _statements = new RawStatement?[16];

    public SqliteConnection Connection { get; } = connection;

    /// <summary>The statement of a query, prepared once for each connection. Queries are numbered so that this is one array access.</summary>
    public RawStatement Statement(int query, string sql)
    {
        if (query >= _statements.Length) Array.Resize(ref _statements, query * 2);
        return _statements[query] ??= new RawStatement(Connection.Handle!, sql);
    }

    public void Dispose()
    {
        foreach (var statement in _statements) statement?.Dispose();
        Connection.Dispose();
    }
}
