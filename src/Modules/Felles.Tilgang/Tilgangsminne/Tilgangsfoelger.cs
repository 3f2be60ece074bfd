using System.Text;
using Felles.Storage;
using Felles.Tilgang.Endring;
using Felles.Tilgang.Prefikser;
using Felles.Tilgang.Scopes;
using Microsoft.Extensions.Logging;

namespace Felles.Tilgang.Tilgangsminne;

/// <summary>
/// Keeps the access state of this host in step with the stream <c>tilgang</c>. The position is read before the tables, so an event after it
/// may be in the loaded state already; versions make it harmless to apply it again.
/// </summary>
internal sealed class Tilgangsfoelger(
    Database database, SequenceLog log, TimeProvider tid, ILogger<Tilgangsfoelger> logger, Tilgangstilstand tilstand,
        Endringsmiljoe miljoe, Scopelager scopelager, Prefikslager prefikslager)
    : MemoryFollower(database, log, tid, logger, Tilgangshendelse.Stroem)
{
    private readonly Database database = database;

    protected override async ValueTask LoadAsync(CancellationToken ct)
    {
        tilstand.TaScopes(await scopelager.LesAlleAsync(ct));
        tilstand.TaPrefikser(await prefikslager.LesAlleAsync(ct));
        var alle = await database.ReadPrimaryAsync(
            (tilkobling, avbrudd) => Tilgangslasting.LesAlleAsync(database, tilkobling, miljoe.Navn, avbrudd), ct);
        foreach (var (virksomhet, tilgang) in alle) tilstand.Ta(virksomhet, tilgang);
    }

    protected override async ValueTask ApplyAsync(SequencedEvent hendelse, CancellationToken ct)
    {
        switch (hendelse.Type)
        {
            case Tilgangshendelse.Virksomhet:
                var (hvor, tilgang) = Tilgangshendelse.Les(hendelse.Innhold.Span);
                if (hvor == miljoe.Navn) tilstand.Ta((int)hendelse.Noekkel, tilgang);
                break;
            case Tilgangshendelse.Scope:
                // Scopes change a few times a year, so the event only names the scope and its state is read.
                if (await scopelager.LesAsync(Encoding.UTF8.GetString(hendelse.Innhold.Span), ct) is { } lest) tilstand.TaScopes([lest]);
                break;
            case Tilgangshendelse.Prefiks:
                // Rarer still.
                tilstand.TaPrefikser(await prefikslager.LesAlleAsync(ct));
                break;
        }
    }
}
