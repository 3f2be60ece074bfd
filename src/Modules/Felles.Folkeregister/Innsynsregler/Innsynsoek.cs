using System.Numerics;
using Felles.Enhetsregister.Contracts;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;

namespace Felles.Folkeregister.Innsynsregler;

/// <summary>Reads the log of each key the person has or had, newest first, and keeps what may be shown.</summary>
internal sealed class Innsynsoek(Database database, LookupLogReader logg, Enheter enheter)
{
    private const int Side = 100;

    // Public bodies look some persons up every day, and none of it is shown: a call reads only so far, and tells where to go on.
    private const int MaksRunder = 20;

    private const string Gjeldende = "select coalesce(gjeldende, identifikator) from folkeregister.person where identifikator = @id";

    // Numbers that came from other persons: their look-ups are under the keys those persons had.
    private const string Noekler =
        """
        select personnoekkel from folkeregister.person where identifikator = @id
        union select personnoekkel from folkeregister.person where gjeldende = @id
        union select dublett.personnoekkel from folkeregister.dublett dublett
        join folkeregister.person person on person.identifikator = dublett.identifikator where person.gjeldende = @id
        """;

    public async Task<Innsynsside> FinnAsync(Folkeregisteridentifikator person, LookupPosition? etter, int maks, CancellationToken ct)
    {
        var noekler = await NoeklerAsync(person.Value, ct);
        var navn = new Dictionary<Organisasjonsnummer, string?>();
        var treff = new List<Innsynsoppslag>(maks);
        for (var runde = 0; runde < MaksRunder; runde++)
        {
            var (oppslag, grense) = await LesAsync(noekler, etter, ct);
            foreach (var ett in oppslag)
            {
                etter = ett.Position;
                if (await VisAsync(ett.Record, navn, ct) is not { } vist)
                    continue;
                treff.Add(vist);
                if (treff.Count >= maks)
                    return new Innsynsside(treff, etter);
            }

            if (grense is null)
                return new Innsynsside(treff, null);
            etter = grense;
        }

        return new Innsynsside(treff, etter);
    }

    /// <summary>
    /// The look-ups after a place, of all keys together, as far as every key has been read; and how far that is, null for the end. One that
    /// concerned two of the keys comes once.
    /// </summary>
    private async Task<(IReadOnlyList<LoggedLookup> Oppslag, LookupPosition? Grense)> LesAsync(
        List<long> noekler, LookupPosition? etter, CancellationToken ct)
    {
        var funnet = new Dictionary<LookupPosition, LoggedLookup>();
        LookupPosition? grense = null;
        foreach (var noekkel in noekler)
        {
            var side = await logg.ForPersonAsync(noekkel, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, etter, Side, ct);
            foreach (var ett in side.Lookups)
                funnet[ett.Position] = ett;
            if (side.Next is { } neste && (grense is null || neste > grense))
                grense = neste;
        }

        return ([.. funnet.Values.Where(ett => grense is null || ett.Position >= grense).OrderByDescending(ett => ett.Position)], grense);
    }

    private async ValueTask<Innsynsoppslag?> VisAsync(
        LookupRecord oppslag, Dictionary<Organisasjonsnummer, string?> navn, CancellationToken ct)
    {
        if (Innsynstabell.Synlig(oppslag) is not { } pakke || oppslag.Konsument is not { } konsument)
            return null;
        return new Innsynsoppslag(
            oppslag.Tidspunkt, await VirksomhetAsync(konsument, navn, ct),
            oppslag.Leverandoer is { } leverandoer ? await VirksomhetAsync(leverandoer, navn, ct) : null, pakke.Tittel,
            Elementer(oppslag.Elementgrupper));
    }

    private async ValueTask<Innsynsvirksomhet> VirksomhetAsync(
        Organisasjonsnummer nummer, Dictionary<Organisasjonsnummer, string?> navn, CancellationToken ct)
    {
        if (!navn.TryGetValue(nummer, out var kjent))
            navn.Add(nummer, kjent = (await enheter.FinnAsync(nummer, ct))?.Navn);
        return new Innsynsvirksomhet(nummer, kjent);
    }

    private static List<Personelement> Elementer(ulong grupper)
    {
        var elementer = new List<Personelement>(BitOperations.PopCount(grupper));
        for (; grupper != 0; grupper &= grupper - 1)
            elementer.Add((Personelement)BitOperations.TrailingZeroCount(grupper));
        return elementer;
    }

    private ValueTask<List<long>> NoeklerAsync(long identifikator, CancellationToken ct) => database.ReadAsync(
        async (connection, ct) =>
        {
            List<long> noekler = [];
            await using var gjeldende = connection.CreateCommand();
            gjeldende.CommandText = database.Sql(Gjeldende);
            gjeldende.AddParameter("id", identifikator);
            if (await gjeldende.ExecuteScalarAsync(ct) is not long nummer)
                return noekler;
            await using var command = connection.CreateCommand();
            command.CommandText = database.Sql(Noekler);
            command.AddParameter("id", nummer);
            await using var rader = await command.ExecuteReaderAsync(ct);
            while (await rader.ReadAsync(ct))
                noekler.Add(rader.GetInt64(0));
            return noekler;
        },
        ct);
}
