using System.Buffers;
using System.Data.Common;
using System.IO.Pipelines;
using Felles.Storage;

namespace Felles.Folkeregister.Import;

/// <summary>
/// Every current document, page by page in the order of the person keys. Each page is a short read of its own: a slow receiver must not
/// hold a snapshot of the database open for hours. From the primary: two standbys may be at different places of the same change.
/// </summary>
internal sealed class Personeksport(Database database)
{
    // By key and not by number: a number that changes between two pages would lose its person or give it twice.
    private const string Side =
        """
        select soek.personnoekkel, person.dokument from folkeregister.soek soek
        join folkeregister.person person on person.identifikator = soek.identifikator
        where soek.personnoekkel > @fra order by soek.personnoekkel limit 500
        """;

    public async Task<long> KjoerAsync(PipeWriter mottaker, CancellationToken ct)
    {
        var fra = 0L;
        var antall = 0L;
        while (true)
        {
            var side = await database.ReadPrimaryAsync((database, fra, mottaker), LesSideAsync, ct);
            if (side.Antall == 0)
                return antall;
            (fra, antall) = (side.Siste, antall + side.Antall);
            var levert = await mottaker.FlushAsync(ct);
            if (levert.IsCompleted)
                return antall;
        }
    }

    private static async ValueTask<(int Antall, long Siste)> LesSideAsync(
        DbConnection connection, (Database Database, long Fra, PipeWriter Mottaker) s, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = s.Database.Sql(Side);
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("fra", s.Fra);
        command.Parameters.Add(parameter);
        await using var rader = await command.ExecuteReaderAsync(ct);
        var (antall, siste) = (0, s.Fra);
        while (await rader.ReadAsync(ct))
        {
            siste = rader.GetInt64(0);
            s.Mottaker.Write((byte[])rader[1]);
            s.Mottaker.Write("\n"u8);
            antall++;
        }

        return (antall, siste);
    }
}
