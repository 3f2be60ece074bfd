using System.Text.Json;

namespace Felles.Web.Token;

/// <summary>
/// The members of a JOSE header that count here. <c>jwk</c>, <c>jku</c> and <c>x5u</c> are not among them: a key that comes with the
/// message proves nothing about its sender (RFC 8725 §3.10).
/// </summary>
public sealed record JwsHeader(string? Alg, string? Kid, JwsCertificates X5c)
{
    /// <returns>Null when the bytes are no JSON object, or name critical extensions: none is understood here (RFC 7515 §4.1.11).</returns>
    public static JwsHeader? TryRead(byte[] utf8)
    {
        using var document = StrictJson.ParseObject(utf8);
        if (document is null || document.RootElement.TryGetProperty("crit", out _))
            return null;
        var root = document.RootElement;
        return new JwsHeader(root.Text("alg"), root.Text("kid"), JwsCertificates.Read(root));
    }
}

/// <summary>
/// The <c>x5c</c> member (RFC 7515 §4.1.6): absent, a chain of base64 certificates with the leaf first, or something else.
/// </summary>
public sealed record JwsCertificates(bool Present, bool WellFormed, IReadOnlyList<byte[]> Der)
{
    // Longer than any chain an issuer of enterprise certificates has; keeps a stranger from feeding the certificate parser.
    private const int MaxChain = 6;

    private static readonly JwsCertificates None = new(false, true, []);
    private static readonly JwsCertificates Malformed = new(true, false, []);

    internal static JwsCertificates Read(JsonElement header)
    {
        if (!header.TryGetProperty("x5c", out var x5c))
            return None;
        if (x5c.ValueKind != JsonValueKind.Array || x5c.GetArrayLength() is 0 or > MaxChain)
            return Malformed;
        var chain = new List<byte[]>(x5c.GetArrayLength());
        foreach (var item in x5c.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !item.TryGetBytesFromBase64(out var der) || der.Length == 0)
                return Malformed;
            chain.Add(der);
        }

        return new JwsCertificates(true, true, chain);
    }
}
