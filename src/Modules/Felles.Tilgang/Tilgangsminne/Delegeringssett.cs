namespace Felles.Tilgang.Tilgangsminne;

/// <summary>
/// What one consumer has delegated now: pairs of supplier and scope in order. A pair costs 16 bytes, since the names are shared; most
/// consumers have a handful.
/// </summary>
internal sealed class Delegeringssett
{
    public static readonly Delegeringssett Tomt = new([]);

    private readonly (int Leverandoer, string Scope)[] par;

    private Delegeringssett((int, string)[] par) => this.par = par;

    public int Antall => par.Length;

    public IEnumerable<(int Leverandoer, string Scope)> Par => par;

    public static Delegeringssett Av(IEnumerable<(int Leverandoer, string Scope)> par)
    {
        // The names are those of scopes, of which there are few: interning them makes one text of all.
        (int Leverandoer, string Scope)[] ordnet =
        [
            .. par.OrderBy(p => p.Leverandoer).ThenBy(p => p.Scope, StringComparer.Ordinal)
                .Select(p => (p.Leverandoer, string.Intern(p.Scope))),
        ];
        return ordnet.Length == 0 ? Tomt : new(ordnet);
    }

    public bool Har(int leverandoer, string scope)
    {
        // The first pair of the supplier; a consumer may have thousands of suppliers, but each has few scopes.
        var (lav, hoey) = (0, par.Length);
        while (lav < hoey)
        {
            var midt = (lav + hoey) >>> 1;
            if (par[midt].Leverandoer < leverandoer) lav = midt + 1;
            else hoey = midt;
        }

        for (; lav < par.Length && par[lav].Leverandoer == leverandoer; lav++)
        {
            if (par[lav].Scope == scope) return true;
        }

        return false;
    }
}
