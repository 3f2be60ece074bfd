using System.IO.Pipelines;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Persondokument.Lesing;
using Felles.Kernel.Feil;
using Felles.Web.Ndjson;

namespace Felles.Folkeregister.Import;

/// <summary>Judges every line of a file, alone and against the others, and lays the sound ones aside.</summary>
internal sealed class Filkontroll(Spool spool, Feilsamling feil, IProgress<Importframdrift>? framdrift)
{
    private const int LinjerMellomMeldinger = 1000;

    private readonly Dokumentleser leser = new();
    private readonly Personnumre numre = new();

    // Every number of the file so far, with its line.
    private readonly Dictionary<long, int> sett = [];

    public async Task LesAsync(PipeReader linjer, CancellationToken ct)
    {
        await foreach (var (nr, innhold) in Linjeleser.LesAsync(linjer, Dokumentleser.MaksBytes, ct))
        {
            if (innhold is { } linje)
                Doem(nr, linje.Span);
            else
                feil.Legg(Personimportfeilkoder.LinjeForLang, "", $"Grensen er {Dokumentleser.MaksBytes} byte.", nr);
            if (nr % LinjerMellomMeldinger == 0)
                framdrift?.Report(new Importframdrift(Importsteg.Leser, nr, null));
        }
    }

    private void Doem(int nr, ReadOnlySpan<byte> linje)
    {
        var (dokument, indeks, funn) = leser.Les(linje).Match<(byte[], byte[], IReadOnlyList<Funn>)>(
            (dokument, indeks) => (dokument, indeks, []),
            funn => ([], [], funn));
        foreach (var f in funn)
            feil.Legg(f, nr);
        if (funn.Count == 0 && Kontroller(dokument, indeks, nr))
            spool.Legg(nr, dokument, indeks);
    }

    private bool Kontroller(byte[] dokument, byte[] indeks, int nr)
    {
        _ = Dokumentindeks.TryLes(indeks, dokument.Length, out var poster);
        if (!numre.Les(dokument, poster))
        {
            feil.Legg(Personimportfeilkoder.ManglerNummer, Nummersti.Element, Personimportfeilkoder.ManglerNummer.Tekst, nr);
            return false;
        }

        var foer = feil.Antall;
        if (numre.AntallIBruk > 1)
        {
            feil.Legg(
                Personimportfeilkoder.FlereIBruk, $"{Nummersti.Element}[{numre.AndreIBruk}]",
                $"{numre.AntallIBruk} numre er gjeldende og i bruk.", nr);
        }

        foreach (var nummer in numre.Alle())
        {
            if (!sett.TryAdd(nummer, nr))
            {
                feil.Legg(
                    Personimportfeilkoder.NummerGjentatt, Nummersti.Til(dokument, poster, nummer),
                    $"Et av numrene står også på linje {sett[nummer]}.", nr);
            }
        }

        return feil.Antall == foer;
    }
}
