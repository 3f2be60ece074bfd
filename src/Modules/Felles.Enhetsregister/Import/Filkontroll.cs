using Felles.Enhetsregister.Lager;
using Felles.Web.Ndjson;
using static Felles.Enhetsregister.Enhetsregisterfeilkoder;

namespace Felles.Enhetsregister.Import;

/// <summary>What must hold between the lines of a file.</summary>
internal sealed class Filkontroll(Feilsamling feil)
{
    private readonly HashSet<int> numre = [];
    private readonly Dictionary<int, int> overordnede = []; // number → the first line that names it

    /// <summary>Units above that are not in the file, with a line that names each.</summary>
    public IEnumerable<(int Nummer, int Linje)> UtenforFilen =>
        overordnede.Where(o => !numre.Contains(o.Key)).Select(o => (o.Key, o.Value));

    /// <summary>False when the number stands on an earlier line.</summary>
    public bool Ta(int linje, Enhetsrad rad)
    {
        if (!numre.Add(rad.Nummer))
        {
            feil.Legg(FinnesToGanger, "organisasjonsnummer", "The number stands on an earlier line.", linje);
            return false;
        }

        if (rad.Overordnet is { } overordnet) overordnede.TryAdd(overordnet, linje);
        return true;
    }
}
