using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Lager;
using Felles.Kernel.Tid;
using Felles.Storage;

namespace Felles.Folkeregister.Import;

/// <summary>
/// Compares judged documents with the register and writes what differs: the new document, the version it supersedes, old numbers, search
/// row and event, in the unit of work of the caller.
/// </summary>
internal sealed class Personskriving(Registerklokke klokke)
{
    // A file says how a person is, not what happened; the documents have an event for that.
    private static readonly Nyhendelse[] Opprettet = [new(Hendelsestype.PersonErOpprettet)];
    private static readonly Nyhendelse[] Oppdatert = [new(Hendelsestype.PersonErOppdatert)];

    /// <param name="unit">The unit to write in.</param>
    /// <param name="bunke">The lines.</param>
    /// <param name="teller">Counts what was done.</param>
    /// <param name="ct">Ends the work.</param>
    /// <returns>False when a line conflicts with the register; then nothing of these lines is written.</returns>
    public async ValueTask<bool> SkrivAsync(UnitOfWork unit, Importlinje[] bunke, Importteller teller, CancellationToken ct)
    {
        await using var setninger = Setninger.For(unit);
        var kjente = await setninger.FinnAsync([.. bunke.SelectMany(l => l.Ny.Numre.Alle())], ct);
        var oppgaver = new List<(Importlinje Linje, Lagretnummer? Foer)>(bunke.Length);
        foreach (var linje in bunke)
        {
            var (foer, konflikt) = Gjenkjenning.Finn(linje, kjente);
            if (konflikt is not null)
                return false;
            oppgaver.Add((linje, foer));
        }

        var nye = oppgaver.Count(o => o.Foer is null);
        var noekkel = await Grunnlag.NesteNoekkelAsync(setninger, nye, ct);
        var skriver = new Personrader(unit, setninger, kjente, klokke.Naa);
        foreach (var (linje, foer) in oppgaver)
        {
            if (foer is null)
            {
                await skriver.SettInnAsync(linje.Ny, noekkel++, Opprettet, ct);
                teller.Nye++;
            }
            else if (linje.Ny.Dokument.AsSpan().SequenceEqual(foer.Dokument))
            {
                teller.Uendret++;
            }
            else
            {
                await skriver.EndreAsync(linje.Ny, foer, Oppdatert, ct);
                teller.Endret++;
            }
        }

        await setninger.ToemAsync(ct);
        return true;
    }

}

internal sealed class Importteller
{
    public long Nye { get; set; }

    public long Endret { get; set; }

    public long Uendret { get; set; }

    public long Alle => Nye + Endret + Uendret;
}
