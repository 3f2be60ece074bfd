using System.Buffers;

namespace Felles.Folkeregister.Persondokument.Wire;

/// <summary>Steps over values of compact JSON that was judged before; nothing is checked again.</summary>
internal static class Wirehopp
{
    private static readonly SearchValues<byte> Struktur = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> Slutt = SearchValues.Create(",}]"u8);

    /// <summary>The place just after the value that begins at <paramref name="fra"/>.</summary>
    public static int Forbi(ReadOnlySpan<byte> json, int fra)
    {
        switch (json[fra])
        {
            case (byte)'"':
                return ForbiTekst(json, fra);
            case (byte)'{' or (byte)'[':
                return ForbiBeholder(json, fra);
            default:
                return fra + json[fra..].IndexOfAny(Slutt);
        }
    }

    private static int ForbiTekst(ReadOnlySpan<byte> json, int fra)
    {
        for (var sted = fra + 1; ; sted += 2)
        {
            sted += json[sted..].IndexOfAny((byte)'"', (byte)'\\');
            if (json[sted] == '"')
                return sted + 1;
        }
    }

    private static int ForbiBeholder(ReadOnlySpan<byte> json, int fra)
    {
        var dybde = 0;
        for (var sted = fra; ;)
        {
            sted += json[sted..].IndexOfAny(Struktur);
            switch (json[sted])
            {
                case (byte)'"':
                    sted = ForbiTekst(json, sted);
                    continue;
                case (byte)'{' or (byte)'[':
                    dybde++;
                    break;
                default:
                    dybde--;
                    break;
            }

            sted++;
            if (dybde == 0)
                return sted;
        }
    }
}
