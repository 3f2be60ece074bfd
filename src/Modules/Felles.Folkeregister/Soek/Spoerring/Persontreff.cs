using System.Data.Common;
using Felles.Folkeregister.Soek.Kriterier;
using Felles.Storage;
using Npgsql;

namespace Felles.Folkeregister.Soek.Spoerring;

/// <summary>The numbers and person keys a search hits, in order of number; or that there are too many.</summary>
internal sealed class Persontreff(Database database)
{
    // Few enough that asking the rest of each person costs nothing; else it is worth knowing which of the large ones is the smallest.
    private const int Faa = 1_000;
    private const int Mange = 100_000;

    // On PostgreSQL: how often a word or a street occurs decides the plan, so one for all values would not do. And a search that hits
    // too many ends at the first one too many: a plan that begins at once, by the index, is better than one that comes to the end sooner
    // and may read all persons for it. What is worth gathering is gathered by the statement itself.
    private const string EgenPlan =
        """
        select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
            set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('random_page_cost', '1.1', true)
        """;

    /// <summary>Null when more than <paramref name="hoeyst"/> persons fit.</summary>
    public async ValueTask<List<(long Identifikator, long Personnoekkel)>?> FinnAsync(
        Soekekriterier kriterier, Soekesyn syn, int hoeyst, CancellationToken ct)
    {
        var spoerring = new Soekespoerring(kriterier, syn);
        if (spoerring.Umulig)
            return [];
        return await database.ReadAsync(
            (this, spoerring, hoeyst), static (connection, s, ct) => s.Item1.LesAsync(connection, s.spoerring, s.hoeyst, ct), ct);
    }

    /// <summary>How the database means to answer a search, a step a line.</summary>
    public async ValueTask<List<string>> PlanAsync(DbConnection connection, Soekespoerring spoerring, CancellationToken ct) =>
        await PlanAsync(connection, await SetningAsync(connection, spoerring, ulike: false, ct), spoerring, ct);

    /// <summary>How the database means to answer a statement with the parameters of a search.</summary>
    public async ValueTask<List<string>> PlanAsync(DbConnection connection, string sql, Soekespoerring spoerring, CancellationToken ct)
    {
        // A connection of SQLite explains by the schema it has in memory, and first looks for a newer one when it reads.
        _ = await TellAsync(connection, spoerring, 1, ct);
        var forklart = (database.Dialect == Dialect.Sqlite ? "explain query plan " : "explain ") + sql;
        await using var leser = await KjoerAsync(connection, spoerring, forklart, Soekekriterier.MaksAlle, ct);
        List<string> steg = [];
        while (await leser.Rader.ReadAsync(ct))
            steg.Add(leser.Rader.GetString(leser.Rader.FieldCount - 1));
        return steg;
    }

    private async ValueTask<string> SetningAsync(DbConnection connection, Soekespoerring spoerring, bool ulike, CancellationToken ct)
    {
        var veier = spoerring.Veier;
        if (veier.Count == 1)
            return spoerring.Sql(veier[0], [], ulike);
        var antall = await TellAsync(connection, spoerring, Faa, ct);
        if (antall.Min() < Faa)
            return spoerring.Sql(veier[antall.IndexOf(antall.Min())], [], ulike);
        antall = await TellAsync(connection, spoerring, Mange, ct);
        var vei = antall.IndexOf(antall.Min());
        Soekevei[] store =
            [.. veier.Zip(antall).Where(v => v.First != veier[vei] && v.First.Slag != Veislag.Person && v.Second < Mange)
                .OrderBy(v => v.Second).Select(v => v.First)];
        return spoerring.Sql(veier[vei], store, ulike);
    }

    private async ValueTask<List<(long Identifikator, long Personnoekkel)>?> LesAsync(
        DbConnection connection, Soekespoerring spoerring, int hoeyst, CancellationToken ct)
    {
        // A person seldom comes twice, and sorting out those who do would mean to find all before the first is told.
        var grense = (hoeyst + 1) * 2;
        var treff = await TreffAsync(connection, spoerring, await SetningAsync(connection, spoerring, ulike: false, ct), grense, ct);
        if (treff.Rader == grense && treff.Personer.Count <= hoeyst)
            treff = await TreffAsync(connection, spoerring, await SetningAsync(connection, spoerring, ulike: true, ct), hoeyst + 1, ct);
        if (treff.Personer.Count > hoeyst)
            return null;
        List<(long Identifikator, long Personnoekkel)> personer = [.. treff.Personer];
        personer.Sort(static (a, b) => a.Identifikator.CompareTo(b.Identifikator));
        return personer;
    }

    private async ValueTask<List<long>> TellAsync(DbConnection connection, Soekespoerring spoerring, int grense, CancellationToken ct)
    {
        var sql = "select " + string.Join(", ", spoerring.Veier.Select(vei => vei.Telling));
        await using var leser = await KjoerAsync(connection, spoerring, sql, grense, ct);
        await leser.Rader.ReadAsync(ct);
        return [.. Enumerable.Range(0, spoerring.Veier.Count).Select(leser.Rader.GetInt64)];
    }

    private async ValueTask<(HashSet<(long Identifikator, long Personnoekkel)> Personer, int Rader)> TreffAsync(
        DbConnection connection, Soekespoerring spoerring, string sql, int grense, CancellationToken ct)
    {
        HashSet<(long Identifikator, long Personnoekkel)> personer = [];
        await using var leser = await KjoerAsync(connection, spoerring, sql, grense, ct);
        var rader = 0;
        for (; await leser.Rader.ReadAsync(ct); rader++)
            personer.Add((leser.Rader.GetInt64(0), leser.Rader.GetInt64(1)));
        return (personer, rader);
    }

    private async ValueTask<Soekeleser> KjoerAsync(
        DbConnection connection, Soekespoerring spoerring, string sql, int grense, CancellationToken ct)
    {
        var brukte = spoerring.Parametre.Where(p => Bruker(sql, p.Navn)).Append(("grense", grense));
        if (connection is not NpgsqlConnection npgsql)
        {
            var command = connection.CreateCommand();
            command.CommandText = database.Sql(sql);
            foreach (var (navn, verdi) in brukte)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (navn, verdi);
                command.Parameters.Add(parameter);
            }

            return new Soekeleser(command, await command.ExecuteReaderAsync(ct));
        }

        var samlet = new NpgsqlBatch(npgsql);
        samlet.BatchCommands.Add(new NpgsqlBatchCommand(EgenPlan));
        var selve = new NpgsqlBatchCommand(database.Sql(sql));
        foreach (var (navn, verdi) in brukte)
            selve.Parameters.Add(new NpgsqlParameter(navn, verdi));
        samlet.BatchCommands.Add(selve);
        var rader = await samlet.ExecuteReaderAsync(ct);
        await rader.NextResultAsync(ct);
        return new Soekeleser(samlet, rader);
    }

    private static bool Bruker(string sql, string navn)
    {
        var sted = -1;
        do
        {
            sted = sql.IndexOf('@' + navn, sted + 1, StringComparison.Ordinal);
            var slutt = sted + 1 + navn.Length;
            if (sted >= 0 && (slutt == sql.Length || !char.IsAsciiLetterOrDigit(sql[slutt])))
                return true;
        }
        while (sted >= 0);
        return false;
    }

    private readonly struct Soekeleser(IAsyncDisposable eier, DbDataReader rader) : IAsyncDisposable
    {
        public DbDataReader Rader => rader;

        public async ValueTask DisposeAsync()
        {
            await rader.DisposeAsync();
            await eier.DisposeAsync();
        }
    }
}
