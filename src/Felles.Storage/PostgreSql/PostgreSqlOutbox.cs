using Npgsql;

namespace Felles.Storage.PostgreSql;

/// <summary>
/// Ends a unit: its events to the outbox and the commit, in one round trip. The events come last, because the order of a key's events is
/// the order of their outbox numbers: by then the unit holds the lock of the key's row, so a later unit on the same key draws a later
/// number.
/// </summary>
internal static class PostgreSqlOutbox
{
    private const string Insert =
        "insert into felles.utboks (stroem, type, noekkel, innhold, tid) values ($1, $2, $3, $4, (extract(epoch from clock_timestamp()) * 1000000)::bigint)";

    public static async ValueTask CommitAsync(NpgsqlConnection connection, IReadOnlyList<UnitOfWork.PendingEvent> events)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var e in events)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Insert)
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

        // A COMMIT of a transaction in which a statement has failed answers ROLLBACK, and no error. A unit that swallowed the failure would
        // be acknowledged and lost. Any statement before the COMMIT fails in such a transaction, and the batch with it.
        if (events.Count == 0) batch.BatchCommands.Add(new NpgsqlBatchCommand("values (1)"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        // Not cancellable: a cancelled commit may have happened, and the caller would be told that it had not.
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
