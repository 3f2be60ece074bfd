using System.Buffers;
using System.Text;

namespace Felles.Folkeregister.Persondokument.Wire;

/// <summary>
/// Text in the wire's JSON: UTF-8 with as little escaping as RFC 8259 § 7 allows – quotation mark, backslash and control characters.
/// Recorded documents of the register show letters unescaped.
/// </summary>
internal static class Wiretekst
{
    /// <summary>No character takes more bytes than this, quotation marks not counted.</summary>
    public const int BytesPerTegn = 6;

    private static readonly SearchValues<char> MaaEscapes = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(n => (char)n), '"', '\\']);

    /// <summary>
    /// Writes the text between quotation marks; a lone surrogate becomes U+FFFD. The destination must hold 6 bytes a character and the two
    /// marks.
    /// </summary>
    public static int Skriv(ReadOnlySpan<char> tekst, Span<byte> ut)
    {
        ut[0] = (byte)'"';
        var skrevet = 1;
        for (var escape = tekst.IndexOfAny(MaaEscapes); escape >= 0; escape = tekst.IndexOfAny(MaaEscapes))
        {
            skrevet += Encoding.UTF8.GetBytes(tekst[..escape], ut[skrevet..]);
            skrevet += Escape((byte)tekst[escape], ut[skrevet..]);
            tekst = tekst[(escape + 1)..];
        }

        skrevet += Encoding.UTF8.GetBytes(tekst, ut[skrevet..]);
        ut[skrevet] = (byte)'"';
        return skrevet + 1;
    }

    /// <summary>
    /// The same for UTF-8 without control characters but tab, line feed and carriage return: no byte takes more than two.
    /// </summary>
    public static int Skriv(ReadOnlySpan<byte> tekst, Span<byte> ut)
    {
        ut[0] = (byte)'"';
        var skrevet = 1;
        foreach (var tegn in tekst)
        {
            if (tegn >= 0x20 && tegn is not ((byte)'"' or (byte)'\\'))
                ut[skrevet++] = tegn;
            else
                skrevet += Escape(tegn, ut[skrevet..]);
        }

        ut[skrevet] = (byte)'"';
        return skrevet + 1;
    }

    /// <summary>The escape of one character below U+0080 that cannot stand as itself.</summary>
    public static int Escape(byte tegn, Span<byte> ut)
    {
        ut[0] = (byte)'\\';
        ut[1] = tegn switch
        {
            (byte)'"' or (byte)'\\' => tegn,
            (byte)'\n' => (byte)'n',
            (byte)'\r' => (byte)'r',
            (byte)'\t' => (byte)'t',
            (byte)'\b' => (byte)'b',
            (byte)'\f' => (byte)'f',
            _ => (byte)'u',
        };
        if (ut[1] != 'u')
            return 2;
        var sifre = "0123456789abcdef"u8;
        ut[2] = ut[3] = (byte)'0';
        ut[4] = sifre[tegn >> 4];
        ut[5] = sifre[tegn & 15];
        return 6;
    }
}
