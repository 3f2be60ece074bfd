using Felles.Folkeregister.Contracts;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.Logging;

namespace Felles.Folkeregister.Hendelser.Feed;

/// <summary>
/// Knows on every host the last event that each package sees, so that a consumer who has everything is told so without a read of the
/// database.
/// </summary>
internal sealed class Feedende(
    Database database, SequenceLog log, SequencePages sider, Feedregler regler, TimeProvider tid, ILogger<Feedende> logger)
    : MemoryFollower(database, log, tid, logger, Personendring.Stroem)
{
    private const int Stykke = 5000;

    private readonly Feedplass[] siste = new Feedplass[Rettighetspakke.Alle.Count];
    private readonly Lock laas = new();

    /// <summary>Whether all that this host has heard of is counted.</summary>
    public bool ErAjour => Position >= sider.LastHeard(Personendring.Stroem);

    /// <summary>The last event the package sees; number 0 when there is none.</summary>
    public Feedplass Siste(Rettighetspakke pakke)
    {
        lock (laas)
            return siste[pakke.Indeks];
    }

    /// <summary>The same when all that this host has heard of is counted.</summary>
    public async ValueTask<Feedplass> SisteAjourAsync(Rettighetspakke pakke, CancellationToken ct)
    {
        if (!ErAjour)
            await CatchUpAsync(ct);
        return Siste(pakke);
    }

    protected override async ValueTask LoadAsync(CancellationToken ct)
    {
        // Back from the end until each package has one. Mostly the last few events do; a package may have none at all.
        var funnet = new Feedplass[siste.Length];
        for (var fra = long.MaxValue; fra > 0;)
        {
            var lavest = new long[] { 0 };
            var antall = await sider.ReadBackAsync(
                Personendring.Stroem, fra, Stykke, (Ende: this, funnet, lavest),
                static (s, nr, noekkel, innhold) =>
                {
                    s.lavest[0] = nr;
                    return s.Ende.Finn(s.funnet, nr, Personendring.Les(noekkel, innhold));
                },
                ct);
            if (antall < Stykke)
                break;
            fra = lavest[0] - 1;
        }

        lock (laas)
            funnet.CopyTo(siste, 0);
    }

    protected override ValueTask ApplyAsync(SequencedEvent hendelse, CancellationToken ct)
    {
        var endring = Personendring.Les(hendelse.Noekkel, hendelse.Innhold.Span);
        lock (laas)
        {
            for (var i = 0; i < siste.Length; i++)
            {
                // The first events may be counted already.
                if (hendelse.Sekvensnummer > siste[i].Sekvensnummer && regler.Alle[i].Ser(endring))
                    siste[i] = new Feedplass(hendelse.Sekvensnummer, endring.Ajourholdstidspunkt);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Answers whether some package still has none.</summary>
    private bool Finn(Feedplass[] funnet, long nr, in Personendring endring)
    {
        var mangler = false;
        for (var i = 0; i < funnet.Length; i++)
        {
            if (funnet[i].Sekvensnummer == 0 && regler.Alle[i].Ser(endring))
                funnet[i] = new Feedplass(nr, endring.Ajourholdstidspunkt);
            mangler |= funnet[i].Sekvensnummer == 0;
        }

        return mangler;
    }
}

/// <summary>An event's number and when it was written into the register.</summary>
internal readonly record struct Feedplass(long Sekvensnummer, DateTimeOffset Tid);
