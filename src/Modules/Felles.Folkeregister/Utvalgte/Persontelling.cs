using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Storage;

namespace Felles.Folkeregister.Utvalgte;

internal sealed class Persontelling(Database database)
{
    private const string Sql =
        "select personstatus, doed, gradering, count(*) from folkeregister.soek group by personstatus, doed, gradering";

    public ValueTask<Personantall> TellAsync(CancellationToken ct) => database.ReadAsync(
        database,
        static async (connection, database, ct) =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = database.Sql(Sql);
            await using var rader = await command.ExecuteReaderAsync(ct);
            var (alle, doede, skjermede) = (0L, 0L, 0L);
            Dictionary<Personstatus, long> etterStatus = [];
            while (await rader.ReadAsync(ct))
            {
                var antall = rader.GetInt64(3);
                alle += antall;
                doede += rader.GetInt16(1) == 1 ? antall : 0;
                skjermede += rader.GetInt16(2) != (short)Adressegradering.Ugradert ? antall : 0;
                // Stored as one more than the code; 0 is none.
                if (rader.GetInt16(0) is > 0 and var status)
                    etterStatus[(Personstatus)(status - 1)] = etterStatus.GetValueOrDefault((Personstatus)(status - 1)) + antall;
            }

            return new Personantall(alle, doede, skjermede, etterStatus);
        },
        ct);
}
