using Felles.Enhetsregister.Contracts;
using Felles.Enhetsregister.Lager;
using Felles.Enhetsregister.Oppslag;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using static Felles.Enhetsregister.Enhetsregisterfeilkoder;

namespace Felles.Enhetsregister.Import;

/// <summary>
/// Takes a file whole or not at all. It is judged to its end first, while it is spooled to disk, so that every fault is found and no lock
/// is held while a slow sender sends; then it is stored in one unit of work.
/// </summary>
internal sealed class Enhetsimport(Database database, Enhetsoppslag oppslag, string spoolmappe)
{
    public async Task<Importsvar> ImporterAsync(Stream ndjson, CancellationToken ct)
    {
        await using var spool = Spool.Ny(spoolmappe);
        var fil = new Filkontroll();
        await foreach (var (nr, innhold) in Linjeleser.LesAsync(ndjson, ct))
        {
            if (innhold is not { } linje)
            {
                fil.Legg(nr, new Funn(LinjeForLang, "", $"A line may have {Linjeleser.LengsteLinje} bytes."));
                continue;
            }

            var (rad, funn) = Linjedom.Doem(linje);
            foreach (var feil in funn) fil.Legg(nr, feil);
            if (rad is not null && fil.Ta(nr, rad)) await spool.SkrivAsync(rad.Dokument, ct);
        }

        await KontrollerOverordnetAsync(fil, ct);
        return fil.Avvist is { } avvist ? avvist : await LagreAsync(spool, ct);
    }

    private async Task KontrollerOverordnetAsync(Filkontroll fil, CancellationToken ct)
    {
        foreach (var (overordnet, linje) in fil.UtenforFilen)
        {
            if (!await oppslag.FinnesAsync(Organisasjonsnummer.FromValue(overordnet), ct))
                fil.Legg(linje, new Funn(OverordnetUkjent, "overordnetEnhet", "The unit is neither registered nor in the file."));
        }
    }

    private Task<Importsvar> LagreAsync(Spool spool, CancellationToken ct) => database.WriteAsync<Importsvar>(
        async (enhet, avbrudd) =>
        {
            await Enhetslager.LaasAsync(enhet, avbrudd);
            var sum = default(Lagret);
            // From the start each time: after a deadlock the work is run again.
            await foreach (var rader in spool.LesAsync(Enhetslager.Porsjon, avbrudd))
                sum += await Enhetslager.LagreAsync(enhet, rader, avbrudd);
            return new Importsvar.Tatt(sum.Nye + sum.Endret + sum.Uendret, sum.Nye, sum.Endret, sum.Uendret);
        },
        ct);
}
