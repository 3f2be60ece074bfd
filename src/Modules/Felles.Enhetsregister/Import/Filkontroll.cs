using Felles.Enhetsregister.Contracts;
using Felles.Enhetsregister.Lager;
using Felles.Kernel.Feil;
using static Felles.Enhetsregister.Enhetsregisterfeilkoder;

namespace Felles.Enhetsregister.Import;

/// <summary>What must hold between the lines of a file, and the faults found so far.</summary>
internal sealed class Filkontroll
{
    private readonly HashSet<int> numre = [];
    private readonly Dictionary<int, int> overordnede = []; // number → the first line that names it
    private readonly List<Funn> funn = [];
    private long antall;

    public Importsvar.Avvist? Avvist => antall == 0 ? null : new Importsvar.Avvist([.. funn.OrderBy(f => f.Linje)], antall);

    /// <summary>Units above that are not in the file, with a line that names each.</summary>
    public IEnumerable<(int Nummer, int Linje)> UtenforFilen =>
        overordnede.Where(o => !numre.Contains(o.Key)).Select(o => (o.Key, o.Value));

    public void Legg(int linje, Funn feil)
    {
        antall++;
        if (funn.Count < Importsvar.Avvist.StoersteAntallFunn) funn.Add(feil with { Linje = linje });
    }

    /// <summary>False when the number stands on an earlier line.</summary>
    public bool Ta(int linje, Enhetsrad rad)
    {
        if (!numre.Add(rad.Nummer))
        {
            Legg(linje, new Funn(FinnesToGanger, "organisasjonsnummer", "The number stands on an earlier line."));
            return false;
        }

        if (rad.Overordnet is { } overordnet) overordnede.TryAdd(overordnet, linje);
        return true;
    }
}
