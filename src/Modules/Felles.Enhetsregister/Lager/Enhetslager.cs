using System.Data.Common;
using System.Text;
using Felles.Storage;

namespace Felles.Enhetsregister.Lager;

/// <summary>Writes units inside a unit of work, many rows a statement: one round trip for tens of units.</summary>
internal static class Enhetslager
{
    /// <summary>
    /// The most units in one call. SQLite finds each parameter by a search through all of them, so the cost of a statement grows with the
    /// square of its rows: measured, 20 000 units took ten times as long in portions of 500.
    /// </summary>
    public const int Porsjon = 40;

    /// <summary>Stores the units that are new or have another content. The numbers must differ.</summary>
    public static async ValueTask<Lagret> LagreAsync(UnitOfWork enhet, IReadOnlyCollection<Enhetsrad> rader, CancellationToken ct)
    {
        if (rader.Count == 0) return default;
        var kjente = await FinnDokumenterAsync(enhet, rader, ct);
        List<Enhetsrad> skrives = [];
        var nye = 0;
        // In order of the numbers, so that two writers of the same units wait for each other and do not deadlock.
        foreach (var rad in rader.OrderBy(r => r.Nummer))
        {
            var finnes = kjente.TryGetValue(rad.Nummer, out var dokument);
            if (!finnes) nye++;
            if (!finnes || !rad.Dokument.AsSpan().SequenceEqual(dokument)) skrives.Add(rad);
        }

        if (skrives.Count == 0) return new Lagret(0, 0, rader.Count);
        await SettInnAsync(enhet, skrives, ct);
        // New units too: another host may have stored one of them since it was looked for. The upsert holds the unit's row, so what is
        // deleted here is all there is, and the insert below cannot meet roles of the other.
        await SlettRollerAsync(enhet, skrives, ct);
        await SettInnRollerAsync(enhet, skrives, ct);
        return new Lagret(nye, skrives.Count - nye, rader.Count - skrives.Count);
    }

    /// <summary>
    /// Keeps other writers of units out until the unit of work ends. A file comes in an order of its own, so two imports at once would take
    /// each other's rows in turn; readers are not hindered. SQLite has one writer anyway.
    /// </summary>
    public static async ValueTask LaasAsync(UnitOfWork enhet, CancellationToken ct)
    {
        if (enhet.Dialect == Dialect.Sqlite) return;
        await using var laas = enhet.Connection.CreateCommand();
        laas.Transaction = enhet.Transaction;
        laas.CommandText = "lock table enhetsregister.enhet in share row exclusive mode";
        await laas.ExecuteNonQueryAsync(ct);
    }

    private static async ValueTask<Dictionary<int, byte[]>> FinnDokumenterAsync(
        UnitOfWork enhet, IReadOnlyCollection<Enhetsrad> rader, CancellationToken ct)
    {
        await using var sporring = Kommando(
            enhet,
            "select organisasjonsnummer, dokument from enhetsregister.enhet where organisasjonsnummer in ",
            rader.Select(r => (object?)(long)r.Nummer),
            rader.Count);
        await using var svar = await sporring.ExecuteReaderAsync(ct);
        Dictionary<int, byte[]> funnet = [];
        while (await svar.ReadAsync(ct)) funnet[(int)svar.GetInt64(0)] = svar.GetFieldValue<byte[]>(1);
        return funnet;
    }

    private static async ValueTask SettInnAsync(UnitOfWork enhet, List<Enhetsrad> rader, CancellationToken ct)
    {
        await using var innsetting = Kommando(
            enhet,
            "insert into enhetsregister.enhet (organisasjonsnummer, navn_soek, organisasjonsform, overordnet, dokument) values ",
            rader.SelectMany(r => new object?[] { (long)r.Nummer, r.NavnSoek, r.Organisasjonsform, (long?)r.Overordnet, r.Dokument }),
            5,
            """
             on conflict (organisasjonsnummer) do update set navn_soek = excluded.navn_soek, organisasjonsform = excluded.organisasjonsform,
            overordnet = excluded.overordnet, dokument = excluded.dokument
            """);
        await innsetting.ExecuteNonQueryAsync(ct);
    }

    private static async ValueTask SlettRollerAsync(UnitOfWork enhet, List<Enhetsrad> rader, CancellationToken ct)
    {
        await using var sletting = Kommando(
            enhet,
            "delete from enhetsregister.rolle where organisasjonsnummer in ",
            rader.Select(r => (object?)(long)r.Nummer),
            rader.Count);
        await sletting.ExecuteNonQueryAsync(ct);
    }

    private static async ValueTask SettInnRollerAsync(UnitOfWork enhet, List<Enhetsrad> rader, CancellationToken ct)
    {
        var roller = rader.SelectMany(r => r.Roller.Select((rolle, nr) => (r.Nummer, nr, rolle))).Chunk(Porsjon);
        foreach (var del in roller)
        {
            await using var innsetting = Kommando(
                enhet,
                "insert into enhetsregister.rolle (organisasjonsnummer, nr, gruppe, rolle, person, virksomhet) values ",
                del.SelectMany(r =>
                    new object?[] { (long)r.Nummer, (long)r.nr, r.rolle.Gruppe, r.rolle.Rolle, r.rolle.Person, (long?)r.rolle.Virksomhet }),
                6);
            await innsetting.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>The start of a statement, the values in groups of <paramref name="bredde"/>, and the end.</summary>
    private static DbCommand Kommando(UnitOfWork enhet, string start, IEnumerable<object?> verdier, int bredde, string slutt = "")
    {
        var kommando = enhet.Connection.CreateCommand();
        kommando.Transaction = enhet.Transaction;
        var tekst = new StringBuilder(enhet.Sql(start));
        foreach (var verdi in verdier)
        {
            var nr = kommando.Parameters.Count;
            var parameter = kommando.CreateParameter();
            parameter.ParameterName = $"p{nr}";
            parameter.Value = verdi ?? DBNull.Value;
            kommando.Parameters.Add(parameter);
            tekst.Append(nr % bredde > 0 ? ',' : nr > 0 ? ",(" : "(").Append("@p").Append(nr);
            if (nr % bredde == bredde - 1) tekst.Append(')');
        }

        kommando.CommandText = tekst.Append(slutt).ToString();
        return kommando;
    }
}

/// <summary>What became of the units.</summary>
internal readonly record struct Lagret(long Nye, long Endret, long Uendret)
{
    public static Lagret operator +(Lagret a, Lagret b) => new(a.Nye + b.Nye, a.Endret + b.Endret, a.Uendret + b.Uendret);
}
