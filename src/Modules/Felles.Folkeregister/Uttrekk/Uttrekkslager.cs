using System.Buffers.Binary;
using System.Data.Common;
using Felles.Storage;

namespace Felles.Folkeregister.Uttrekk;

/// <summary>The rows of orders and batches. Read from the primary: a batch that was ready is never told as not ready again.</summary>
internal sealed class Uttrekkslager(Database database, TimeProvider klokke)
{
    private const string Finn =
        """
        select konsument, pakke, slag, status, sekvensnummer, kriterier, til_noekkel, siste_noekkel, batcher
        from folkeregister.uttrekk where jobbid = @jobbid
        """;

    private const string Batch = "select innhold from folkeregister.uttrekk_batch where jobbid = @jobbid and nr = @nr";

    private const string NyBatch = "insert into folkeregister.uttrekk_batch (jobbid, nr, innhold) values (@jobbid, @nr, @innhold)";

    private const string Flytt =
        """
        update folkeregister.uttrekk set batcher = @nr + 1, siste_noekkel = @siste, sist = @naa
        where jobbid = @jobbid and status = 0 and batcher = @nr
        """;

    private const string Avslutt = "update folkeregister.uttrekk set status = @status, sist = @naa where jobbid = @jobbid and status = 0";

    private const string Livstegn = "update folkeregister.uttrekk set sist = @naa where jobbid = @jobbid and status = 0";

    public ValueTask<Uttrekksjobb?> FinnAsync(Guid jobbid, CancellationToken ct) => database.ReadPrimaryAsync(
        (database, jobbid),
        static async (connection, s, ct) =>
        {
            await using var command = connection.Kommando(s.database.Sql(Finn), ("jobbid", s.jobbid.ToByteArray(bigEndian: true)));
            await using var rad = await command.ExecuteReaderAsync(ct);
            return await rad.ReadAsync(ct) ? Les(s.jobbid, rad) : null;
        },
        ct);

    /// <summary>The content of a batch that is there.</summary>
    public ValueTask<List<Uttrekkspost>> LesBatchAsync(Guid jobbid, int nr, CancellationToken ct) => database.ReadPrimaryAsync(
        (database, jobbid, nr),
        static async (connection, s, ct) =>
        {
            await using var command = connection.Kommando(
                s.database.Sql(Batch), ("jobbid", s.jobbid.ToByteArray(bigEndian: true)), ("nr", s.nr));
            return Pakk(await command.ExecuteScalarAsync(ct) as byte[] ?? []);
        },
        ct);

    /// <summary>Tells that somebody has taken the job up.</summary>
    public Task LivstegnAsync(Uttrekksjobb jobb, CancellationToken ct) =>
        database.WriteAsync(async (unit, ct) => { await unit.UtfoerAsync(Livstegn, ct, Id(jobb), Naa()); }, ct);

    /// <summary>
    /// Adds the next batch. False when another has added it, or the order is no longer running: this worker slept past its lease.
    /// </summary>
    public async ValueTask<bool> LeggTilAsync(
        UnitOfWork unit, Uttrekksjobb jobb, int nr, ReadOnlyMemory<Uttrekkspost> poster, CancellationToken ct)
    {
        var siste = poster.Span[^1].Personnoekkel;
        if (await unit.UtfoerAsync(Flytt, ct, Id(jobb), ("nr", nr), ("siste", siste), Naa()) != 1)
            return false;
        await unit.UtfoerAsync(NyBatch, ct, Id(jobb), ("nr", nr), ("innhold", Pakk(poster.Span)));
        return true;
    }

    /// <summary>False when it was not running.</summary>
    public async ValueTask<bool> AvsluttAsync(UnitOfWork unit, Uttrekksjobb jobb, Uttrekksstatus status, CancellationToken ct) =>
        await unit.UtfoerAsync(Avslutt, ct, Id(jobb), ("status", (short)status), Naa()) == 1;

    private static (string Navn, object Verdi) Id(Uttrekksjobb jobb) => ("jobbid", jobb.Jobbid.ToByteArray(bigEndian: true));

    private static Uttrekksjobb Les(Guid jobbid, DbDataReader rad) => new()
    {
        Jobbid = jobbid,
        Konsument = rad.GetInt64(0),
        Pakke = rad.GetString(1),
        Slag = (Uttrekksslag)rad.GetInt16(2),
        Status = (Uttrekksstatus)rad.GetInt16(3),
        Sekvensnummer = rad.GetInt64(4),
        Kriterier = rad.GetString(5),
        TilNoekkel = rad.GetInt64(6),
        SisteNoekkel = rad.GetInt64(7),
        Batcher = rad.GetInt32(8),
    };

    private static byte[] Pakk(ReadOnlySpan<Uttrekkspost> poster)
    {
        var bytes = new byte[poster.Length * Uttrekkspost.Bytes];
        for (var i = 0; i < poster.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * Uttrekkspost.Bytes), poster[i].Personnoekkel);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan((i * Uttrekkspost.Bytes) + sizeof(long)), poster[i].Verdi);
        }

        return bytes;
    }

    private static List<Uttrekkspost> Pakk(byte[] bytes)
    {
        var poster = new List<Uttrekkspost>(bytes.Length / Uttrekkspost.Bytes);
        for (var i = 0; i < bytes.Length; i += Uttrekkspost.Bytes)
        {
            poster.Add(new Uttrekkspost(
                BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(i)),
                BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(i + sizeof(long)))));
        }

        return poster;
    }

    private (string Navn, object Verdi) Naa() => ("naa", Microseconds.From(klokke.GetUtcNow()));
}
