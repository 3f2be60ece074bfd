using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;

namespace Felles.Folkeregister.Registrering;

/// <summary>The rows of a person who is withdrawn as a duplicate, and of one whom a split brings back.</summary>
internal sealed class Dublettrader(Setninger setninger, Hendelsesskriver hendelsesskriver, DateTimeOffset naa)
{
    private const string NyVersjon =
        "insert into folkeregister.versjon (personnoekkel, versjon, dokumentid, avloest, dokument, indeks) values ($1, $2, $3, $4, $5, $6)";

    private const string TilPeker =
        """
        update folkeregister.person set gjeldende = $2, personnoekkel = $3, versjon = 0, dokumentid = null, dokument = null, indeks = null
        where identifikator = $1
        """;

    private const string FlyttPekere = "update folkeregister.person set gjeldende = $2, personnoekkel = $3 where gjeldende = $1";

    private const string FlyttPeker = "update folkeregister.person set gjeldende = $2, personnoekkel = $3 where identifikator = $1";

    private const string NyDublett =
        """
        insert into folkeregister.dublett (identifikator, personnoekkel, versjon, dokumentid, dokument, indeks) values ($1, $2, $3, $4, $5, $6)
        """;

    private const string TilRad =
        """
        update folkeregister.person
        set gjeldende = null, personnoekkel = $2, versjon = $3, dokumentid = $4, dokument = $5, indeks = $6 where identifikator = $1
        """;

    private const string FjernDublett = "delete from folkeregister.dublett where identifikator = $1";

    /// <summary>All the duplicate's numbers lead to the other person from now on; its last document is kept for a split.</summary>
    public async ValueTask SlaaInnAsync(
        Lagretnummer dublett, long noekkel, long nummer, IReadOnlyList<Nyhendelse> hendelser, CancellationToken ct)
    {
        await setninger.UtfoerAsync(
            NyVersjon, ct, dublett.Personnoekkel, dublett.Versjon, dublett.Dokumentid, Microseconds.From(naa), dublett.Dokument,
            dublett.Indeks);
        await setninger.UtfoerAsync(
            NyDublett, ct, dublett.Identifikator, dublett.Personnoekkel, dublett.Versjon, dublett.Dokumentid, dublett.Dokument,
                dublett.Indeks);
        await setninger.UtfoerAsync(FlyttPekere, ct, dublett.Identifikator, nummer, noekkel);
        await setninger.UtfoerAsync(TilPeker, ct, dublett.Identifikator, nummer, noekkel);
        var bilde = new Personbilde(dublett.Identifikator, dublett.Dokument, dublett.Indeks);
        await Soekelager.ErstattAsync(setninger, dublett.Personnoekkel, bilde, null, ct);
        var om = new Hendelsesgrunnlag(
            dublett.Personnoekkel, dublett.Versjon + 1, Dokumentidentifikator.FromBytes(dublett.Dokumentid), dublett.Identifikator,
            1UL << (int)Personelement.Identifikasjonsnummer, Dokumentindeks.Les(dublett.Indeks, dublett.Dokument).Skjerming,
            dublett.Dokument, dublett.Indeks);
        await hendelsesskriver.SkrivAsync(om, hendelser, ct);
    }

    /// <summary>The person has a document again, under the key it had before the merge.</summary>
    public async ValueTask GjenopprettAsync(Dublettrad fra, Nydokument ny, IReadOnlyList<Nyhendelse> hendelser, CancellationToken ct)
    {
        var id = Dokumentnoekkel.Lag(fra.Personnoekkel, fra.VersjonEtter);
        var nummer = ny.Numre.Gjeldende;
        await setninger.UtfoerAsync(TilRad, ct, nummer, fra.Personnoekkel, fra.VersjonEtter, id.ToBytes(), ny.Dokument, ny.Indeks);
        foreach (var tidligere in ny.Numre.Tidligere)
            await setninger.UtfoerAsync(FlyttPeker, ct, tidligere, nummer, fra.Personnoekkel);
        await setninger.UtfoerAsync(FjernDublett, ct, fra.Identifikator);
        await Soekelager.ErstattAsync(setninger, fra.Personnoekkel, null, new Personbilde(nummer, ny.Dokument, ny.Indeks), ct);
        var om = new Hendelsesgrunnlag(
            fra.Personnoekkel, fra.VersjonEtter, id, nummer, Elementforskjell.Alle(ny.Dokument, ny.Indeks),
            Dokumentindeks.Les(ny.Indeks, ny.Dokument).Skjerming, ny.Dokument, ny.Indeks);
        await hendelsesskriver.SkrivAsync(om, hendelser, ct);
    }
}
