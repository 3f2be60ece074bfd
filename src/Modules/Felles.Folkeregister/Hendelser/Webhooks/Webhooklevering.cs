using Felles.Folkeregister.Contracts;
using Felles.Storage.Oppslagslogg;
using Felles.Tilgang.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Felles.Folkeregister.Hendelser.Webhooks;

/// <summary>
/// One event to one subscriber, tried until it is received: nothing behind it leaves before. The look-up log entry is durable before the
/// first attempt; further attempts send the same to the same and make no new one.
/// </summary>
internal sealed partial class Webhooklevering(Webhookdel del, Abonnent abonnent, Webhookleie leie)
{
    private static readonly TimeSpan FoerstePause = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LengstePause = TimeSpan.FromMinutes(1);

    private long loggfoert;

    /// <summary>True when the event is done with; false when this host is no longer to send, or nobody is.</summary>
    public async Task<bool> LeverAsync(long nr, Personendring endring, CancellationToken ct)
    {
        for (var pause = FoerstePause; await leie.HarAsync(ct); pause = pause * 2 < LengstePause ? pause * 2 : LengstePause)
        {
            if (endring.Ajourholdstidspunkt < Hendelsesfrist.Grense(del.Klokke))
            {
                del.Maaling.Foreldet(abonnent.Navn);
                await del.Pekere.FlyttAsync(abonnent.Navn, nr, ct);
                return true;
            }

            if (await ProevAsync(nr, endring, ct) is { } ferdig)
                return ferdig;
            if (!await leie.VentAsync(pause, ct))
                return false;
        }

        return false;
    }

    /// <summary>Null when it is to be tried again.</summary>
    private async Task<bool?> ProevAsync(long nr, Personendring endring, CancellationToken ct)
    {
        // Asked at every attempt, as for every call of the feed; there the token shows that the organisation is granted the scope.
        var scopes = abonnent.Scopes.Where(scope => del.Tilgang.Scope(abonnent.Virksomhet, scope) is Scopesvar.Tillatt).ToHashSet();
        if (del.Tilgang.Pakke(abonnent.Virksomhet, abonnent.Pakke, scopes) is not Tilgangssvar.Tillatt tillatt)
        {
            del.Maaling.Holdt(abonnent.Navn);
            LogHoldt(del.Logger, abonnent.Navn, nr);
            return null;
        }

        if (loggfoert != nr)
            await LoggfoerAsync(endring, tillatt.Scope);
        loggfoert = nr;
        var svar = await del.Sender.SendAsync(abonnent, Hendelsesbrev.Skriv(abonnent, nr, endring), ct);
        return await svar.Match(() => MottattAsync(nr, ct), () => BorteAsync(nr, ct), grunn => Feilet(nr, grunn));
    }

    private ValueTask LoggfoerAsync(Personendring endring, string scope) =>
        del.Oppslagslogg.AppendAsync(
            new LookupRecord
            {
                Tidspunkt = del.Tid.GetUtcNow(),
                Tjeneste = "folkeregisteret",
                Rute = abonnent.Feed.Rute,
                Metode = HttpMethods.Post,
                Status = StatusCodes.Status200OK,
                Utfall = "webhook",
                Type = Oppslagstype.Hendelser,
                Konsument = abonnent.Virksomhet,
                Scope = scope,
                Pakke = abonnent.Pakke.Navn,
                Detalj = abonnent.Navn,
                Elementgrupper = abonnent.Regel.Elementgrupper,
                Personer = new[] { endring.Personnoekkel },
            });

    private async Task<bool?> MottattAsync(long nr, CancellationToken ct)
    {
        await del.Pekere.FlyttAsync(abonnent.Navn, nr, ct);
        del.Maaling.Levert(abonnent.Navn);
        del.Maaling.Plass(abonnent.Navn, nr);
        return true;
    }

    private async Task<bool?> BorteAsync(long nr, CancellationToken ct)
    {
        await del.Pekere.StoppAsync(abonnent, ct);
        del.Maaling.Feilet(abonnent.Navn);
        LogStoppet(del.Logger, abonnent.Navn, nr);
        return false;
    }

    private Task<bool?> Feilet(long nr, string grunn)
    {
        del.Maaling.Feilet(abonnent.Navn);
        LogFeilet(del.Logger, abonnent.Navn, nr, grunn);
        return Task.FromResult<bool?>(null);
    }

    [LoggerMessage(EventId = 3110, Level = LogLevel.Warning, Message = "Webhook {Navn} did not take event {Nr} ({Grunn}); it is tried again")]
    private static partial void LogFeilet(ILogger logger, string navn, long nr, string grunn);

    [LoggerMessage(
        EventId = 3111, Level = LogLevel.Warning, Message = "Webhook {Navn} answered 410 to event {Nr} and is stopped until its address is changed")]
    private static partial void LogStoppet(ILogger logger, string navn, long nr);

    [LoggerMessage(
        EventId = 3112, Level = LogLevel.Warning, Message = "Webhook {Navn} waits with event {Nr}: the organisation may not use the package now")]
    private static partial void LogHoldt(ILogger logger, string navn, long nr);
}
