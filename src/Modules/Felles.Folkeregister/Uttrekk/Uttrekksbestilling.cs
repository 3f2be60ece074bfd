using Felles.Folkeregister.Tjenester;
using Felles.Storage;

namespace Felles.Folkeregister.Uttrekk;

/// <summary>Takes an order: the row and its job in one unit of work, so that none is without the other.</summary>
internal sealed class Uttrekksbestilling(Database database, JobQueue koe, TimeProvider klokke)
{
    /// <summary>Skatteetaten, documentation of Folkeregisteret, "Uttrekk".</summary>
    public const int MaksSamtidige = 10;

    private const string Hold =
        """
        insert into folkeregister.uttrekk_virksomhet (konsument, bestilt) values (@konsument, @naa)
        on conflict (konsument) do update set bestilt = excluded.bestilt
        """;

    private const string Tell = "select count(*) from folkeregister.uttrekk where konsument = @konsument and status = 0";

    private const string SettInn =
        """
        insert into folkeregister.uttrekk
            (jobbid, konsument, pakke, slag, status, sekvensnummer, kriterier, til_noekkel, siste_noekkel, batcher, bestilt, sist)
        select @jobbid, @konsument, @pakke, @slag, 0, @sekvensnummer, @kriterier, neste_personnoekkel - 1, 0, 0, @naa, @naa
        from folkeregister.grunnlag where nr = 1
        """;

    /// <summary>The id of the job; null when the organisation has as many running as it may.</summary>
    /// <param name="kall">Who orders, and in which package.</param>
    /// <param name="slag">What is ordered.</param>
    /// <param name="sekvensnummer">Read before this call: who was there at that number has a key that is given out by now.</param>
    /// <param name="kriterier">As they are kept.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task<Guid?> BestillAsync(Kall kall, Uttrekksslag slag, long sekvensnummer, string kriterier, CancellationToken ct)
    {
        var konsument = (long)kall.Token!.Konsument.Value;
        return database.WriteAsync<Guid?>(
            async (unit, ct) =>
            {
                var naa = Microseconds.From(klokke.GetUtcNow());
                await unit.UtfoerAsync(Hold, ct, ("konsument", konsument), ("naa", naa));
                await using (var telling = unit.Kommando(Tell, ("konsument", konsument)))
                {
                    if (Convert.ToInt64(await telling.ExecuteScalarAsync(ct)) >= MaksSamtidige)
                        return null;
                }

                var jobbid = Guid.NewGuid();
                await unit.UtfoerAsync(
                    SettInn, ct, ("jobbid", jobbid.ToByteArray(bigEndian: true)), ("konsument", konsument),
                    ("pakke", kall.Tjeneste.Pakke.Navn), ("slag", (short)slag), ("sekvensnummer", sekvensnummer), ("kriterier", kriterier),
                    ("naa", naa));
                await koe.EnqueueAsync(unit, Type(slag), jobbid.ToString(), default);
                return jobbid;
            },
            ct);
    }

    /// <summary>Each kind has a line of its own: a small extract does not wait behind the whole register.</summary>
    public static string Type(Uttrekksslag slag) => slag == Uttrekksslag.Komplett ? "uttrekk-komplett" : "uttrekk-tilpasset";
}
