using System.Buffers;
using System.Data.Common;
using System.Runtime.InteropServices;
using Felles.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Felles.Folkeregister.Lager;

/// <summary>
/// One round trip for current numbers, one more for withdrawn ones. The data source prepares each statement at its second use.
/// </summary>
internal sealed class PostgreSqlPersonoppslag(Database database) : Personoppslag
{
    private const string Mange =
        "select gjeldende, personnoekkel, dokumentid, dokument, indeks, identifikator from folkeregister.person where identifikator = any(@id)";

    // A number may change between two rounds, so what was current in the first may be withdrawn in the next.
    private const int StoersteAntallRunder = 16;

    private readonly string punktSql = database.Sql(Punkt);
    private readonly string mangeSql = database.Sql(Mange);

    public override ValueTask<bool> LesAsync(long identifikator, IPersonmottaker mottaker, CancellationToken ct) =>
        database.ReadAsync((punktSql, identifikator, mottaker), LesEnAsync, ct);

    public override async ValueTask LesMangeAsync(
        IReadOnlyCollection<long> identifikatorer, IPersonmottaker mottaker, CancellationToken ct) =>
        await database.ReadAsync((mangeSql, identifikatorer, mottaker), LesFlereAsync, ct);

    private static async ValueTask<bool> LesEnAsync(
        DbConnection connection, (string Sql, long Id, IPersonmottaker Mottaker) s, CancellationToken ct)
    {
        var id = s.Id;
        while (true)
        {
            await using var command = new NpgsqlCommand(s.Sql, (NpgsqlConnection)connection);
            command.Parameters.Add(new NpgsqlParameter<long>("id", id));
            await using var reader = await command.ExecuteReaderAsync(ct);
            if (!await reader.ReadAsync(ct))
                return false;
            if (reader.IsDBNull(0))
            {
                using var kopi = new Radkopi(reader);
                s.Mottaker.Motta(kopi.Som(s.Id, id, reader.GetInt64(1)));
                return true;
            }

            id = reader.GetInt64(0);
        }
    }

    private static async ValueTask<bool> LesFlereAsync(
        DbConnection connection, (string Sql, IReadOnlyCollection<long> Numre, IPersonmottaker Mottaker) s, CancellationToken ct)
    {
        // Which numbers were asked for, by the number that they led to; null in the first round, where they are the same.
        Dictionary<long, List<long>>? spurt = null;
        for (var runde = 0; runde < StoersteAntallRunder; runde++)
        {
            var videre = new Dictionary<long, List<long>>();
            await LesFlereAsync(connection, s.Sql, spurt?.Keys ?? s.Numre, rad =>
            {
                var id = rad.GetInt64(5);
                ReadOnlySpan<long> egne = spurt is null ? [id] : CollectionsMarshal.AsSpan(spurt[id]);
                if (rad.IsDBNull(0))
                {
                    using var kopi = new Radkopi(rad);
                    foreach (var eget in egne)
                        s.Mottaker.Motta(kopi.Som(eget, id, rad.GetInt64(1)));
                    return;
                }

                if (!videre.TryGetValue(rad.GetInt64(0), out var flere))
                    videre.Add(rad.GetInt64(0), flere = []);
                flere.AddRange(egne);
            }, ct);
            if (videre.Count == 0)
                return true;
            spurt = videre;
        }

        throw new InvalidDataException("Withdrawn numbers lead to each other in a circle.");
    }

    private static async Task LesFlereAsync(
        DbConnection connection, string sql, IReadOnlyCollection<long> numre, Action<NpgsqlDataReader> motta, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)connection);
        command.Parameters.Add(new NpgsqlParameter("id", NpgsqlDbType.Array | NpgsqlDbType.Bigint) { Value = numre.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            motta(reader);
    }

    /// <summary>The three byte columns of a row in one borrowed array.</summary>
    private readonly struct Radkopi : IDisposable
    {
        private readonly byte[] bytes;
        private readonly int dokument;
        private readonly int indeks;

        public Radkopi(NpgsqlDataReader reader)
        {
            dokument = (int)reader.GetBytes(3, 0, null, 0, 0);
            indeks = (int)reader.GetBytes(4, 0, null, 0, 0);
            bytes = ArrayPool<byte>.Shared.Rent(16 + dokument + indeks);
            _ = reader.GetBytes(2, 0, bytes, 0, 16);
            _ = reader.GetBytes(3, 0, bytes, 16, dokument);
            _ = reader.GetBytes(4, 0, bytes, 16 + dokument, indeks);
        }

        public Personrad Som(long spurt, long identifikator, long personnoekkel) => new()
        {
            Spurt = spurt,
            Identifikator = identifikator,
            Personnoekkel = personnoekkel,
            Dokumentid = bytes.AsSpan(0, 16),
            Dokument = bytes.AsSpan(16, dokument),
            Indeks = bytes.AsSpan(16 + dokument, indeks),
        };

        public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);
    }
}
