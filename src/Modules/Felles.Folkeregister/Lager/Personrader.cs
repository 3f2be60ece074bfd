using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Last;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;

namespace Felles.Folkeregister.Import;

/// <summary>The rows of one person, and the event that tells of the change.</summary>
/// <param name="unit">Where events are published.</param>
/// <param name="setninger">Where rows are written.</param>
/// <param name="kjente">The rows that the numbers of these persons have now.</param>
/// <param name="naa">The register's time, microseconds since 1970 UTC.</param>
internal sealed class Personrader(UnitOfWork unit, Setninger setninger, Dictionary<long, Lagretnummer> kjente, long naa)
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

    private const string Soek =
        """
        insert into folkeregister.soek (personnoekkel, identifikator, doed, foedselsaar, kjoenn, personstatus, gradering)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (personnoekkel) do update set identifikator = excluded.identifikator, doed = excluded.doed, foedselsaar = excluded.foedselsaar,
            kjoenn = excluded.kjoenn, personstatus = excluded.personstatus, gradering = excluded.gradering
        """;

    public async ValueTask SettInnAsync(Importlinje ny, long personnoekkel, CancellationToken ct)
    {
        var id = Dokumentnoekkel.Lag(personnoekkel, 1);
        await setninger.UtfoerAsync(NyRad, ct, ny.Numre.Gjeldende, personnoekkel, 1, id.ToBytes(), ny.Dokument, ny.Indeks);
        await FerdigAsync(ny, personnoekkel, 1, id, Elementforskjell.Alle(ny.Dokument, ny.Indeks), ct);
    }

    public async ValueTask EndreAsync(Importlinje ny, Lagretnummer foer, CancellationToken ct)
    {
        var versjon = foer.Versjon + 1;
        var id = Dokumentnoekkel.Lag(foer.Personnoekkel, versjon);
        var gjeldende = ny.Numre.Gjeldende;
        await setninger.UtfoerAsync(NyVersjon, ct, foer.Personnoekkel, foer.Versjon, foer.Dokumentid, naa, foer.Dokument, foer.Indeks);
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
        var forskjell = Elementforskjell.Mellom(foer.Dokument, foer.Indeks, ny.Dokument, ny.Indeks);
        await FerdigAsync(ny, foer.Personnoekkel, versjon, id, forskjell, ct);
    }

    private async ValueTask FerdigAsync(
        Importlinje ny, long personnoekkel, int versjon, Dokumentidentifikator id, ulong elementer, CancellationToken ct)
    {
        var gjeldende = ny.Numre.Gjeldende;
        foreach (var tidligere in ny.Numre.Tidligere.Where(n => !kjente.ContainsKey(n)))
            await setninger.UtfoerAsync(NyPeker, ct, tidligere, gjeldende, personnoekkel);
        _ = Dokumentindeks.TryLes(ny.Indeks, ny.Dokument.Length, out var poster);
        var rad = Soekerad.Av(ny.Dokument, poster);
        await setninger.UtfoerAsync(
            Soek, ct, personnoekkel, gjeldende, (short)(rad.Doed ? 1 : 0), rad.Foedselsaar, rad.Kjoenn,
                Lastrad.Statuskode(rad.Status),
            (short)rad.Gradering);
        var endring = new Personendring(personnoekkel, Folkeregisteridentifikator.FromValue(gjeldende), versjon, id, elementer);
        unit.Publish(Personendring.Stroem, Personendring.Type, personnoekkel, endring.Skriv());
    }
}
