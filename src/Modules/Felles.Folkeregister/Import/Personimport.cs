using System.IO.Pipelines;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Lager;
using Felles.Kernel.Feil;
using Felles.Storage;
using Felles.Web.Ndjson;
using static Felles.Folkeregister.Import.Personimportfeilkoder;

namespace Felles.Folkeregister.Import;

/// <summary>
/// First every line is judged and laid aside; then, when no line has a fault, all are compared with the register and written in one
/// transaction. A conflict with the register found on the way undoes everything.
/// </summary>
internal sealed class Personimport(Database database, Personskriving skriving, Spoolmappe spoler)
{
    private const int StoersteBunke = 200;

    public async Task<Personimportsvar> KjoerAsync(PipeReader linjer, IProgress<Importframdrift>? framdrift, CancellationToken ct)
    {
        using var spool = spoler.Ny();
        var feil = new Feilsamling();
        await new Filkontroll(spool, feil, framdrift).LesAsync(linjer, ct);
        if (feil.Antall > 0)
            await FinnKonflikterAsync(spool, feil, ct);
        // Again when a conflict was gone before it could be told: another import was quicker.
        while (feil.Antall == 0)
        {
            try
            {
                return await database.WriteAsync((unit, ct) => SkrivAsync(unit, spool, framdrift, ct), ct);
            }
            catch (Importkonflikt)
            {
                await FinnKonflikterAsync(spool, feil, ct);
            }
        }

        return new Personimportsvar.Avvist(feil.Funn, feil.Antall);
    }

    private static IEnumerable<Importlinje[]> Bunker(Spool spool) => spool.Les().Select(Importlinje.Av).Chunk(StoersteBunke);

    /// <summary>The file is refused already; its sender is to hear of everything at once, and nobody waits for these reads.</summary>
    private async Task FinnKonflikterAsync(Spool spool, Feilsamling feil, CancellationToken ct)
    {
        foreach (var bunke in Bunker(spool))
        {
            var kjente = await database.ReadPrimaryAsync(
                (database, bunke),
                static async (connection, s, ct) =>
                {
                    await using var setninger = Setninger.ForLesing(s.database, connection);
                    return await setninger.FinnAsync([.. s.bunke.SelectMany(l => l.Ny.Numre.Alle())], ct);
                },
                ct);
            foreach (var linje in bunke)
            {
                if (Gjenkjenning.Finn(linje, kjente).Konflikt is { } konflikt)
                    feil.Legg(konflikt, linje.Linje);
            }
        }
    }

    private async ValueTask<Personimportsvar> SkrivAsync(
        UnitOfWork unit, Spool spool, IProgress<Importframdrift>? framdrift, CancellationToken ct)
    {
        // One import at a time, on all hosts: two would put in the same new person, or wait for each other's rows in different orders.
        if (await Grunnlag.LaasAsync(unit, ct))
            return new Personimportsvar.Avvist([new Funn(GrunnlagUferdig, "", GrunnlagUferdig.Tekst)], 1);
        var teller = new Importteller();
        foreach (var bunke in Bunker(spool))
        {
            ct.ThrowIfCancellationRequested();
            if (!await skriving.SkrivAsync(unit, bunke, teller, ct))
                throw new Importkonflikt();
            framdrift?.Report(new Importframdrift(Importsteg.Lagrer, teller.Alle, spool.Antall));
        }

        return new Personimportsvar.Tatt(spool.Antall, teller.Nye, teller.Endret, teller.Uendret);
    }
}
