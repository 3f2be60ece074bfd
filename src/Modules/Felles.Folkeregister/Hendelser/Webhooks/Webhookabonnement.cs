using Felles.Folkeregister.Contracts;
using Microsoft.Extensions.Logging;

namespace Felles.Folkeregister.Hendelser.Webhooks;

/// <summary>Sends to one subscriber while this host has the right to, from its place in the line on and in order.</summary>
internal sealed partial class Webhookabonnement(Webhookdel del, Abonnent abonnent)
{
    private const int Stykke = 1000;

    private const int MaksHendelser = 100;

    private static readonly TimeSpan AnnenVert = TimeSpan.FromSeconds(2);

    private readonly Webhookleie leie = new(del.Database, del.Tid, abonnent.Navn);

    public async Task KjoerAsync(CancellationToken ct)
    {
        var levering = new Webhooklevering(del, abonnent, leie);
        try
        {
            for (var feil = 0; !ct.IsCancellationRequested;)
            {
                try
                {
                    if (!await RundeAsync(levering, ct))
                        return;
                    feil = 0;
                }
                catch (Exception e) when (!ct.IsCancellationRequested)
                {
                    // Of the database or the look-up log; the receiver's faults are answers. Must not die.
                    feil++;
                    LogFeilet(del.Logger, abonnent.Navn, feil, e);
                    await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(60_000, 100 << Math.Min(feil, 10))), del.Tid, ct);
                }
            }
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // The place is in the database: the next start, or another host, goes on from there.
        }
        finally
        {
            del.Maaling.Slipp(abonnent.Navn);
            await SlippAsync();
        }
    }

    /// <summary>False when the receiver has said that it wants no more.</summary>
    private async Task<bool> RundeAsync(Webhooklevering levering, CancellationToken ct)
    {
        if (!await leie.HarAsync(ct))
        {
            del.Maaling.Slipp(abonnent.Navn);
            await Task.Delay(AnnenVert, del.Tid, ct);
            return true;
        }

        var peker = await del.Pekere.LesAsync(abonnent.Navn, ct);
        if (peker.Stoppet == abonnent.Adresseavtrykk)
        {
            LogErStoppet(del.Logger, abonnent.Navn);
            return false;
        }

        del.Maaling.Plass(abonnent.Navn, peker.Sekvensnummer);
        var (hendelser, lest) = await LesAsync(peker.Sekvensnummer, ct);
        foreach (var (nr, endring) in hendelser)
        {
            // Stopped, or another host's now: the next round finds out which.
            if (!await levering.LeverAsync(nr, endring, ct))
                return true;
        }

        // Past what the package does not see, so that it is not read again.
        if (lest > peker.Sekvensnummer)
            await del.Pekere.FlyttAsync(abonnent.Navn, lest, ct);
        else
            await VentAsync(lest, ct);
        return true;
    }

    /// <summary>What the package sees of the next stretch, and how far that was.</summary>
    private async Task<(List<(long Nr, Personendring Endring)> Hendelser, long Lest)> LesAsync(long etter, CancellationToken ct)
    {
        var hendelser = new List<(long Nr, Personendring Endring)>();
        var lest = new[] { etter };
        await del.Sider.ReadAsync(
            Personendring.Stroem, etter + 1, Stykke, (abonnent.Regel, hendelser, lest),
            static (s, nr, noekkel, innhold) =>
            {
                var endring = Personendring.Les(noekkel, innhold);
                if (s.Regel.Ser(endring))
                    s.hendelser.Add((nr, endring));
                s.lest[0] = nr;
                return s.hendelser.Count < MaksHendelser;
            },
            ct);
        return (hendelser, lest[0]);
    }

    /// <summary>Until there is something new, or the right must be prolonged.</summary>
    private async Task VentAsync(long etter, CancellationToken ct)
    {
        using var frist = CancellationTokenSource.CreateLinkedTokenSource(ct);
        frist.CancelAfter(Webhookleie.Blikk);
        try
        {
            await del.Logg.WaitAsync(Personendring.Stroem, etter, frist.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
        }
    }

    private async Task SlippAsync()
    {
        try
        {
            await leie.SlippAsync();
        }
        catch (Exception e)
        {
            // Its time runs out by itself.
            LogFeilet(del.Logger, abonnent.Navn, 1, e);
        }
    }

    [LoggerMessage(EventId = 3113, Level = LogLevel.Error, Message = "Sending to webhook {Navn} failed {Feil} times in a row and is tried again")]
    private static partial void LogFeilet(ILogger logger, string navn, int feil, Exception exception);

    [LoggerMessage(
        EventId = 3114, Level = LogLevel.Warning, Message = "Webhook {Navn} is stopped: its address has answered 410. Another address goes on")]
    private static partial void LogErStoppet(ILogger logger, string navn);
}
