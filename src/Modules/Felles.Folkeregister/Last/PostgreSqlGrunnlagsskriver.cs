using Felles.Folkeregister.Lager;
using Felles.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Felles.Folkeregister.Last;

/// <summary>Binary COPY, as many batches at a time as there are processors.</summary>
internal sealed class PostgreSqlGrunnlagsskriver(Database database) : Grunnlagsskriver(database)
{
    private const string PersonKopi =
        "copy folkeregister.person (identifikator, gjeldende, personnoekkel, versjon, dokumentid, dokument, indeks) from stdin (format binary)";

    public override int Samtidige => Math.Max(2, Environment.ProcessorCount);

    public override Task SkrivAsync(Lastbunke bunke, CancellationToken ct) =>
        Database.WriteAsync(
            async (unit, ct) =>
            {
                var connection = (NpgsqlConnection)unit.Connection;
                await SkrivPersonerAsync(bunke, connection, ct);
                await PostgreSqlSoekeskriver.SkrivAsync(bunke, connection, Database, ct);
            },
            ct);

    private async Task SkrivPersonerAsync(Lastbunke bunke, NpgsqlConnection connection, CancellationToken ct)
    {
        await using var kopi = await connection.BeginBinaryImportAsync(Database.Sql(PersonKopi), ct);
        var id = new byte[16];
        foreach (var rad in bunke.Rader)
        {
            Dokumentnoekkel.Skriv(rad.Personnoekkel, 1, id);
            await kopi.StartRowAsync(ct);
            await kopi.WriteAsync(rad.Identifikator, NpgsqlDbType.Bigint, ct);
            await kopi.WriteNullAsync(ct);
            await kopi.WriteAsync(rad.Personnoekkel, NpgsqlDbType.Bigint, ct);
            await kopi.WriteAsync(1, NpgsqlDbType.Integer, ct);
            await kopi.WriteAsync(id, NpgsqlDbType.Bytea, ct);
            await kopi.WriteAsync(bunke.Dokument(rad), NpgsqlDbType.Bytea, ct);
            await kopi.WriteAsync(bunke.Indeks(rad), NpgsqlDbType.Bytea, ct);
        }

        foreach (var (tidligere, gjeldende, personnoekkel) in bunke.Pekere)
        {
            await kopi.StartRowAsync(ct);
            await kopi.WriteAsync(tidligere, NpgsqlDbType.Bigint, ct);
            await kopi.WriteAsync(gjeldende, NpgsqlDbType.Bigint, ct);
            await kopi.WriteAsync(personnoekkel, NpgsqlDbType.Bigint, ct);
            await kopi.WriteAsync(0, NpgsqlDbType.Integer, ct);
            await kopi.WriteNullAsync(ct);
            await kopi.WriteNullAsync(ct);
            await kopi.WriteNullAsync(ct);
        }

        await kopi.CompleteAsync(ct);
    }
}
