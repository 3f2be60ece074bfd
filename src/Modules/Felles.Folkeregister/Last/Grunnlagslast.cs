using System.Data.Common;
using System.Threading.Channels;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Storage;

namespace Felles.Folkeregister.Last;

/// <summary>
/// Baseline 0 in three steps: the mark that a load has begun (and what an interrupted one left is removed), batches from many producers,
/// and the mark that it stands whole. Batches travel between producers and writers and are used again, so memory does not grow with the
/// population.
/// </summary>
internal sealed class Grunnlagslast(Database database)
{
    // One host at a time: another that started on the same empty database would take this one's work for an interrupted load.
    private const string Laas = "select pg_advisory_lock(7021101)";
    private const string LaasOpp = "select pg_advisory_unlock(7021101)";

    private const string Begynn =
        "update folkeregister.grunnlag set last_paagaar = 1 where nr = 1 and not exists (select 1 from folkeregister.person)";

    private const string Fullfoer = "update folkeregister.grunnlag set last_paagaar = 0, neste_personnoekkel = @a where nr = 1";

    private const string KanBegynne =
        "select case when last_paagaar = 1 or not exists (select 1 from folkeregister.person) then 1 else 0 end from folkeregister.grunnlag where nr = 1";

    private readonly Grunnlagsskriver skriver = Grunnlagsskriver.For(database);

    public ValueTask<bool> KanBegynneAsync(CancellationToken ct) => database.ReadPrimaryAsync(
        async (c, ct) => Convert.ToInt32(await SpoerAsync(c, database.Sql(KanBegynne), ct)) == 1, ct);

    public async Task<long> KjoerAsync(
        int produsenter, Func<int, IEnumerable<Folkeregisterperson>> produsent, IProgress<long>? framdrift, CancellationToken ct)
    {
        if (database.Dialect == Dialect.Sqlite)
            return await KjoerAleneAsync(produsenter, produsent, framdrift, ct);
        return await database.ReadPrimaryAsync(
            async (connection, ct) =>
            {
                await SpoerAsync(connection, Laas, ct);
                try
                {
                    return await KjoerAleneAsync(produsenter, produsent, framdrift, ct);
                }
                finally
                {
                    await SpoerAsync(connection, LaasOpp, CancellationToken.None);
                }
            },
            ct);
    }

    private static async Task<object?> SpoerAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(ct);
    }

    private async Task<long> KjoerAleneAsync(
        int produsenter, Func<int, IEnumerable<Folkeregisterperson>> produsent, IProgress<long>? framdrift, CancellationToken ct)
    {
        await BegynnAsync(ct);
        using var stopp = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var ledige = Channel.CreateUnbounded<Lastbunke>();
        var fulle = Channel.CreateUnbounded<Lastbunke>();
        for (var i = 0; i < produsenter + skriver.Samtidige + 1; i++)
            ledige.Writer.TryWrite(new Lastbunke());
        var tall = new Teller(framdrift);
        var lagring = Enumerable.Range(0, skriver.Samtidige).Select(_ => SkrivAsync(fulle.Reader, ledige.Writer, tall, stopp)).ToArray();
        var laging = Enumerable.Range(0, produsenter)
            .Select(nr => Task.Factory.StartNew(
                () => LagAsync(nr, produsenter, produsent(nr), ledige.Reader, fulle.Writer, stopp),
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap())
            .ToArray();
        // The end of all of them is awaited, whoever fails: a batch written after this call has returned would land in the next load.
        var hoeyeste = HoeyesteAsync(laging, fulle.Writer);
        await Task.WhenAll([hoeyeste, .. lagring]);
        await FullfoerAsync(await hoeyeste + 1, ct);
        return tall.Antall;
    }

    private static async Task<long> HoeyesteAsync(Task<long>[] laging, ChannelWriter<Lastbunke> fulle)
    {
        try
        {
            return (await Task.WhenAll(laging)).Max();
        }
        finally
        {
            fulle.TryComplete();
        }
    }

    private Task BegynnAsync(CancellationToken ct) =>
        database.WriteAsync(
            async (unit, ct) =>
            {
                // With the row held, no import can put persons in between the look and the mark, or among those that are removed.
                if (await Grunnlag.LaasAsync(unit, ct))
                {
                    foreach (var toem in Soekeindekser.Toem)
                        await UtfoerAsync(unit, toem, null, ct);
                    await UtfoerAsync(unit, "delete from folkeregister.person", null, ct);
                }

                if (await UtfoerAsync(unit, Begynn, null, ct) == 0)
                    throw new InvalidOperationException(
                        "The register holds persons already; a baseline can be loaded only into an empty register.");
                foreach (var indeks in Soekeindekser.Alle)
                    await UtfoerAsync(unit, indeks.Fjern, null, ct);
            },
            ct);

    private Task FullfoerAsync(long nesteNoekkel, CancellationToken ct) =>
        database.WriteAsync(
            async (unit, ct) =>
            {
                foreach (var indeks in Soekeindekser.Alle)
                    await UtfoerAsync(unit, indeks.Lag, null, ct);
                // The first search comes before PostgreSQL looks at what the tables hold by itself.
                if (unit.Dialect == Dialect.PostgreSql)
                    await UtfoerAsync(unit, Soekeindekser.Analyser, null, ct);
                await UtfoerAsync(unit, Fullfoer, nesteNoekkel, ct);
            },
            ct);

    private static async ValueTask<int> UtfoerAsync(UnitOfWork unit, string sql, long? a, CancellationToken ct)
    {
        await using var command = unit.Connection.CreateCommand();
        command.Transaction = unit.Transaction;
        command.CommandText = unit.Sql(sql);
        command.CommandTimeout = 0; // a country's rows are removed or sorted in one statement
        if (a is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("a", a);
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Keys are dealt by turns, so a person's key depends on the producers alone and not on which of them was faster.</summary>
    private static async Task<long> LagAsync(
        int nr, int produsenter, IEnumerable<Folkeregisterperson> personer,
        ChannelReader<Lastbunke> ledige, ChannelWriter<Lastbunke> fulle, CancellationTokenSource stopp)
    {
        var noekkel = 1L + nr;
        try
        {
            var arbeid = new Lastarbeid();
            var bunke = await ledige.ReadAsync(stopp.Token);
            foreach (var person in personer)
            {
                Bunkefylling.Legg(bunke, noekkel, person, arbeid);
                noekkel += produsenter;
                if (!bunke.ErFull)
                    continue;
                await fulle.WriteAsync(bunke, stopp.Token);
                bunke = await ledige.ReadAsync(stopp.Token);
            }

            await fulle.WriteAsync(bunke, stopp.Token);
            return noekkel;
        }
        catch
        {
            await stopp.CancelAsync();
            throw;
        }
    }

    private async Task SkrivAsync(
        ChannelReader<Lastbunke> fulle, ChannelWriter<Lastbunke> ledige, Teller tall, CancellationTokenSource stopp)
    {
        try
        {
            await foreach (var bunke in fulle.ReadAllAsync(stopp.Token))
            {
                await skriver.SkrivAsync(bunke, stopp.Token);
                tall.Legg(bunke.Rader.Count);
                bunke.Toem();
                await ledige.WriteAsync(bunke, stopp.Token);
            }
        }
        catch
        {
            await stopp.CancelAsync();
            throw;
        }
    }

    private sealed class Teller(IProgress<long>? framdrift)
    {
        private long antall;

        public long Antall => Interlocked.Read(ref antall);

        public void Legg(int flere)
        {
            var alle = Interlocked.Add(ref antall, flere);
            framdrift?.Report(alle);
        }
    }
}
