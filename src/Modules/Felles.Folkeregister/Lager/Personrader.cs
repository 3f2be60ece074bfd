using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;

namespace Felles.Folkeregister.Lager;

/// <summary>The rows of one person, and the events that tell of the change.</summary>
/// <param name="unit">Where events are published.</param>
/// <param name="setninger">Where rows are written.</param>
/// <param name="kjente">The rows that the numbers of these persons have now.</param>
/// <param name="naa">The register's time.</param>
internal sealed class Personrader(UnitOfWork unit, Setninger setninger, Dictionary<long, Lagretnummer> kjente, DateTimeOffset naa)
{
    private const string NyRad =
        "insert into folkeregister.person (identifikator, personnoekkel, versjon, dokumentid, dokument, indeks) values ($1, $2, $3, $4, $5, $6)";

    private const string NyPeker =
        "insert into folkeregister.person (identifikator, gjeldende, personnoekkel, versjon) values ($1, $2, $3, 0)";

    private const string TilRad =
        "update folkeregister.person set gjeldende = null, versjon = $2, dokumentid = $3, dokument = $4, indeks = $5 where identifikator = $1";

    private const string TilPeker =
        "update folkeregister.person set gjeldende = $2, versjon = 0, dokumentid = null, dokument = null, indeks = null where identifikator = $1";

    private const string FlyttPekere = "update folkeregister.person set gjeldende = $2 where gjeldende = $1";

    private const string NyVersjon =
        "insert into folkeregister.versjon (personnoekkel, versjon, dokumentid, avloest, dokument, indeks) values ($1, $2, $3, $4, $5, $6)";

    public async ValueTask SettInnAsync(Nydokument ny, long personnoekkel, IReadOnlyList<Nyhendelse> hendelser, CancellationToken ct)
    {
        var id = Dokumentnoekkel.Lag(personnoekkel, 1);
        await setninger.UtfoerAsync(NyRad, ct, ny.Numre.Gjeldende, personnoekkel, 1, id.ToBytes(), ny.Dokument, ny.Indeks);
        await PekAsync(ny, null, personnoekkel, ct);
        await Soekelager.ErstattAsync(setninger, personnoekkel, null, Bilde(ny), ct);
        var elementer = Elementforskjell.Alle(ny.Dokument, ny.Indeks);
        await FortellAsync(ny, personnoekkel, 1, id, elementer, Adressegradering.Ugradert, hendelser, ct);
    }

    public async ValueTask EndreAsync(Nydokument ny, Lagretnummer foer, IReadOnlyList<Nyhendelse> hendelser, CancellationToken ct)
    {
        var versjon = foer.Versjon + 1;
        var id = Dokumentnoekkel.Lag(foer.Personnoekkel, versjon);
        var gjeldende = ny.Numre.Gjeldende;
        await setninger.UtfoerAsync(
            NyVersjon, ct, foer.Personnoekkel, foer.Versjon, foer.Dokumentid, Mikrosekunder(), foer.Dokument, foer.Indeks);
        if (gjeldende != foer.Identifikator)
        {
            // All that led to the old number, also what the new document no longer names: a number leads to the current one in one step.
            await setninger.UtfoerAsync(FlyttPekere, ct, foer.Identifikator, gjeldende);
            await setninger.UtfoerAsync(TilPeker, ct, foer.Identifikator, gjeldende);
        }

        if (kjente.ContainsKey(gjeldende))
            await setninger.UtfoerAsync(TilRad, ct, gjeldende, versjon, id.ToBytes(), ny.Dokument, ny.Indeks);
        else
            await setninger.UtfoerAsync(NyRad, ct, gjeldende, foer.Personnoekkel, versjon, id.ToBytes(), ny.Dokument, ny.Indeks);
        await PekAsync(ny, foer, foer.Personnoekkel, ct);
        var bilde = new Personbilde(foer.Identifikator, foer.Dokument, foer.Indeks);
        await Soekelager.ErstattAsync(setninger, foer.Personnoekkel, bilde, Bilde(ny), ct);
        var forskjell = Elementforskjell.Mellom(foer.Dokument, foer.Indeks, ny.Dokument, ny.Indeks);
        var skjerming = Dokumentindeks.Les(foer.Indeks, foer.Dokument).Skjerming;
        await FortellAsync(ny, foer.Personnoekkel, versjon, id, forskjell, skjerming, hendelser, ct);
    }

    private static Personbilde Bilde(Nydokument ny) => new(ny.Numre.Gjeldende, ny.Dokument, ny.Indeks);

    /// <summary>Numbers that the document before names have their rows, also those that nobody asked for.</summary>
    private async ValueTask PekAsync(Nydokument ny, Lagretnummer? foer, long personnoekkel, CancellationToken ct)
    {
        if (ny.Numre.Tidligere.Count == 0)
            return;
        var nye = ny.Numre.Tidligere.Where(n => !kjente.ContainsKey(n)).ToList();
        if (nye.Count > 0 && foer is not null)
            nye.RemoveAll(Nydokument.Av(foer.Dokument, foer.Indeks).Numre.Alle().Contains);
        foreach (var tidligere in nye)
            await setninger.UtfoerAsync(NyPeker, ct, tidligere, ny.Numre.Gjeldende, personnoekkel);
    }

    private ValueTask FortellAsync(
        Nydokument ny, long personnoekkel, int versjon, Dokumentidentifikator id, ulong elementer, Adressegradering foer,
        IReadOnlyList<Nyhendelse> hendelser, CancellationToken ct) =>
        new Hendelsesskriver(unit, setninger, naa).SkrivAsync(
            new Hendelsesgrunnlag(personnoekkel, versjon, id, ny.Numre.Gjeldende, elementer, foer, ny.Dokument, ny.Indeks), hendelser, ct);

    private long Mikrosekunder() => Microseconds.From(naa);
}
