using System.Data.Common;

namespace Felles.Storage;

/// <summary>Takes one event as it is read; the content is valid only inside the call. Answers false to end the reading.</summary>
public delegate bool SequenceVisitor<in TState>(TState state, long sekvensnummer, long noekkel, ReadOnlySpan<byte> innhold);

/// <summary>
/// Reads long stretches of a stream without keeping them: for feeds that filter as they go, and for those who look back from the end.
/// </summary>
public sealed class SequencePages(Database database, SequenceLog log)
{
    private const string Forward = """
        select sekvensnummer, noekkel, innhold from felles.hendelse
         where stroem = @stroem and sekvensnummer >= @fra order by sekvensnummer limit @maks
        """;

    private const string Backward = """
        select sekvensnummer, noekkel, innhold from felles.hendelse
         where stroem = @stroem and sekvensnummer <= @fra order by sekvensnummer desc limit @maks
        """;

    private const string First = """
        select coalesce((select min(sekvensnummer) from felles.hendelse where stroem = @stroem),
                        (select siste + 1 from felles.stroem where navn = @stroem), 1)
        """;

    /// <summary>The last number that this host has heard of, without asking the database: on SQLite the last there is.</summary>
    public long LastHeard(string stroem) => log.KnownLast(stroem);

    /// <summary>The lowest number that is kept; of a stream from which everything is removed the next one it will give.</summary>
    public ValueTask<long> FirstAsync(string stroem, CancellationToken ct = default) =>
        database.ReadPrimaryAsync(
            (database, stroem),
            static async (connection, q, ct) =>
            {
                await using var command = connection.CreateCommand();
                command.CommandText = q.database.Sql(First);
                command.AddParameter("stroem", q.stroem);
                return Convert.ToInt64(await command.ExecuteScalarAsync(ct));
            },
            ct);

    /// <summary>
    /// Events from a number on, in order, at most so many. Answers how many were visited; fewer than asked for is the end of the line
    /// unless the visitor ended it.
    /// </summary>
    public ValueTask<int> ReadAsync<TState>(
        string stroem, long fraOgMed, int maks, TState state, SequenceVisitor<TState> visit, CancellationToken ct = default) =>
        ReadAsync(Forward, stroem, fraOgMed, maks, state, visit, ct);

    /// <summary>The same from a number and back.</summary>
    public ValueTask<int> ReadBackAsync<TState>(
        string stroem, long tilOgMed, int maks, TState state, SequenceVisitor<TState> visit, CancellationToken ct = default) =>
        ReadAsync(Backward, stroem, tilOgMed, maks, state, visit, ct);

    private ValueTask<int> ReadAsync<TState>(
        string sql, string stroem, long fra, int maks, TState state, SequenceVisitor<TState> visit, CancellationToken ct) =>
        database.ReadPrimaryAsync(
            (database, sql, stroem, fra, maks, state, visit),
            static async (connection, q, ct) =>
            {
                await using var command = connection.CreateCommand();
                command.CommandText = q.database.Sql(q.sql);
                command.AddParameter("stroem", q.stroem);
                command.AddParameter("fra", q.fra);
                command.AddParameter("maks", (long)q.maks);
                await using var rows = await command.ExecuteReaderAsync(ct);
                var count = 0;
                while (await rows.ReadAsync(ct))
                {
                    count++;
                    if (!Visit(rows, q.state, q.visit)) break;
                }

                return count;
            },
            ct);

    private static bool Visit<TState>(DbDataReader rows, TState state, SequenceVisitor<TState> visit) =>
        visit(state, rows.GetInt64(0), rows.GetInt64(1), rows.GetFieldValue<byte[]>(2));
}
