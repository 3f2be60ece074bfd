using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Client.Tests;

/// <summary>Client files with a key made for the run.</summary>
internal static class Klientfiler
{
    // Making a key takes up to a second; one is enough for every test.
    private static readonly Lazy<RSAParameters> Noekkel = new(() =>
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportParameters(includePrivateParameters: true);
    });

    internal static (string Json, RsaSecurityKey Offentlig) Ny(string scope = "folkeregister:deling/offentligmedhjemmel")
    {
        var p = Noekkel.Value;
        var jwk = new Dictionary<string, string>
        {
            ["kty"] = "RSA", ["kid"] = "min-noekkel", ["alg"] = "RS256", ["use"] = "sig",
            ["n"] = Base64UrlEncoder.Encode(p.Modulus), ["e"] = Base64UrlEncoder.Encode(p.Exponent), ["d"] = Base64UrlEncoder.Encode(p.D),
            ["p"] = Base64UrlEncoder.Encode(p.P), ["q"] = Base64UrlEncoder.Encode(p.Q), ["dp"] = Base64UrlEncoder.Encode(p.DP),
            ["dq"] = Base64UrlEncoder.Encode(p.DQ), ["qi"] = Base64UrlEncoder.Encode(p.InverseQ),
        };
        var json = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["navn"] = "kommune", ["orgnr"] = "315502047", ["organisasjonsnavn"] = "ULLEN UMODEN TIGER", ["virksomhetstype"] = "KOMM",
            ["client_id"] = "6e1cbf4a-5f5b-4f0c-9d59-9a0a8a3d9c11", ["scopes"] = new[] { scope }, ["jwk"] = jwk, ["ukjent"] = 1,
        });
        return (json, new RsaSecurityKey(new RSAParameters { Modulus = p.Modulus, Exponent = p.Exponent }));
    }

    internal static Klientfil Les(string json)
    {
        var sti = Path.GetTempFileName();
        try
        {
            File.WriteAllText(sti, json);
            return Klientfil.Les(sti);
        }
        finally
        {
            File.Delete(sti);
        }
    }
}
