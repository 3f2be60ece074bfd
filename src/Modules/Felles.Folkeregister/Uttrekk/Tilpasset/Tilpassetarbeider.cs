using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Uttrekk.Arbeid;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Felles.Folkeregister.Uttrekk.Tilpasset;

/// <summary>The current numbers of those who fit the criteria, each as the register is when the walk comes to the person.</summary>
internal sealed class Tilpassetarbeider(
    Database database, JobQueue koe, Uttrekkslager lager, IOptions<FolkeregisterOptions> valg, ILogger<Tilpassetarbeider> logger)
    : Uttrekksarbeider(database, koe, lager, logger, Uttrekksslag.Tilpasset, valg.Value.TilpassetBatchstoerrelse)
{
    private const int Side = 20_000;

    private readonly Database database = database;
    private readonly Pakkematrise matrise = new(valg.Value.Pakkevalg);

    protected override Sideleser Forbered(Uttrekksjobb jobb)
    {
        var pakke = Rettighetspakke.MedNavn(jobb.Pakke)!;
        var spoerring = new Kriteriespoerring(Uttrekkskriterier.Les(jobb.Kriterier), matrise.Regler(pakke.Kode));
        return async (fra, poster, ct) =>
        {
            var til = Math.Min(fra + Side, jobb.TilNoekkel);
            await database.ReadPrimaryAsync(
                async (connection, ct) =>
                {
                    await using var command = spoerring.Kommando(connection, database, fra, til);
                    await using var rader = await command.ExecuteReaderAsync(ct);
                    while (await rader.ReadAsync(ct))
                        poster.Add(new Uttrekkspost(rader.GetInt64(0), rader.GetInt64(1)));
                    return true;
                },
                ct);
            return til;
        };
    }
}
