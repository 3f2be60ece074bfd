using System.IO.Pipelines;
using Felles.Enhetsregister.Contracts;
using Felles.Enhetsregister.Dokument;
using Felles.Enhetsregister.Lager;
using Felles.Enhetsregister.Oppslag;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Web.Ndjson;
using static Felles.Enhetsregister.Enhetsregisterfeilkoder;

namespace Felles.Enhetsregister.Import;

/// <summary>
/// Takes a file whole or not at all. It is judged to its end first, while it is spooled to disk, so that every fault is found and no lock
/// is held while a slow sender sends; then it is stored in one unit of work.
/// </summary>
internal sealed class Enhetsimport(Database database, Enhetsoppslag oppslag, Spoolmappe spoler)
{
    /// <summary>The longest line in bytes. The largest unit of the open interface is a few kilobytes.</summary>
    public const int LengsteLinje = 256 * 1024;

    private const int LinjerMellomMeldinger = 1000;

    public async Task<Importsvar> ImporterAsync(Stream ndjson, IProgress<Importframdrift>? framdrift, CancellationToken ct)
    {
        using var spool = spoler.Ny();
        var feil = new Feilsamling();
        var fil = new Filkontroll(feil);
        var leser = PipeReader.Create(ndjson, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        await foreach (var (nr, innhold) in Linjeleser.LesAsync(leser, LengsteLinje, ct))
        {
            Ta(nr, innhold, fil, feil, spool);
            if (nr % LinjerMellomMeldinger == 0) framdrift?.Report(new Importframdrift(Importsteg.Leser, nr, null));
        }

        await leser.CompleteAsync();
        await KontrollerOverordnetAsync(fil, feil, ct);
        return feil.Antall > 0 ? new Importsvar.Avvist(feil.Funn, feil.Antall) : await LagreAsync(spool, framdrift, ct);
    }

    private static void Ta(int nr, ReadOnlyMemory<byte>? innhold, Filkontroll fil, Feilsamling feil, Spool spool)
    {
        if (innhold is not { } linje)
        {
            feil.Legg(LinjeForLang, "", $"A line may have {LengsteLinje} bytes.", nr);
            return;
        }

        var (rad, funn) = Linjedom.Doem(linje);
        foreach (var f in funn) feil.Legg(f, nr);
        if (rad is not null && fil.Ta(nr, rad)) spool.Legg(nr, rad.Dokument);
    }

    private async Task KontrollerOverordnetAsync(Filkontroll fil, Feilsamling feil, CancellationToken ct)
    {
        foreach (var (overordnet, linje) in fil.UtenforFilen)
        {
            if (!await oppslag.FinnesAsync(Organisasjonsnummer.FromValue(overordnet), ct))
                feil.Legg(OverordnetUkjent, "overordnetEnhet", "The unit is neither registered nor in the file.", linje);
        }
    }

    private Task<Importsvar> LagreAsync(Spool spool, IProgress<Importframdrift>? framdrift, CancellationToken ct) =>
        database.WriteAsync<Importsvar>(
            async (enhet, avbrudd) =>
            {
                await Enhetslager.LaasAsync(enhet, avbrudd);
                var sum = default(Lagret);
                // From the start each time: after a deadlock the work is run again.
                foreach (var poster in spool.Les().Chunk(Enhetslager.Porsjon))
                {
                    avbrudd.ThrowIfCancellationRequested();
                    var rader = Array.ConvertAll(poster, p => Enhetsrad.Av(Enhetsdokument.Les(p.Dokument), p.Dokument));
                    sum += await Enhetslager.LagreAsync(enhet, rader, avbrudd);
                    framdrift?.Report(new Importframdrift(Importsteg.Lagrer, sum.Nye + sum.Endret + sum.Uendret, spool.Antall));
                }

                return new Importsvar.Tatt(sum.Nye + sum.Endret + sum.Uendret, sum.Nye, sum.Endret, sum.Uendret);
            },
            ct);
}
