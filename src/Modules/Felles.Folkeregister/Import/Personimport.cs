using System.IO.Pipelines;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Persondokument.Lesing;
using Felles.Storage;

namespace Felles.Folkeregister.Import;

/// <summary>
/// First every line is judged and laid aside; then, when no line has a fault, all are compared with the register and written in one
/// transaction. A conflict with the register found on the way undoes everything.
/// </summary>
internal sealed class Personimport(Database database, Personskriving skriving) : IDisposable
{
    private const string Nummersti = "identifikasjonsnummer";

    // Two imports at a time would wait for each other's rows in different orders.
    private readonly SemaphoreSlim enOmGangen = new(1);

    public async Task<Personimportsvar> KjoerAsync(PipeReader linjer, CancellationToken ct)
    {
        using var mellomlager = new Mellomlager();
        var feil = new Feilsamling();
        await BedoemAsync(linjer, mellomlager, feil, ct);
        if (feil.Antall > 0)
            return feil.Svar();
        await enOmGangen.WaitAsync(ct);
        try
        {
            return await database.WriteAsync((unit, ct) => SkrivAsync(unit, mellomlager, ct), ct);
        }
        catch (Importkonflikt konflikt)
        {
            return konflikt.Feil.Svar();
        }
        finally
        {
            enOmGangen.Release();
        }
    }

    public void Dispose() => enOmGangen.Dispose();

    private static async Task BedoemAsync(PipeReader linjer, Mellomlager mellomlager, Feilsamling feil, CancellationToken ct)
    {
        var leser = new Dokumentleser();
        var linjeleser = new Linjeleser(linjer, Dokumentleser.MaksBytes);
        var numre = new Personnumre();
        var sett = new Dictionary<long, int>();
        await linjeleser.LesAsync(
            (bytes, forLang) =>
            {
                var nr = linjeleser.Linje;
                if (forLang)
                {
                    feil.Legg(Personimportfeilkoder.LinjeForLang, "", $"Grensen er {Dokumentleser.MaksBytes} byte.", nr);
                    return;
                }

                _ = leser.Les(bytes).Match(
                    (dokument, indeks) =>
                    {
                        Kontroller(dokument, indeks, numre, sett, feil, nr);
                        mellomlager.Legg(nr, dokument, indeks);
                        return true;
                    },
                    funn =>
                    {
                        foreach (var f in funn)
                            feil.Legg(f, nr);
                        return false;
                    });
            },
            ct);
    }

    private static void Kontroller(byte[] dokument, byte[] indeks, Personnumre numre, Dictionary<long, int> sett, Feilsamling feil, int nr)
    {
        _ = Dokumentindeks.TryLes(indeks, dokument.Length, out var poster);
        if (!numre.Les(dokument, poster))
        {
            feil.Legg(Personimportfeilkoder.ManglerNummer, Nummersti, Personimportfeilkoder.ManglerNummer.Tekst, nr);
            return;
        }

        if (numre.AntallIBruk > 1)
            feil.Legg(Personimportfeilkoder.FlereIBruk, Nummersti, $"{numre.AntallIBruk} numre er gjeldende og i bruk.", nr);
        foreach (var nummer in numre.Alle())
        {
            if (!sett.TryAdd(nummer, nr))
                feil.Legg(Personimportfeilkoder.NummerGjentatt, Nummersti, $"Et av numrene står også på linje {sett[nummer]}.", nr);
        }
    }

    private async ValueTask<Personimportsvar> SkrivAsync(UnitOfWork unit, Mellomlager mellomlager, CancellationToken ct)
    {
        var feil = new Feilsamling();
        var teller = new Importteller();
        var personer = new Dictionary<long, int>();
        foreach (var bunke in mellomlager.Les().Chunk(Personskriving.StoersteBunke))
        {
            ct.ThrowIfCancellationRequested();
            await skriving.SkrivAsync(unit, bunke, personer, teller, feil, ct);
        }

        // The exception undoes the unit; a refused file leaves nothing behind.
        return feil.Antall > 0
            ? throw new Importkonflikt(feil) : new Personimportsvar.Tatt(mellomlager.Antall, teller.Nye, teller.Endret, teller.Uendret);
    }
}

internal sealed class Importteller
{
    public long Nye { get; set; }

    public long Endret { get; set; }

    public long Uendret { get; set; }
}
