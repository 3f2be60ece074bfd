using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Kernel.Tid;
using Felles.Storage;

namespace Felles.Folkeregister.Import;

/// <summary>
/// Compares judged documents with the register and writes what differs: the new document, the version it supersedes, old numbers, search
/// row and event, in the unit of work of the caller.
/// </summary>
internal sealed class Personskriving(Registerklokke klokke)
{
    public const int StoersteBunke = 200;

    private const string Nummersti = "identifikasjonsnummer";

    private const string NesteNoekkel =
        "update folkeregister.grunnlag set neste_personnoekkel = neste_personnoekkel + $1 where nr = 1 returning neste_personnoekkel";

    /// <param name="unit">The unit to write in.</param>
    /// <param name="bunke">The lines.</param>
    /// <param name="personer">Persons met so far in the whole file, with the line of each.</param>
    /// <param name="teller">Counts what was done.</param>
    /// <param name="feil">Gets the conflicts; once it has one, nothing more is written.</param>
    /// <param name="ct">Ends the work.</param>
    public async ValueTask SkrivAsync(
        UnitOfWork unit, Importlinje[] bunke, Dictionary<long, int> personer, Importteller teller, Feilsamling feil, CancellationToken ct)
    {
        await using var setninger = Setninger.For(unit);
        var numre = Array.ConvertAll(bunke, Numre);
        var kjente = await setninger.FinnAsync([.. numre.SelectMany(n => n.Alle())], ct);
        var oppgaver = new List<(int Nr, Lagretnummer? Foer)>(bunke.Length);
        for (var i = 0; i < bunke.Length; i++)
        {
            if (Finn(numre[i], kjente, personer, bunke[i].Linje, feil, out var foer))
                oppgaver.Add((i, foer));
        }

        if (feil.Antall > 0)
            return;
        var nye = oppgaver.Count(o => o.Foer is null);
        var noekkel = nye == 0 ? 0 : await setninger.TallAsync(NesteNoekkel, nye, ct) - nye;
        var skriver = new Personrader(unit, setninger, kjente, MikroSekunder());
        foreach (var (i, foer) in oppgaver)
        {
            if (foer is null)
            {
                await skriver.SettInnAsync(bunke[i], numre[i], noekkel++, ct);
                teller.Nye++;
            }
            else if (bunke[i].Dokument.AsSpan().SequenceEqual(foer.Dokument))
            {
                teller.Uendret++;
            }
            else
            {
                await skriver.EndreAsync(bunke[i], numre[i], foer, ct);
                teller.Endret++;
            }
        }

        await setninger.ToemAsync(ct);
    }

    /// <summary>
    /// Finds the person that the line is about. A document that names a number of a registered person must name the one the person has now,
    /// too: otherwise it is about somebody else.
    /// </summary>
    private static bool Finn(
        Personnumre numre, Dictionary<long, Lagretnummer> kjente, Dictionary<long, int> personer, int linje, Feilsamling feil,
            out Lagretnummer? foer)
    {
        foer = null;
        long? person = null;
        foreach (var nummer in numre.Alle())
        {
            if (!kjente.TryGetValue(nummer, out var kjent))
                continue;
            if (person is not null && person != kjent.Personnoekkel)
            {
                feil.Legg(Personimportfeilkoder.NummerOpptatt, Nummersti, "Numrene tilhører flere personer i registeret.", linje);
                return false;
            }

            person = kjent.Personnoekkel;
            foer = kjent.Gjeldende is null ? kjent : foer;
        }

        if (person is null)
            return true;
        if (foer is null)
        {
            feil.Legg(Personimportfeilkoder.NummerOpptatt, Nummersti, "Et nummer tilhører en person som nå har et annet nummer enn dem som er oppgitt.", linje);
            return false;
        }

        if (personer.TryAdd(person.Value, linje))
            return true;
        feil.Legg(Personimportfeilkoder.PersonGjentatt, Nummersti, $"Personen står også på linje {personer[person.Value]}.", linje);
        return false;
    }

    private static Personnumre Numre(Importlinje linje)
    {
        var numre = new Personnumre();
        _ = Dokumentindeks.TryLes(linje.Indeks, linje.Dokument.Length, out var poster);
        _ = numre.Les(linje.Dokument, poster);
        return numre;
    }

    private long MikroSekunder() => (klokke.Naa.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
}
