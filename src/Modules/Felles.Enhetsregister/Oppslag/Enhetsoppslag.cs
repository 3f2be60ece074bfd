using System.Data.Common;
using System.Runtime.CompilerServices;
using Felles.Enhetsregister.Contracts;
using Felles.Enhetsregister.Dokument;
using Felles.Enhetsregister.Lager;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;

namespace Felles.Enhetsregister.Oppslag;

/// <summary>Reads units.</summary>
internal sealed class Enhetsoppslag(Database database)
{
    private const int Eksportporsjon = 500;

    public async ValueTask<Enhet?> FinnAsync(Organisasjonsnummer nummer, CancellationToken ct)
    {
        var funnet = await DokumenterAsync(
            "select organisasjonsnummer, dokument from enhetsregister.enhet where organisasjonsnummer = @nummer",
            [("nummer", (long)nummer.Value)], ct);
        return funnet is [var (_, dokument)] ? Enhetsdokument.Les(dokument) : null;
    }

    /// <summary>From the primary: rights are given on the answer, perhaps a moment after the unit was saved.</summary>
    public ValueTask<bool> FinnesAsync(Organisasjonsnummer nummer, CancellationToken ct) => database.ReadPrimaryAsync(
        async (tilkobling, avbrudd) =>
        {
            await using var sporring = Kommando(
                tilkobling,
                database.Sql("select 1 from enhetsregister.enhet where organisasjonsnummer = @nummer"),
                [("nummer", (long)nummer.Value)]);
            return await sporring.ExecuteScalarAsync(avbrudd) is not null;
        },
        ct);

    public ValueTask<long> TellAsync(CancellationToken ct) => database.ReadAsync(
        async (tilkobling, avbrudd) =>
        {
            await using var sporring = Kommando(tilkobling, database.Sql("select count(*) from enhetsregister.enhet"), []);
            return Convert.ToInt64(await sporring.ExecuteScalarAsync(avbrudd));
        },
        ct);

    public async ValueTask<IReadOnlyList<Enhet>> SoekAsync(Enhetssoek soek, CancellationToken ct)
    {
        List<(string, object)> verdier = [("antall", (long)Math.Clamp(soek.Antall, 1, Enhetssoek.StoersteAntall))];
        var hvor = "";
        if (soek.Navn is { } navn)
        {
            // A range of the ordered column instead of LIKE: the same on both databases, and it uses the index. U+10FFFF is above every
            // character.
            var start = Enhetsrad.Soekenavn(navn);
            verdier.Add(("fra", start));
            verdier.Add(("til", start + "\U0010FFFF"));
            hvor += " and navn_soek >= @fra and navn_soek < @til";
        }
        else if (soek.Etter is { } etter)
        {
            verdier.Add(("etter", (long)etter.Value));
            hvor += " and organisasjonsnummer > @etter";
        }

        if (soek.Organisasjonsform is { } form)
        {
            verdier.Add(("form", form));
            hvor += " and organisasjonsform = @form";
        }

        if (soek.OverordnetEnhet is { } overordnet)
        {
            verdier.Add(("overordnet", (long)overordnet.Value));
            hvor += " and overordnet = @overordnet";
        }

        var orden = soek.Navn is null ? "organisasjonsnummer" : "navn_soek, organisasjonsnummer";
        var funnet = await DokumenterAsync(
            $"select organisasjonsnummer, dokument from enhetsregister.enhet where 1 = 1{hvor} order by {orden} limit @antall",
            verdier,
            ct);
        return [.. funnet.Select(f => Enhetsdokument.Les(f.Dokument))];
    }

    public ValueTask<IReadOnlyList<Rolleforhold>> RollerForAsync(Folkeregisteridentifikator person, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Rolleforhold>>(
            async (tilkobling, avbrudd) =>
            {
                await using var sporring = Kommando(
                    tilkobling,
                    database.Sql("""
                        select organisasjonsnummer, gruppe, rolle from enhetsregister.rolle where person = @person
                        order by organisasjonsnummer, nr
                        """),
                    [("person", person.Value)]);
                await using var svar = await sporring.ExecuteReaderAsync(avbrudd);
                List<Rolleforhold> funnet = [];
                while (await svar.ReadAsync(avbrudd))
                    funnet.Add(new(Organisasjonsnummer.FromValue((int)svar.GetInt64(0)), svar.GetString(1), svar.GetString(2)));
                return funnet;
            },
            ct);

    /// <summary>
    /// Portion by portion, so that a slow receiver holds no connection and no old version of the data. From the primary: two standbys may
    /// be at different places, and an export is a copy to rely on.
    /// </summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> EksporterAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var etter = 0L;
        while (true)
        {
            var porsjon = await database.ReadPrimaryAsync(
                (tilkobling, avbrudd) => LesDokumenterAsync(
                    tilkobling,
                    """
                    select organisasjonsnummer, dokument from enhetsregister.enhet where organisasjonsnummer > @etter
                    order by organisasjonsnummer limit @antall
                    """,
                    [("etter", etter), ("antall", (long)Eksportporsjon)],
                    avbrudd),
                ct);
            foreach (var (_, dokument) in porsjon) yield return dokument;
            if (porsjon.Count < Eksportporsjon) yield break;
            etter = porsjon[^1].Nummer;
        }
    }

    private ValueTask<List<(long Nummer, byte[] Dokument)>> DokumenterAsync(
        string sql, IReadOnlyList<(string, object)> verdier, CancellationToken ct) =>
        database.ReadAsync((tilkobling, avbrudd) => LesDokumenterAsync(tilkobling, sql, verdier, avbrudd), ct);

    private async ValueTask<List<(long Nummer, byte[] Dokument)>> LesDokumenterAsync(
        DbConnection tilkobling, string sql, IReadOnlyList<(string, object)> verdier, CancellationToken ct)
    {
        await using var sporring = Kommando(tilkobling, database.Sql(sql), verdier);
        await using var svar = await sporring.ExecuteReaderAsync(ct);
        List<(long, byte[])> funnet = [];
        while (await svar.ReadAsync(ct)) funnet.Add((svar.GetInt64(0), svar.GetFieldValue<byte[]>(1)));
        return funnet;
    }

    private static DbCommand Kommando(DbConnection tilkobling, string sql, IReadOnlyList<(string Navn, object Verdi)> verdier)
    {
        var kommando = tilkobling.CreateCommand();
        kommando.CommandText = sql;
        foreach (var (navn, verdi) in verdier)
        {
            var parameter = kommando.CreateParameter();
            parameter.ParameterName = navn;
            parameter.Value = verdi;
            kommando.Parameters.Add(parameter);
        }

        return kommando;
    }
}
