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

    private const string NyVersjon =
        "insert into folkeregister.versjon (personnoekkel, versjon, dokumentid, avloest, dokument, indeks) values ($1, $2, $3, $4, $5, $6)";

    private const string Soek =
        """
        insert into folkeregister.soek (personnoekkel, identifikator, doed, foedselsaar, kjoenn, personstatus, gradering)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (personnoekkel) do update set identifikator = excluded.identifikator, doed = excluded.doed, foedselsaar = excluded.foedselsaar,
            kjoenn = excluded.kjoenn, personstatus = excluded.personstatus, gradering = excluded.gradering
        """;

    public async ValueTask SettInnAsync(Importlinje ny, Personnumre numre, long personnoekkel, CancellationToken ct)
    {
        var id = Dokumentnoekkel.Lag(personnoekkel, 1);
        await setninger.UtfoerAsync(NyRad, ct, numre.Gjeldende, personnoekkel, 1, id.ToBytes(), ny.Dokument, ny.Indeks);
        await FerdigAsync(ny, numre, personnoekkel, 1, id, Elementforskjell.Alle(ny.Dokument, ny.Indeks), ct);
    }

    public async ValueTask EndreAsync(Importlinje ny, Personnumre numre, Lagretnummer foer, CancellationToken ct)
    {
        var versjon = foer.Versjon + 1;
        var id = Dokumentnoekkel.Lag(foer.Personnoekkel, versjon);
        await setninger.UtfoerAsync(NyVersjon, ct, foer.Personnoekkel, foer.Versjon, foer.Dokumentid, naa, foer.Dokument, foer.Indeks);
        if (numre.Gjeldende != foer.Identifikator)
            await setninger.UtfoerAsync(TilPeker, ct, foer.Identifikator, numre.Gjeldende);
        if (kjente.ContainsKey(numre.Gjeldende))
            await setninger.UtfoerAsync(TilRad, ct, numre.Gjeldende, versjon, id.ToBytes(), ny.Dokument, ny.Indeks);
        else
            await setninger.UtfoerAsync(NyRad, ct, numre.Gjeldende, foer.Personnoekkel, versjon, id.ToBytes(), ny.Dokument, ny.Indeks);
        var forskjell = Elementforskjell.Mellom(foer.Dokument, foer.Indeks, ny.Dokument, ny.Indeks);
        await FerdigAsync(ny, numre, foer.Personnoekkel, versjon, id, forskjell, ct);
    }

    private async ValueTask FerdigAsync(
        Importlinje ny, Personnumre numre, long personnoekkel, int versjon, Dokumentidentifikator id, ulong elementer, CancellationToken ct)
    {
        foreach (var tidligere in numre.Tidligere)
        {
            if (!kjente.TryGetValue(tidligere, out var kjent))
                await setninger.UtfoerAsync(NyPeker, ct, tidligere, numre.Gjeldende, personnoekkel);
            else if (kjent.Gjeldende is { } peker && peker != numre.Gjeldende)
                await setninger.UtfoerAsync(TilPeker, ct, tidligere, numre.Gjeldende);
        }

        _ = Dokumentindeks.TryLes(ny.Indeks, ny.Dokument.Length, out var poster);
        var rad = Soekerad.Av(ny.Dokument, poster);
        await setninger.UtfoerAsync(
            Soek, ct, personnoekkel, numre.Gjeldende, (short)(rad.Doed ? 1 : 0), rad.Foedselsaar, rad.Kjoenn,
                Lastrad.Statuskode(rad.Status),
            (short)rad.Gradering);
        var endring = new Personendring(personnoekkel, Folkeregisteridentifikator.FromValue(numre.Gjeldende), versjon, id, elementer);
        unit.Publish(Personendring.Stroem, Personendring.Type, personnoekkel, endring.Skriv());
    }
}
