using System.Text;

namespace Felles.Maskinporten.Token;

/// <summary>
/// The form of a token request (RFC 6749 appendix B): both members that count; others are ignored, doubled ones are refused (§3.2).
/// </summary>
internal sealed record Tokenskjema(string? GrantType, byte[]? Assertion)
{
    private const int MaxFields = 32;

    public static Tokenskjema? TryRead(ReadOnlySpan<byte> form)
    {
        string? grantType = null;
        byte[]? assertion = null;
        var seen = new HashSet<string>(4, StringComparer.Ordinal);
        foreach (var range in form.Split((byte)'&'))
        {
            var pair = form[range];
            if (pair.IsEmpty)
                continue;
            var equals = pair.IndexOf((byte)'=');
            if (Decode(equals < 0 ? pair : pair[..equals]) is not { } nameBytes
                || Decode(equals < 0 ? [] : pair[(equals + 1)..]) is not { } value)
                return null;
            var name = Encoding.UTF8.GetString(nameBytes);
            if (!seen.Add(name) || seen.Count > MaxFields)
                return null;
            if (name == "grant_type")
                grantType = Encoding.UTF8.GetString(value);
            else if (name == "assertion")
                assertion = value;
        }

        return new Tokenskjema(grantType, assertion);
    }

    private static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny((byte)'%', (byte)'+') < 0)
            return text.ToArray();
        var result = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                result[length++] = text[i] == '+' ? (byte)' ' : text[i];
                continue;
            }

            if (i + 2 >= text.Length || Hex(text[i + 1]) is not (>= 0 and var high) || Hex(text[i + 2]) is not (>= 0 and var low))
                return null;
            result[length++] = (byte)((high << 4) | low);
            i += 2;
        }

        return result[..length];
    }

    private static int Hex(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        _ => -1,
    };
}
