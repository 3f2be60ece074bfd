using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;

namespace Felles.Folkeregister.Utvalgte;

/// <summary>
/// Finds one person of each kind: the rare kinds by their search rows, the others among the first persons of the register.
/// </summary>
internal sealed class Eksempelsoek(Database database, Personoppslag oppslag, TimeProvider klokke)
{
    private static readonly TimeSpan Holdbarhet = TimeSpan.FromMinutes(1);

    // Status 2 is utflyttet; a D-number begins with 4 to 7.
    private static readonly string[] Utvalg =
    [
        "select identifikator from folkeregister.soek where gradering > 0 order by personnoekkel limit 100",
        "select identifikator from folkeregister.soek where doed = 1 order by personnoekkel limit 20",
        "select identifikator from folkeregister.soek where personstatus = 2 order by personnoekkel limit 20",
        "select identifikator from folkeregister.soek where identifikator >= 40000000000 order by personnoekkel limit 20",
        "select identifikator from folkeregister.soek where doed = 0 order by personnoekkel limit 1000",
    ];

    private volatile Funn sist = new([], 0);

    public async ValueTask<IReadOnlyList<Personeksempel>> FinnAsync(CancellationToken ct)
    {
        var kjent = sist;
        if (kjent.Liste.Count > 0 && klokke.GetElapsedTime(kjent.Tid) < Holdbarhet)
            return kjent.Liste;
        var numre = await NumreAsync(ct);
        var samler = new Samler();
        await oppslag.LesMangeAsync(numre, samler, ct);
        IReadOnlyList<Personeksempel> funnet = [.. samler.Funnet.OrderBy(e => e.Key).Select(e => e.Value)];
        sist = new Funn(funnet, klokke.GetTimestamp());
        return funnet;
    }

    private ValueTask<HashSet<long>> NumreAsync(CancellationToken ct) => database.ReadAsync(
        database,
        static async (connection, database, ct) =>
        {
            HashSet<long> numre = [];
            foreach (var sql in Utvalg)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = database.Sql(sql);
                await using var rader = await command.ExecuteReaderAsync(ct);
                while (await rader.ReadAsync(ct))
                    numre.Add(rader.GetInt64(0));
            }

            return numre;
        },
        ct);

    private sealed record Funn(IReadOnlyList<Personeksempel> Liste, long Tid);

    private sealed class Samler : IPersonmottaker
    {
        public Dictionary<Personslag, Personeksempel> Funnet { get; } = [];

        public void Motta(in Personrad rad)
        {
            var person = Personleser.Les(rad.Dokument);
            var id = Folkeregisteridentifikator.FromValue(rad.Identifikator);
            foreach (var slag in Personslagene.Av(person, id))
                Funnet.TryAdd(slag, new Personeksempel(slag, id, Personslagene.Navn(person)));
        }
    }
}
