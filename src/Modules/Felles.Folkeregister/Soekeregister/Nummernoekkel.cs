namespace Felles.Folkeregister.Soekeregister;

/// <summary>Numbers of other registers as 64 bits; two different ones of a country's some millions do not meet.</summary>
internal static class Nummernoekkel
{
    /// <param name="slag">Which register.</param>
    /// <param name="land">Code of three letters; empty or passed over for a number that only Norway gives.</param>
    /// <param name="nummer">As it is written, in any letter case.</param>
    public static long For(Nummerslag slag, ReadOnlySpan<char> land, ReadOnlySpan<char> nummer)
    {
        var sted = slag == Nummerslag.Utlendingsmyndighet ? default : land;
        return (long)Ordnoekkel.Spredt(Ordnoekkel.Fold($"{(short)slag}|{sted}|{nummer.Trim()}"));
    }
}
