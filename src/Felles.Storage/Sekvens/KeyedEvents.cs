using System.Data.Common;

namespace Felles.Storage;

/// <summary>
/// The events of a stream by their keys. Who knows how something is now, and which of its events was the first after a number, knows how it
/// was at that number.
/// </summary>
public sealed class KeyedEvents(Database database)
{
    // Numbered and waiting events in one statement, which is one snapshot: between two an event could move from the outbox behind the
    // first. What waits has a greater number than all that has one. The index is named because SQLite without statistics prefers the
    // primary key, and would read the whole line once a range.
    private const string FirstAfter = """
        with foerste as (
            select noekkel, min(sekvensnummer) as nummer from felles.hendelse {sqlite:indexed by felles_hendelse_noekkel}
             where stroem = @stroem and noekkel > @fra and noekkel <= @til and sekvensnummer > @etter group by noekkel
        ), venter as (
            select noekkel, min(id) as nummer from felles.utboks
             where stroem = @stroem and noekkel > @fra and noekkel <= @til group by noekkel
        )
        select h.noekkel, h.innhold from foerste f join felles.hendelse h on h.stroem = @stroem and h.sekvensnummer = f.nummer
        union all
        select u.noekkel, u.innhold from venter v join felles.utboks u on u.id = v.nummer
         where not exists (select 1 from foerste f where f.noekkel = v.noekkel)
        """;

    /// <summary>
    /// The first event of each key above <paramref name="fromKey"/> and up to <paramref name="toKey"/> whose number is greater than
    /// <paramref name="after"/>; an event that is committed and waits for its number has a greater one. Keys without such an event are not
    /// handed over; no order. Read from the primary, in one snapshot.
    /// </summary>
    /// <remarks>
    /// A state that was read before this call, and has no event here, is the state at <paramref name="after"/>. The other way round a
    /// change in between would be missed. <paramref name="after"/> must be a number that the stream has given.
    /// </remarks>
    public async ValueTask FirstAfterAsync(
        string stroem, long after, long fromKey, long toKey, Action<long, ReadOnlyMemory<byte>> take, CancellationToken ct = default) =>
        await database.ReadPrimaryAsync(
            (database, stroem, after, fromKey, toKey, take),
            static async (connection, q, ct) =>
            {
                await using var command = Command(connection, q.database.Sql(FirstAfter), q.stroem, q.after, q.fromKey, q.toKey);
                await using var rows = await command.ExecuteReaderAsync(ct);
                while (await rows.ReadAsync(ct)) q.take(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1));
                return true;
            },
            ct);

    /// <summary>The statement as it runs, for the test that reads its plan.</summary>
    internal static DbCommand Command(DbConnection connection, string sql, string stroem, long after, long fromKey, long toKey)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.AddParameter("stroem", stroem);
        command.AddParameter("etter", after);
        command.AddParameter("fra", fromKey);
        command.AddParameter("til", toKey);
        return command;
    }

    internal static string Sql(Database database) => database.Sql(FirstAfter);
}
