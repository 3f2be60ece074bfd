using System.Text;
using System.Text.Json;

namespace Felles.Folkeregister.Soekeregister;

/// <summary>Reads text values of a judged document.</summary>
internal static class Felttekst
{
    /// <summary>The text of a value with its quotation marks, in <paramref name="plass"/> when it is long enough.</summary>
    public static ReadOnlySpan<char> Les(ReadOnlySpan<byte> verdi, Span<char> plass)
    {
        var innhold = verdi[1..^1];
        if (innhold.Contains((byte)'\\'))
        {
            var leser = new Utf8JsonReader(verdi);
            leser.Read();
            return leser.GetString();
        }

        return innhold.Length <= plass.Length
            ? plass[..Encoding.UTF8.GetChars(innhold, plass)]
            : Encoding.UTF8.GetString(innhold);
    }

    /// <summary>The number in a text of digits, 0 when it is none.</summary>
    public static int Tall(ReadOnlySpan<byte> verdi) =>
        System.Buffers.Text.Utf8Parser.TryParse(verdi[1..^1], out int tall, out var brukt) && brukt == verdi.Length - 2 && tall > 0 ? tall : 0;
}
