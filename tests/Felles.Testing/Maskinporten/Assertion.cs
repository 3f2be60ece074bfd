using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Felles.Testing.Maskinporten;

/// <summary>
/// Builds the assertion of a token request (RFC 7523 §3). Starts out good; each call spoils or varies one thing.
/// </summary>
public sealed class Assertion
{
    public const string GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private readonly JsonObject header;
    private readonly JsonObject claims;
    private Func<byte[], byte[]> signer;

    private Assertion(JsonObject header, JsonObject claims, Func<byte[], byte[]> signer) =>
        (this.header, this.claims, this.signer) = (header, claims, signer);

    public string Jti => (string?)claims["jti"] ?? "";

    public static Assertion For(Testklient klient, string aud, DateTimeOffset naa)
    {
        var iat = naa.ToUnixTimeSeconds();
        return new Assertion(
            new JsonObject { ["alg"] = "RS256", ["kid"] = klient.Kid },
            new JsonObject
            {
                ["aud"] = aud,
                ["iss"] = klient.ClientId,
                ["scope"] = string.Join(' ', klient.Scopes),
                ["iat"] = iat,
                ["exp"] = iat + 120,
                ["jti"] = Guid.NewGuid().ToString(),
            },
            data => klient.Noekkel.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public Assertion Med(string claim, JsonNode? verdi)
    {
        claims[claim] = verdi;
        return this;
    }

    public Assertion Uten(string claim)
    {
        claims.Remove(claim);
        return this;
    }

    public Assertion Tid(DateTimeOffset iat, double levetid = 120) =>
        Med("iat", iat.ToUnixTimeSeconds()).Med("exp", iat.ToUnixTimeSeconds() + (long)levetid);

    public Assertion MedHeader(string navn, JsonNode? verdi)
    {
        header[navn] = verdi;
        return this;
    }

    public Assertion UtenHeader(string navn)
    {
        header.Remove(navn);
        return this;
    }

    /// <summary>Signs with another key or in another way, whatever the header says.</summary>
    public Assertion Signert(Func<byte[], byte[]> med)
    {
        signer = med;
        return this;
    }

    public Assertion SignertMed(RSA noekkel, string alg = "RS256")
    {
        var hash = new HashAlgorithmName("SHA" + alg[2..]);
        header["alg"] = alg;
        return Signert(data => noekkel.SignData(data, hash, RSASignaturePadding.Pkcs1));
    }

    /// <summary>The assertion in compact form.</summary>
    public string Bygg() => Bygg(header.ToJsonString(), claims.ToJsonString());

    /// <summary>The same signature over other JSON texts: for what no JSON library would write.</summary>
    public string Bygg(string headerJson, string claimsJson)
    {
        var signert = $"{B64(headerJson)}.{B64(claimsJson)}";
        return $"{signert}.{Base64Url.EncodeToString(signer(Encoding.ASCII.GetBytes(signert)))}";
    }

    public string HeaderJson => header.ToJsonString();

    public string ClaimsJson => claims.ToJsonString();

    public FormUrlEncodedContent Skjema() => Skjema(Bygg());

    public static FormUrlEncodedContent Skjema(string assertion) => new(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = GrantType, ["assertion"] = assertion });

    /// <summary>The claims or header of a token as JSON.</summary>
    public static JsonElement Del(string token, int nummer)
    {
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[nummer]));
        return document.RootElement.Clone();
    }

    /// <summary>Seconds since 1970 with a decimal, as older JWT libraries write them.</summary>
    public static JsonNode Desimal(DateTimeOffset tid) =>
        JsonNode.Parse(tid.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + ".0")!;

    private static string B64(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
