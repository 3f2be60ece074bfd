using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace Felles.Web.Token;

/// <summary>
/// A signed JWT in compact form (RFC 7515 §7.1) taken apart, not judged: three parts in the strict base64url alphabet
/// without padding, line breaks or blanks (RFC 7515 §2), header and payload being valid UTF-8.
/// </summary>
public sealed class CompactJws
{
    private static readonly SearchValues<byte> Base64UrlAlphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    private CompactJws(ReadOnlyMemory<byte> signed, byte[] header, byte[] payload, byte[] signature) =>
        (Signed, Header, Payload, Signature) = (signed, header, payload, signature);

    /// <summary>The bytes under the signature: both first parts as sent, with the dot between.</summary>
    public ReadOnlyMemory<byte> Signed { get; }

    public byte[] Header { get; }

    public byte[] Payload { get; }

    public byte[] Signature { get; }

    public static CompactJws? TryParse(ReadOnlyMemory<byte> text)
    {
        var span = text.Span;
        var firstDot = span.IndexOf((byte)'.');
        if (firstDot <= 0)
            return null;
        var secondDot = span[(firstDot + 1)..].IndexOf((byte)'.');
        if (secondDot <= 0)
            return null;
        secondDot += firstDot + 1;
        var header = Decode(span[..firstDot]);
        var payload = Decode(span[(firstDot + 1)..secondDot]);
        var signature = Decode(span[(secondDot + 1)..]);
        if (header is null || payload is null || signature is null || !Utf8.IsValid(header) || !Utf8.IsValid(payload))
            return null;
        return new CompactJws(text[..secondDot], header, payload, signature);
    }

    // The decoder of the framework skips white space; a JWT with a stray line break is malformed.
    private static byte[]? Decode(ReadOnlySpan<byte> part)
    {
        if (part.IsEmpty || part.IndexOfAnyExcept(Base64UrlAlphabet) >= 0 || part.Length % 4 == 1)
            return null;
        var buffer = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        return Base64Url.DecodeFromUtf8(part, buffer, out _, out var written) == OperationStatus.Done
            ? written == buffer.Length ? buffer : buffer[..written]
            : null;
    }
}
