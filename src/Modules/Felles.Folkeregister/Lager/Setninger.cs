using System.Data.Common;
using Felles.Storage;
using Npgsql;

namespace Felles.Folkeregister.Lager;

/// <summary>
/// Statements inside one unit of work, or look-ups outside of one, with <c>$1</c>, <c>$2</c> … on both databases. On SQLite they run at
/// once from prepared commands; on PostgreSQL those without an answer are gathered and sent together, because a round trip costs more than
/// the work.
/// </summary>
internal abstract class Setninger(DbConnection connection, DbTransaction? transaction, Func<string, string> omskriv) : IAsyncDisposable
{
    public static Setninger For(UnitOfWork unit) => unit.Dialect == Dialect.Sqlite
        ? new Sqlite(unit.Connection, unit.Transaction, unit.Sql)
        : new PostgreSql(unit.Connection, unit.Transaction, unit.Sql);

    public static Setninger ForLesing(Database database, DbConnection connection) => database.Dialect == Dialect.Sqlite
        ? new Sqlite(connection, null, database.Sql)
        : new PostgreSql(connection, null, database.Sql);

    public abstract ValueTask UtfoerAsync(string sql, CancellationToken ct, params object?[] verdier);

    /// <summary>Sends what is gathered.</summary>
    public abstract ValueTask ToemAsync(CancellationToken ct);

    /// <summary>The rows of these numbers; inside a unit they are held against other writers until it ends.</summary>
    public abstract ValueTask<Dictionary<long, Lagretnummer>> FinnAsync(IReadOnlyCollection<long> numre, CancellationToken ct);

    public async ValueTask<long> TallAsync(string sql, long verdi, CancellationToken ct)
    {
        await using var command = Kommando(sql);
        Sett(command, [verdi]);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct));
    }

    /// <summary>The first column of every row.</summary>
    public async ValueTask<List<long>> LesTallAsync(string sql, CancellationToken ct, params object?[] verdier)
    {
        await using var command = Kommando(sql);
        Sett(command, verdier);
        await using var rader = await command.ExecuteReaderAsync(ct);
        List<long> tall = [];
        while (await rader.ReadAsync(ct))
            tall.Add(rader.GetInt64(0));
        return tall;
    }

    public abstract ValueTask DisposeAsync();

    protected DbCommand Kommando(string sql)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (Omskriv(sql), transaction);
        return command;
    }

    protected string Omskriv(string sql) => omskriv(sql);

    protected static async ValueTask LesAsync(DbDataReader rader, Dictionary<long, Lagretnummer> til, CancellationToken ct)
    {
        while (await rader.ReadAsync(ct))
        {
            var gjeldende = await rader.IsDBNullAsync(1, ct);
            til.Add(rader.GetInt64(0), new Lagretnummer(
                rader.GetInt64(0),
                gjeldende ? null : rader.GetInt64(1),
                rader.GetInt64(2),
                rader.GetInt32(3),
                gjeldende ? (byte[])rader[4] : [],
                gjeldende ? (byte[])rader[5] : [],
                gjeldende ? (byte[])rader[6] : []));
        }
    }

    private void Sett(DbCommand command, object?[] verdier)
    {
        for (var i = 0; i < verdier.Length; i++)
        {
            if (command.Parameters.Count <= i)
            {
                var ny = command.CreateParameter();
                // SQLite knows the numbered ones as names; Npgsql counts those without a name.
                if (this is Sqlite)
                    ny.ParameterName = "$" + (i + 1);
                command.Parameters.Add(ny);
            }

            command.Parameters[i].Value = verdier[i] ?? DBNull.Value;
        }
    }

    private sealed class Sqlite(DbConnection connection, DbTransaction? transaction, Func<string, string> omskriv)
        : Setninger(connection, transaction, omskriv)
    {
        private const string Finn =
            "select identifikator, gjeldende, personnoekkel, versjon, dokumentid, dokument, indeks from folkeregister.person where identifikator = $1";

        private readonly Dictionary<string, DbCommand> klare = new(StringComparer.Ordinal);

        public override async ValueTask UtfoerAsync(string sql, CancellationToken ct, params object?[] verdier) =>
            await Klar(sql, verdier).ExecuteNonQueryAsync(ct);

        public override ValueTask ToemAsync(CancellationToken ct) => ValueTask.CompletedTask;

        public override async ValueTask<Dictionary<long, Lagretnummer>> FinnAsync(IReadOnlyCollection<long> numre, CancellationToken ct)
        {
            Dictionary<long, Lagretnummer> funnet = [];
            foreach (var nummer in numre)
            {
                await using var rader = await Klar(Finn, [nummer]).ExecuteReaderAsync(ct);
                await LesAsync(rader, funnet, ct);
            }

            return funnet;
        }

        public override async ValueTask DisposeAsync()
        {
            foreach (var command in klare.Values)
                await command.DisposeAsync();
        }

        private DbCommand Klar(string sql, object?[] verdier)
        {
            if (!klare.TryGetValue(sql, out var command))
                klare.Add(sql, command = Kommando(sql));
            Sett(command, verdier);
            return command;
        }
    }

    private sealed class PostgreSql(DbConnection connection, DbTransaction? transaction, Func<string, string> omskriv)
        : Setninger(connection, transaction, omskriv)
    {
        private const string Finn =
            """
            select identifikator, gjeldende, personnoekkel, versjon, dokumentid, dokument, indeks from folkeregister.person
            where identifikator = any($1)
            """;

        private const string FinnOgHold = Finn + " for update";

        private readonly NpgsqlConnection npgsql = (NpgsqlConnection)connection;
        private readonly string finn = transaction is null ? Finn : FinnOgHold;
        private NpgsqlBatch samlet = new((NpgsqlConnection)connection);

        public override ValueTask UtfoerAsync(string sql, CancellationToken ct, params object?[] verdier)
        {
            var command = new NpgsqlBatchCommand(Omskriv(sql));
            foreach (var verdi in verdier)
                command.Parameters.Add(new NpgsqlParameter { Value = verdi ?? DBNull.Value });
            samlet.BatchCommands.Add(command);
            return ValueTask.CompletedTask;
        }

        public override async ValueTask ToemAsync(CancellationToken ct)
        {
            if (samlet.BatchCommands.Count == 0)
                return;
            await using (samlet)
                await samlet.ExecuteNonQueryAsync(ct);
            samlet = new NpgsqlBatch(npgsql);
        }

        public override async ValueTask<Dictionary<long, Lagretnummer>> FinnAsync(IReadOnlyCollection<long> numre, CancellationToken ct)
        {
            Dictionary<long, Lagretnummer> funnet = [];
            await using var command = Kommando(finn);
            Sett(command, [numre.ToArray()]);
            await using var rader = await command.ExecuteReaderAsync(ct);
            await LesAsync(rader, funnet, ct);
            return funnet;
        }

        public override ValueTask DisposeAsync() => samlet.DisposeAsync();
    }
}

/// <summary>A number that the register has: with the person's document, or pointing to the number that has it.</summary>
internal sealed record Lagretnummer(
    long Identifikator, long? Gjeldende, long Personnoekkel, int Versjon, byte[] Dokumentid, byte[] Dokument, byte[] Indeks);
