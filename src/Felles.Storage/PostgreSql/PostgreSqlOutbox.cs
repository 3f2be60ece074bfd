using Npgsql;

namespace Felles.Storage.PostgreSql;

/// <summary>
/// Writes the unit's events to the outbox as its last act. Last, because the order of a key's events is the order of their outbox numbers: by then
/// the unit holds the lock of the key's row, so a later unit on the same key draws a later number.
/// </summary>
internal static class PostgreSqlOutbox
{
    public static async ValueTask InsertAsync(NpgsqlConnection connection, IReadOnlyList<UnitOfWork.PendingEvent> events, CancellationToken ct)
    {
        if (events.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var e in events)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                "insert into felles.utboks (stroem, type, noekkel, innhold, tid) values ($1, $2, $3, $4, (extract(epoch from clock_timestamp()) * 1000000)::bigint)")
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = e.Stroem },
                    new NpgsqlParameter<string> { TypedValue = e.Type },
                    new NpgsqlParameter<long> { TypedValue = e.Noekkel },
                    new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = e.Innhold },
                },
            });
        }

        await batch.ExecuteNonQueryAsync(ct);
    }
}
