using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Felles.Maskinporten.Noekler;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Sandkasse;

/// <summary>What a program needs to ask for tokens as one of the sandbox's clients, in one file that only its owner may read.</summary>
internal sealed record Klientfil(
    [property: JsonPropertyName("navn")] string Navn,
    [property: JsonPropertyName("orgnr")] string Orgnr,
    [property: JsonPropertyName("organisasjonsnavn")] string Organisasjonsnavn,
    [property: JsonPropertyName("virksomhetstype")] string Virksomhetstype,
    [property: JsonPropertyName("client_id")] string ClientId,
    [property: JsonPropertyName("scopes")] IReadOnlyList<string> Scopes,
    [property: JsonPropertyName("jwk")] PrivatJwk Jwk)
{
    private const UnixFileMode KunEier = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Lesbar =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null when there is no such file, or it is none of ours any more.</returns>
    public static Klientfil? Les(string sti)
    {
        try
        {
            return File.Exists(sti)
                && JsonSerializer.Deserialize<Klientfil>(File.ReadAllBytes(sti)) is { ClientId.Length: > 0, Jwk.Kid: not null } fil
                ? fil
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whole or not at all, and never readable by others, not even for a moment.</summary>
    public void Skriv(string sti)
    {
        var ny = sti + ".ny";
        var regler = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            regler.UnixCreateMode = KunEier;
        File.Delete(ny);
        using (var stroem = new FileStream(ny, regler))
        {
            JsonSerializer.Serialize(stroem, this, Lesbar);
            stroem.Flush(flushToDisk: true);
        }

        File.Move(ny, sti, overwrite: true);
    }
}

/// <summary>An RSA key with its private part (RFC 7517, RFC 7518 §6.3.2).</summary>
internal sealed record PrivatJwk(
    [property: JsonPropertyName("kty")] string Kty,
    [property: JsonPropertyName("use")] string Use,
    [property: JsonPropertyName("alg")] string Alg,
    [property: JsonPropertyName("kid")] string Kid,
    [property: JsonPropertyName("n")] string N,
    [property: JsonPropertyName("e")] string E,
    [property: JsonPropertyName("d")] string D,
    [property: JsonPropertyName("p")] string P,
    [property: JsonPropertyName("q")] string Q,
    [property: JsonPropertyName("dp")] string Dp,
    [property: JsonPropertyName("dq")] string Dq,
    [property: JsonPropertyName("qi")] string Qi)
{
    public static PrivatJwk Ny(int bits)
    {
        using var rsa = RSA.Create(bits);
        var p = rsa.ExportParameters(includePrivateParameters: true);
        return new PrivatJwk(
            "RSA", "sig", "RS256", Signeringsnoekkel.Fingeravtrykk(p), B64(p.Modulus), B64(p.Exponent), B64(p.D), B64(p.P), B64(p.Q),
                B64(p.DP), B64(p.DQ), B64(p.InverseQ));
    }

    public RSAParameters Parametre() => new()
    {
        Modulus = Base64UrlEncoder.DecodeBytes(N),
        Exponent = Base64UrlEncoder.DecodeBytes(E),
        D = Base64UrlEncoder.DecodeBytes(D),
        P = Base64UrlEncoder.DecodeBytes(P),
        Q = Base64UrlEncoder.DecodeBytes(Q),
        DP = Base64UrlEncoder.DecodeBytes(Dp),
        DQ = Base64UrlEncoder.DecodeBytes(Dq),
        InverseQ = Base64UrlEncoder.DecodeBytes(Qi),
    };

    public JsonWebKey Offentlig() => new() { Kty = Kty, Use = Use, Alg = Alg, Kid = Kid, N = N, E = E };

    // A printed key is a lost key.
    public override string ToString() => $"{nameof(PrivatJwk)} {Kid}";

    private static string B64(byte[]? tall) => Base64UrlEncoder.Encode(tall);
}
