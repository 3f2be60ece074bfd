using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Felles.Folkeregister.Soekeregister;

/// <summary>
/// Words as numbers. The upper 40 bits come from the sound of a word (<see cref="Lydskrift"/>), the lower 24 from its spelling: words that
/// sound alike stand beside each other, and each spelling has its own number. Two different words of a search and a name have the same
/// number with a probability of about one in a million, counted over all names of a country; the hit would then be one of the phonetic kind.
/// </summary>
internal static class Ordnoekkel
{
    private const int Skrivebits = 24;
    private const long Skrivemaske = (1L << Skrivebits) - 1;

    // Names and streets come again and again. What is rare would fill it; then it starts anew.
    private const int MaksKjente = 200_000;

    private static readonly ConcurrentDictionary<string, long> Kjente = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> Oppslag =
        Kjente.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of a word, in any letter case.</summary>
    public static long For(ReadOnlySpan<char> ord)
    {
        if (Oppslag.TryGetValue(ord, out var noekkel))
            return noekkel;
        var tekst = ord.ToString();
        var foldet = Fold(tekst);
        noekkel = ((long)Spredt(Lydskrift.Av(foldet)) << Skrivebits) | ((long)Spredt(foldet) & Skrivemaske);
        if (Kjente.Count >= MaksKjente)
            Kjente.Clear();
        Kjente.TryAdd(tekst, noekkel);
        return noekkel;
    }

    /// <summary>The numbers of all words that sound like this one.</summary>
    public static (long Fra, long Til) Lydlike(long noekkel) => (noekkel & ~Skrivemaske, noekkel | Skrivemaske);

    /// <summary>Letters as they are compared: upper case, in composed form; a street or a number without double spaces.</summary>
    public static string Fold(string tekst)
    {
        // Half a character has no composed form, and is compared as it stands.
        var hel = tekst.All(char.IsAscii) || !ErHel(tekst) ? tekst : tekst.Normalize(NormalizationForm.FormC);
        return hel.ToUpper(CultureInfo.InvariantCulture);
    }

    /// <summary>64 bits of a text: FNV-1a over its UTF-16, ended by the finalizer of SplitMix64.</summary>
    public static ulong Spredt(ReadOnlySpan<char> tekst)
    {
        var z = 0xCBF29CE484222325UL;
        foreach (var tegn in tekst)
            z = (z ^ tegn) * 0x100000001B3UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    private static bool ErHel(string tekst)
    {
        for (var i = 0; i < tekst.Length; i++)
        {
            if (char.IsHighSurrogate(tekst[i]) && i + 1 < tekst.Length && char.IsLowSurrogate(tekst[i + 1]))
                i++;
            else if (char.IsSurrogate(tekst[i]))
                return false;
        }

        return true;
    }
}
