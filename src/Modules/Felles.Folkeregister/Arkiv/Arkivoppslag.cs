using System.Data.Common;
using System.Text.Json;
using Felles.Kernel.Tid;
using Felles.Storage;

namespace Felles.Folkeregister.Arkiv;

/// <summary>
/// Reads documents by person key and version. The current ones first and then the superseded: a document that is superseded between the two
/// reads is found by the second, and never taken for one that is gone.
/// </summary>
internal sealed class Arkivoppslag(Database database, Registerklokke klokke)
{
    /// <summary>
    /// Skatteetaten, news of 2024-10-28: documents that have been historic for longer are deleted, and answered as such before.
    /// </summary>
    private const int LengsteAar = 3;

    // The asked documents as rows; PostgreSQL takes two arrays, SQLite a list of pairs.
    private const string Spurt =
        """
        {postgresql:unnest(@noekler, @versjoner) spurt(personnoekkel, versjon)}
        {sqlite:(select value ->> 0 as personnoekkel, value ->> 1 as versjon from json_each(@par)) spurt}
        """;

    internal const string Gjeldende =
        $$"""
        select spurt.personnoekkel, spurt.versjon, person.versjon,
            case when person.versjon = spurt.versjon then person.dokument end,
            case when person.versjon = spurt.versjon then person.indeks end
        from {{Spurt}}
        cross join folkeregister.soek soek cross join folkeregister.person person
        where soek.personnoekkel = spurt.personnoekkel and person.identifikator = soek.identifikator
        """;

    // Of a person who has no current document any more, the highest version that is left, or whose event was removed for its age, tells how
    // far the versions went.
    internal const string Avloeste =
        $$"""
        select spurt.personnoekkel, spurt.versjon,
            {greatest}(
                coalesce((select max(versjon) from folkeregister.versjon siste where siste.personnoekkel = spurt.personnoekkel), 0),
                coalesce((select versjon from folkeregister.hendelsesslutt slutt where slutt.personnoekkel = spurt.personnoekkel), 0)),
            versjon.avloest,
            case when versjon.avloest >= @grense then versjon.dokument end, case when versjon.avloest >= @grense then versjon.indeks end
        from {{Spurt}}
        left join folkeregister.versjon versjon on versjon.personnoekkel = spurt.personnoekkel and versjon.versjon = spurt.versjon
        """;

    /// <summary>One answer for each document asked for.</summary>
    public async Task<Dictionary<(long Personnoekkel, int Versjon), Arkivsvar>> LesAsync(
        IReadOnlyCollection<(long Personnoekkel, int Versjon)> spurt, CancellationToken ct)
    {
        var svar = new Dictionary<(long Personnoekkel, int Versjon), Arkivsvar>(spurt.Count);
        await database.ReadAsync((this, spurt, svar), LesAlleAsync, ct);
        // A standby may be a little behind the feed that told of the document.
        var ukjente = svar.Where(par => par.Value is Arkivsvar.Ukjent).Select(par => par.Key).ToArray();
        if (ukjente.Length > 0)
            await database.ReadPrimaryAsync((this, (IReadOnlyCollection<(long, int)>)ukjente, svar), LesAlleAsync, ct);
        return svar;
    }

    private static async ValueTask<bool> LesAlleAsync(
        DbConnection connection,
        (Arkivoppslag Oppslag, IReadOnlyCollection<(long Personnoekkel, int Versjon)> Spurt, Dictionary<(long, int), Arkivsvar> Svar) s,
        CancellationToken ct)
    {
        var gjeldende = new Dictionary<long, int>();
        await using (var command = s.Oppslag.Kommando(connection, Gjeldende, s.Spurt))
        await using (var rader = await command.ExecuteReaderAsync(ct))
        {
            while (await rader.ReadAsync(ct))
            {
                var noekkel = (rader.GetInt64(0), Convert.ToInt32(rader.GetValue(1)));
                gjeldende[noekkel.Item1] = rader.GetInt32(2);
                if (!await rader.IsDBNullAsync(3, ct))
                    s.Svar[noekkel] = new Arkivsvar.Funnet(noekkel.Item1, (byte[])rader[3], (byte[])rader[4]);
            }
        }

        var eldre = s.Spurt.Where(en => s.Svar.GetValueOrDefault(en) is not Arkivsvar.Funnet).ToArray();
        if (eldre.Length > 0)
            await s.Oppslag.LesAvloesteAsync(connection, eldre, gjeldende, s.Svar, ct);
        return true;
    }

    private async Task LesAvloesteAsync(
        DbConnection connection, (long Personnoekkel, int Versjon)[] spurt, Dictionary<long, int> gjeldende,
        Dictionary<(long, int), Arkivsvar> svar, CancellationToken ct)
    {
        await using var command = Kommando(connection, Avloeste, spurt);
        command.AddParameter("grense", Microseconds.From(klokke.Naa.AddYears(-LengsteAar)));
        await using var rader = await command.ExecuteReaderAsync(ct);
        while (await rader.ReadAsync(ct))
        {
            var (noekkel, versjon) = (rader.GetInt64(0), Convert.ToInt32(rader.GetValue(1)));
            var nyeste = Math.Max(gjeldende.GetValueOrDefault(noekkel), Convert.ToInt32(rader.GetValue(2)));
            svar[(noekkel, versjon)] =
                !await rader.IsDBNullAsync(4, ct) ? new Arkivsvar.Funnet(noekkel, (byte[])rader[4], (byte[])rader[5])
                // The row is too old, or is gone: versions are given out in order, so one below another was there.
                : !await rader.IsDBNullAsync(3, ct) || versjon < nyeste ? Arkivsvar.ErSlettet
                : Arkivsvar.ErUkjent;
        }
    }

    internal DbCommand Kommando(DbConnection connection, string sql, IReadOnlyCollection<(long Personnoekkel, int Versjon)> spurt)
    {
        var command = connection.CreateCommand();
        command.CommandText = database.Sql(sql);
        if (database.Dialect == Dialect.Sqlite)
        {
            command.AddParameter("par", JsonSerializer.Serialize(spurt.Select(en => new[] { en.Personnoekkel, en.Versjon })));
            return command;
        }

        command.AddParameter("noekler", spurt.Select(en => en.Personnoekkel).ToArray());
        command.AddParameter("versjoner", spurt.Select(en => en.Versjon).ToArray());
        return command;
    }
}
