using System.Data.Common;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Uttrekk.Arbeid;
using Felles.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Felles.Folkeregister.Uttrekk.Komplett;

/// <summary>
/// Everybody's document as it was at a sequence number, while writing goes on: the version before the first change after that number, or
/// the current one where nothing has changed. Persons are read first and events after them. Every change is in the second read with the
/// event that tells of it, so a change between the two is undone like any other.
/// </summary>
internal sealed class Komplettarbeider(
    Database database, JobQueue koe, Uttrekkslager lager, KeyedEvents hendelser, IOptions<FolkeregisterOptions> valg,
    ILogger<Komplettarbeider> logger)
    : Uttrekksarbeider(database, koe, lager, logger, Uttrekksslag.Komplett, valg.Value.KomplettBatchstoerrelse)
{
    private const int Side = 10_000;

    // From the primary: a standby may not have come to the number yet.
    internal const string Personer =
        """
        select soek.personnoekkel, person.versjon from folkeregister.soek soek
        join folkeregister.person person on person.identifikator = soek.identifikator
        where soek.personnoekkel > @fra and soek.personnoekkel <= @til
        """;

    private readonly Database database = database;

    protected override Sideleser Forbered(Uttrekksjobb jobb)
    {
        var versjoner = new int[Side];
        return async (fra, poster, ct) =>
        {
            var til = Math.Min(fra + Side, jobb.TilNoekkel);
            Array.Clear(versjoner);
            await database.ReadPrimaryAsync((database, fra, til, versjoner), LesPersonerAsync, ct);
            await hendelser.FirstAfterAsync(
                Personendring.Stroem, jobb.Sekvensnummer, fra, til,
                (noekkel, innhold) => versjoner[noekkel - fra - 1] = Foer(Personendring.Les(noekkel, innhold.Span)), ct);
            for (var i = 0; i < til - fra; i++)
            {
                if (versjoner[i] > 0)
                    poster.Add(new Uttrekkspost(fra + 1 + i, versjoner[i]));
            }

            return til;
        };
    }

    /// <summary>The version that was current before this event; 0 when the person was not in the register.</summary>
    private static int Foer(in Personendring endring) =>
        // A person who came back had been a number of another until then.
        endring is { Hendelsestype: Hendelsestype.PersonErGjenopprettetVedSplitting, Nr: 0 } ? 0
        // Not the first event of its version: the one before has the number or a lower one, and told of the version already.
        : endring.Nr > 0 ? endring.Versjon
        : endring.Versjon - 1;

    private static async ValueTask<bool> LesPersonerAsync(
        DbConnection connection, (Database Database, long Fra, long Til, int[] Versjoner) s, CancellationToken ct)
    {
        await using var command = connection.Kommando(s.Database.Sql(Personer), ("fra", s.Fra), ("til", s.Til));
        await using var rader = await command.ExecuteReaderAsync(ct);
        while (await rader.ReadAsync(ct))
            s.Versjoner[rader.GetInt64(0) - s.Fra - 1] = rader.GetInt32(1);
        return true;
    }
}
