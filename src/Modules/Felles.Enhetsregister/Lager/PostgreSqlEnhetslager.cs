using System.Data.Common;
using Felles.Storage;

namespace Felles.Enhetsregister.Lager;

/// <summary>
/// Four statements for all units of a call: each column travels as one array, so the text is the same for one row and a thousand.
/// </summary>
internal static class PostgreSqlEnhetslager
{
    private const string Finn =
        "select organisasjonsnummer, dokument from enhetsregister.enhet where organisasjonsnummer = any(@a)";

    private const string SettInn =
        """
        insert into enhetsregister.enhet (organisasjonsnummer, navn_soek, organisasjonsform, overordnet, dokument)
        select * from unnest(@a, @b, @c, @d, @e)
        on conflict (organisasjonsnummer) do update set navn_soek = excluded.navn_soek, organisasjonsform = excluded.organisasjonsform,
        overordnet = excluded.overordnet, dokument = excluded.dokument
        """;

    private const string SlettRoller = "delete from enhetsregister.rolle where organisasjonsnummer = any(@a)";

    private const string SettInnRoller =
        """
        insert into enhetsregister.rolle (organisasjonsnummer, nr, gruppe, rolle, person, virksomhet)
        select * from unnest(@a, @b, @c, @d, @e, @f)
        """;

    public static async ValueTask<Lagret> LagreAsync(UnitOfWork enhet, Enhetsrad[] rader, CancellationToken ct)
    {
        var kjente = await FinnDokumenterAsync(enhet, rader, ct);
        List<Enhetsrad> skrives = [];
        var nye = 0;
        foreach (var rad in rader)
        {
            var finnes = kjente.TryGetValue(rad.Nummer, out var dokument);
            if (!finnes) nye++;
            if (!finnes || !rad.Dokument.AsSpan().SequenceEqual(dokument)) skrives.Add(rad);
        }

        if (skrives.Count > 0) await SkrivAsync(enhet, skrives, ct);
        return new Lagret(nye, skrives.Count - nye, rader.Length - skrives.Count);
    }

    private static async ValueTask<Dictionary<int, byte[]>> FinnDokumenterAsync(UnitOfWork enhet, Enhetsrad[] rader, CancellationToken ct)
    {
        await using var sporring = Kommando(enhet, Finn, Numre(rader));
        await using var svar = await sporring.ExecuteReaderAsync(ct);
        Dictionary<int, byte[]> funnet = [];
        while (await svar.ReadAsync(ct)) funnet[(int)svar.GetInt64(0)] = svar.GetFieldValue<byte[]>(1);
        return funnet;
    }

    private static async ValueTask SkrivAsync(UnitOfWork enhet, List<Enhetsrad> rader, CancellationToken ct)
    {
        await UtfoerAsync(
            enhet, SettInn, ct, Numre(rader), Kolonne(rader, r => r.NavnSoek), Kolonne(rader, r => r.Organisasjonsform),
            Kolonne(rader, r => (long?)r.Overordnet), Kolonne(rader, r => r.Dokument));
        // New units too: another host may have stored one of them since it was looked for. The upsert holds the unit's row, so what is
        // deleted here is all there is, and the insert below cannot meet roles of the other.
        await UtfoerAsync(enhet, SlettRoller, ct, Numre(rader));
        var roller = rader.SelectMany(r => r.Roller.Select((rolle, nr) => (Nummer: (long)r.Nummer, Nr: (long)nr, Rolle: rolle))).ToArray();
        if (roller.Length == 0) return;
        await UtfoerAsync(
            enhet, SettInnRoller, ct, Kolonne(roller, r => r.Nummer), Kolonne(roller, r => r.Nr), Kolonne(roller, r => r.Rolle.Gruppe),
            Kolonne(roller, r => r.Rolle.Rolle), Kolonne(roller, r => r.Rolle.Person), Kolonne(roller, r => (long?)r.Rolle.Virksomhet));
    }

    private static long[] Numre(IReadOnlyCollection<Enhetsrad> rader) => Kolonne(rader, r => (long)r.Nummer);

    private static TVerdi[] Kolonne<TRad, TVerdi>(IReadOnlyCollection<TRad> rader, Func<TRad, TVerdi> verdi) => [.. rader.Select(verdi)];

    private static async ValueTask UtfoerAsync(UnitOfWork enhet, string sql, CancellationToken ct, params Array[] kolonner)
    {
        await using var kommando = Kommando(enhet, sql, kolonner);
        await kommando.ExecuteNonQueryAsync(ct);
    }

    private static DbCommand Kommando(UnitOfWork enhet, string sql, params Array[] kolonner)
    {
        var kommando = enhet.Connection.CreateCommand();
        kommando.Transaction = enhet.Transaction;
        kommando.CommandText = sql;
        foreach (var kolonne in kolonner)
        {
            var parameter = kommando.CreateParameter();
            parameter.ParameterName = ((char)('a' + kommando.Parameters.Count)).ToString();
            parameter.Value = kolonne;
            kommando.Parameters.Add(parameter);
        }

        return kommando;
    }
}
