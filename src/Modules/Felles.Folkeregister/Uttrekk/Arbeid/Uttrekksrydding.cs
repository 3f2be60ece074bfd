using Felles.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Felles.Folkeregister.Uttrekk.Arbeid;

/// <summary>
/// Removes extracts that ended longer ago than they are kept, and gives up those that nobody has worked on for a day. By the system's
/// clock: how long a file lies there is a matter of the service and not of the register. Several hosts may do so at once; the second finds
/// nothing.
/// </summary>
internal sealed partial class Uttrekksrydding(
    Database database, TimeProvider klokke, IOptions<FolkeregisterOptions> valg, ILogger<Uttrekksrydding> logger) : BackgroundService
{
    private const int BatcherOmGangen = 50;

    private const string GiOpp = "update folkeregister.uttrekk set status = 2, sist = @naa where status = 0 and sist < @grense";

    private const string Finn =
        "select jobbid from folkeregister.uttrekk where status = @status and sist < @grense order by sist limit 1";

    private const string FjernBatcher =
        """
        delete from folkeregister.uttrekk_batch where jobbid = @jobbid
        and nr < (select min(nr) + @antall from folkeregister.uttrekk_batch where jobbid = @jobbid)
        """;

    private const string Fjern = "delete from folkeregister.uttrekk where jobbid = @jobbid";

    private static readonly TimeSpan UtenLivstegn = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(10), klokke);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await ProevAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>Removes what is due; tells how many extracts that was.</summary>
    internal async Task<int> RyddAsync(CancellationToken ct)
    {
        var naa = klokke.GetUtcNow();
        await database.WriteAsync(
            async (unit, ct) =>
            {
                await unit.UtfoerAsync(GiOpp, ct, ("naa", Microseconds.From(naa)), ("grense", Microseconds.From(naa - UtenLivstegn)));
            },
            ct);
        var grense = Microseconds.From(naa.AddDays(-valg.Value.UttrekkOppbevaringDoegn));
        var antall = 0;
        foreach (var status in (short[])[(short)Uttrekksstatus.Ferdig, (short)Uttrekksstatus.Oppgitt])
        {
            while (await FinnAsync(status, grense, ct) is { } jobbid)
            {
                await FjernAsync(jobbid, ct);
                antall++;
            }
        }

        return antall;
    }

    private ValueTask<byte[]?> FinnAsync(short status, long grense, CancellationToken ct) => database.ReadPrimaryAsync(
        async (connection, ct) =>
        {
            await using var command = connection.Kommando(database.Sql(Finn), ("status", status), ("grense", grense));
            return await command.ExecuteScalarAsync(ct) as byte[];
        },
        ct);

    /// <summary>The order goes last: an interrupted removal is found again.</summary>
    private async Task FjernAsync(byte[] jobbid, CancellationToken ct)
    {
        while (await database.WriteAsync(
            (unit, ct) => unit.UtfoerAsync(FjernBatcher, ct, ("jobbid", jobbid), ("antall", BatcherOmGangen)), ct) > 0)
        {
        }

        await database.WriteAsync((unit, ct) => unit.UtfoerAsync(Fjern, ct, ("jobbid", jobbid)), ct);
    }

    private async Task ProevAsync(CancellationToken ct)
    {
        try
        {
            await RyddAsync(ct);
        }
        catch (DatabaseUnavailableException e)
        {
            LogIkkeRyddet(logger, e);
        }
    }

    [LoggerMessage(2401, LogLevel.Warning, "Old extracts were not removed; the next round takes them")]
    private static partial void LogIkkeRyddet(ILogger logger, Exception exception);
}
