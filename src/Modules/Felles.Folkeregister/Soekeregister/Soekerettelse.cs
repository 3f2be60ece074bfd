using System.Data.Common;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Last;
using Felles.Storage;
using Microsoft.Extensions.Logging;

namespace Felles.Folkeregister.Soekeregister;

/// <summary>
/// Gives a register whose search rows are of an earlier edition, or that has none, the rows of this one, before the server listens: a
/// search waits rather than answers wrong. Page by page from the highest person key down, each a transaction that also keeps how far it has
/// come, so an interrupted start goes on where it was, and hosts that start together share the work. The indexes
/// are made when all rows are there, as by a load.
/// </summary>
internal sealed partial class Soekerettelse(Database database, ILogger<Soekerettelse> logger) : IStartupStep
{
    private const int Side = 500;

    private const string Les = "select soek_utgave, soek_mangler, neste_personnoekkel from folkeregister.grunnlag where nr = 1 {for update}";

    private const string Sett = "update folkeregister.grunnlag set soek_utgave = $1, soek_mangler = $2 where nr = 1";

    private const string Personer =
        """
        select soek.personnoekkel, person.identifikator, person.dokument, person.indeks from folkeregister.soek soek
        join folkeregister.person person on person.identifikator = soek.identifikator
        where soek.personnoekkel > @fra and soek.personnoekkel <= @til
        """;

    // After the migrations and before a population is loaded, whose rows are of this edition.
    public int Order => 35;

    public async Task RunAsync(CancellationToken ct)
    {
        var rettet = 0L;
        while (true)
        {
            var (mangler, side) = await database.WriteAsync(RettSideAsync, ct);
            rettet += side;
            if (mangler == 0)
                break;
        }

        if (rettet > 0)
            LogRettet(rettet);
    }

    private static async ValueTask<(long Mangler, int Antall)> RettSideAsync(UnitOfWork unit, CancellationToken ct)
    {
        var (utgave, mangler, neste) = await LesAsync(unit, ct);
        if (utgave == Soekeutgave.Gjeldende && mangler == 0)
            return (0, 0);
        if (utgave != Soekeutgave.Gjeldende)
        {
            mangler = neste - 1;
            // But for that of the years, which a host of an earlier version may still search by.
            foreach (var indeks in Soekeindekser.Alle.Where(indeks => indeks.Navn != "soek_foedselsaar"))
                await UtfoerAsync(unit, indeks.Fjern, ct);
        }

        var fra = Math.Max(0, mangler - Side);
        await using var setninger = Setninger.For(unit);
        var personer = await PersonerAsync(unit, fra, mangler, ct);
        foreach (var (noekkel, bilde) in personer)
            await Soekelager.LagPaaNyttAsync(setninger, noekkel, bilde, ct);
        await setninger.UtfoerAsync(Sett, ct, Soekeutgave.Gjeldende, fra);
        await setninger.ToemAsync(ct);
        if (fra == 0)
        {
            foreach (var indeks in Soekeindekser.Alle)
                await UtfoerAsync(unit, indeks.Lag, ct);
        }

        return (fra, personer.Count);
    }

    private static async ValueTask UtfoerAsync(UnitOfWork unit, string sql, CancellationToken ct)
    {
        await using var command = Kommando(unit, sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async ValueTask<(short Utgave, long Mangler, long Neste)> LesAsync(UnitOfWork unit, CancellationToken ct)
    {
        await using var command = Kommando(unit, Les);
        await using var rader = await command.ExecuteReaderAsync(ct);
        await rader.ReadAsync(ct);
        return (rader.GetInt16(0), rader.GetInt64(1), rader.GetInt64(2));
    }

    private static async ValueTask<List<(long Noekkel, Personbilde Bilde)>> PersonerAsync(
        UnitOfWork unit, long fra, long til, CancellationToken ct)
    {
        await using var command = Kommando(unit, Personer);
        Legg(command, "fra", fra);
        Legg(command, "til", til);
        List<(long Noekkel, Personbilde Bilde)> side = [];
        await using var rader = await command.ExecuteReaderAsync(ct);
        while (await rader.ReadAsync(ct))
            side.Add((rader.GetInt64(0), new Personbilde(rader.GetInt64(1), (byte[])rader[2], (byte[])rader[3])));
        return side;
    }

    private static DbCommand Kommando(UnitOfWork unit, string sql)
    {
        var command = unit.Connection.CreateCommand();
        (command.CommandText, command.Transaction) = (unit.Sql(sql), unit.Transaction);
        command.CommandTimeout = 0; // another host has the page, or a country's rows are sorted
        return command;
    }

    private static void Legg(DbCommand command, string navn, long verdi)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (navn, verdi);
        command.Parameters.Add(parameter);
    }

    [LoggerMessage(EventId = 2301, Level = LogLevel.Information, Message = "Search rows made anew for {Antall} persons")]
    private partial void LogRettet(long antall);
}
