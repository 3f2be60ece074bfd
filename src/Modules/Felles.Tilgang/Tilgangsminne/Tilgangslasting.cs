using System.Collections.Frozen;
using System.Data.Common;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Endring;

namespace Felles.Tilgang.Tilgangsminne;

/// <summary>Reads the state of rights from the tables.</summary>
internal static class Tilgangslasting
{
    /// <summary>One organisation, inside the unit of work that changes it.</summary>
    public static async ValueTask<Virksomhetstilgang> LesAsync(
        UnitOfWork enhet, Organisasjonsnummer virksomhet, string miljoe, long versjon, CancellationToken ct)
    {
        (string, object?)[] noekkel = [("virksomhet", (long)virksomhet.Value), ("miljoe", miljoe)];
        var pakker = await Spoerring.ListeAsync(
            Spoerring.Ny(enhet,
                "select pakke from tilgang.pakketilgang where organisasjonsnummer = @virksomhet and miljoe = @miljoe and aapen = 1",
                noekkel),
            r => r.GetString(0),
            ct);
        var scopes = await Spoerring.ListeAsync(
            Spoerring.Ny(
                enhet,
                """
                select scope from tilgang.scopetilgang
                where organisasjonsnummer = @virksomhet and miljoe = @miljoe and status = 'APPROVED'
                """,
                noekkel),
            r => r.GetString(0),
            ct);
        var delegeringer = await Spoerring.ListeAsync(
            Spoerring.Ny(
                enhet,
                "select leverandoer, scope from tilgang.delegering where konsument = @virksomhet and miljoe = @miljoe and avsluttet is null",
                noekkel),
            r => ((int)r.GetInt64(0), r.GetString(1)),
            ct);
        return new Virksomhetstilgang(versjon, Tilgangshendelse.Bit(pakker), scopes.ToFrozenSet())
        {
            Delegeringer = Delegeringssett.Av(delegeringer),
        };
    }

    /// <summary>
    /// All organisations. The versions are read first: when a change is committed between the statements, the contents are newer than the
    /// version that they are stored under, and the change's own event, which is still to come, puts the same contents in place under its
    /// version. The other way round an old content could stand under a new version, and the event would be refused as old.
    /// </summary>
    public static async ValueTask<List<(int Virksomhet, Virksomhetstilgang Tilgang)>> LesAlleAsync(
        Database database, DbConnection tilkobling, string miljoe, CancellationToken ct)
    {
        var versjoner = await Spoerring.ListeAsync(
            Spoerring.Ny(tilkobling, database.Sql("select organisasjonsnummer, versjon from tilgang.virksomhet where miljoe = @miljoe"),
                ("miljoe", miljoe)),
            r => (Virksomhet: (int)r.GetInt64(0), Versjon: r.GetInt64(1)),
            ct);
        var pakker = await OrdAsync("select organisasjonsnummer, pakke from tilgang.pakketilgang where miljoe = @miljoe and aapen = 1");
        var scopes =
            await OrdAsync("select organisasjonsnummer, scope from tilgang.scopetilgang where miljoe = @miljoe and status = 'APPROVED'");
        var delegeringer = (await Spoerring.ListeAsync(
            Spoerring.Ny(
                tilkobling,
                database.Sql("select konsument, leverandoer, scope from tilgang.delegering where miljoe = @miljoe and avsluttet is null"),
                ("miljoe", miljoe)),
            r => (Konsument: (int)r.GetInt64(0), Leverandoer: (int)r.GetInt64(1), Scope: string.Intern(r.GetString(2))),
            ct)).ToLookup(r => r.Konsument, r => (r.Leverandoer, r.Scope));
        // Most organisations hold one of a few combinations; they share one set.
        Dictionary<string, FrozenSet<string>> sett = [];
        return
        [
            .. versjoner.Select(v =>
                (v.Virksomhet, new Virksomhetstilgang(v.Versjon, Tilgangshendelse.Bit(pakker[v.Virksomhet]), Sett(scopes[v.Virksomhet]))
                {
                    Delegeringer = Delegeringssett.Av(delegeringer[v.Virksomhet]),
                })),
        ];

        async ValueTask<ILookup<int, string>> OrdAsync(string sql)
        {
            var rader = await Spoerring.ListeAsync(
                Spoerring.Ny(tilkobling, database.Sql(sql), ("miljoe", miljoe)), r =>
                    (Virksomhet: (int)r.GetInt64(0), Ord: string.Intern(r.GetString(1))), ct);
            return rader.ToLookup(r => r.Virksomhet, r => r.Ord);
        }

        FrozenSet<string> Sett(IEnumerable<string> ord)
        {
            var noekkel = string.Join(' ', ord.Order(StringComparer.Ordinal));
            return sett.TryGetValue(noekkel, out var finnes) ? finnes
                : sett[noekkel] = noekkel.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
        }
    }
}
