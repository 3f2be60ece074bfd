using System.Text;
using Felles.Maskinporten.Klienter;
using Felles.Maskinporten.Noekler;
using Felles.Maskinporten.Sandkasse.Sertifikater;
using Felles.Storage;
using Microsoft.Extensions.Logging;

namespace Felles.Maskinporten;

/// <summary>
/// Keeps clients and keys in step with what other hosts change: the stream <c>maskinporten</c> says what, the database says how.
/// </summary>
internal sealed class Endringsfoelger(
    Database database, SequenceLog logg, Klientlager klienter, Signeringslager noekler, Testutsteder testutsteder, TimeProvider clock,
    ILogger<Endringsfoelger> logger)
    : MemoryFollower(database, logg, clock, logger, Klientlager.Stroem)
{
    protected override async ValueTask LoadAsync(CancellationToken ct)
    {
        await klienter.LastAsync(null, ct);
        await noekler.LastAsync(ct);
        await testutsteder.LastSperringerAsync(ct);
    }

    protected override async ValueTask ApplyAsync(SequencedEvent hendelse, CancellationToken ct)
    {
        if (hendelse.Type == Klientlager.Hendelse)
            await klienter.LastAsync(Encoding.UTF8.GetString(hendelse.Innhold.Span), ct);
        else if (hendelse.Type == Signeringslager.Hendelse)
            await noekler.LastAsync(ct);
        else if (hendelse.Type == Testutsteder.Hendelse)
            await testutsteder.LastSperringerAsync(ct);
    }
}
