using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Svar;
using Felles.Storage;
using Microsoft.Extensions.Options;

namespace Felles.Folkeregister.Hendelser.Feed;

/// <summary>Makes pages, and keeps the full ones.</summary>
internal sealed class Feedleser(SequencePages logg, Feedlager lager, IOptions<FellesOptions> valg)
{
    private const int Stykke = 2000;

    /// <summary>The page that begins at a number, or null when events that it should have are removed.</summary>
    public async ValueTask<Feedside?> LesAsync(Feedregel regel, string rute, long seq, bool json, CancellationToken ct)
    {
        var noekkel = new Feednoekkel(regel.Pakke.Indeks, seq, json);
        if (lager.Finn(noekkel) is { } kjent)
            return kjent;
        var hoert = logg.LastHeard(Personendring.Stroem);
        var buffer = Svarbuffer.Lei();
        try
        {
            var skriver = Feedskriver.For(regel, json, valg.Value.PublicUrl.TrimEnd('/') + rute, seq, buffer);
            var gang = new Lesegang(regel, skriver);
            var fra = Math.Max(seq, 1);
            while (!gang.Full && await logg.ReadAsync(
                       Personendring.Stroem, fra, Stykke, gang, static (g, nr, person, innhold) => g.Ta(nr, person, innhold), ct) == Stykke)
                fra = gang.Lest + 1;
            // The line has no gaps, so a number that is missing was removed.
            if (gang.Foerste is { } foerste ? foerste > Math.Max(seq, 1) : seq <= hoert && hoert > 0)
                return null;
            skriver.Avslutt(gang.Siste, gang.Full, gang.SisteTid);
            var side = new Feedside(
                buffer.Skrevet.ToArray(), gang.Antall, gang.Siste ?? 0, gang.Eldst, [.. gang.Personer]);
            if (side.Full)
                lager.Legg(noekkel, side);
            return side;
        }
        finally
        {
            buffer.LeverTilbake();
        }
    }

    private sealed class Lesegang(Feedregel regel, Feedskriver skriver)
    {
        public int Antall { get; private set; }

        public bool Full => Antall == Feedside.Stoerrelse;

        /// <summary>The first event, seen by the package or not.</summary>
        public long? Foerste { get; private set; }

        public long Eldst { get; private set; } = Feedside.Ingen;

        public long Lest { get; private set; }

        public long? Siste { get; private set; }

        // Of an empty page always the same: its mark stays the same, so its bytes must.
        public DateTimeOffset SisteTid { get; private set; } = DateTimeOffset.UnixEpoch;

        public HashSet<long> Personer { get; } = [];

        public bool Ta(long nr, long personnoekkel, ReadOnlySpan<byte> innhold)
        {
            var endring = Personendring.Les(personnoekkel, innhold);
            if (Foerste is null)
                (Foerste, Eldst) = (nr, Microseconds.From(endring.Ajourholdstidspunkt));
            Lest = nr;
            if (!regel.Ser(endring))
                return true;
            skriver.Hendelse(nr, endring);
            Personer.Add(personnoekkel);
            (Siste, SisteTid) = (nr, endring.Ajourholdstidspunkt);
            Antall++;
            return !Full;
        }
    }
}
