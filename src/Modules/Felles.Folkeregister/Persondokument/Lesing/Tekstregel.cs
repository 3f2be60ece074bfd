using System.Buffers;

namespace Felles.Folkeregister.Persondokument.Lesing;

/// <summary>
/// The same document goes out as JSON and as XML, so text holds only characters that XML 1.0 (§ 2.2) can carry: no control characters but
/// tab, line feed and carriage return, and neither U+FFFE nor U+FFFF.
/// </summary>
internal static class Tekstregel
{
    private static readonly SearchValues<byte> Mistenkelige =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(n => n is not (9 or 10 or 13)).Select(n => (byte)n), 0xEF]);

    public static bool HarUgyldigTegn(ReadOnlySpan<byte> utf8)
    {
        for (var sted = utf8.IndexOfAny(Mistenkelige); sted >= 0; sted = utf8.IndexOfAny(Mistenkelige))
        {
            if (utf8[sted] < 0x20 || (utf8.Length > sted + 2 && utf8[sted + 1] == 0xBF && utf8[sted + 2] >= 0xBE))
                return true;
            utf8 = utf8[(sted + 1)..];
        }

        return false;
    }

    /// <summary>Characters, not bytes and not UTF-16 units; the bytes are valid UTF-8.</summary>
    public static int Tegn(ReadOnlySpan<byte> utf8)
    {
        var tegn = 0;
        foreach (var enhet in utf8)
            tegn += (enhet & 0xC0) == 0x80 ? 0 : 1;
        return tegn;
    }
}
