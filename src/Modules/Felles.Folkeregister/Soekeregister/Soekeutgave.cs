namespace Felles.Folkeregister.Soekeregister;

/// <summary>
/// The edition of the search rows: raised whenever the same document would give other rows, so that a register from before gets new ones.
/// </summary>
internal static class Soekeutgave
{
    public const short Gjeldende = 1;
}
