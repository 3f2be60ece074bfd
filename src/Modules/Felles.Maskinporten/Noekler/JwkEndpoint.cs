using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Noekler;

/// <summary><c>GET /maskinporten/jwk</c>: the published keys as a JWK set (RFC 7517 §5).</summary>
internal static class JwkEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/maskinporten/jwk", (Noekkelring ring) => Results.Bytes(Skriv(ring.Publiserte), "application/json"))
            .WithName("maskinporten-jwk")
            .WithTags("Maskinporten")
            .WithSummary("The keys that access tokens are signed with");

    private static byte[] Skriv(IEnumerable<Signeringsnoekkel> noekler)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("keys"u8);
            foreach (var noekkel in noekler)
            {
                json.WriteStartObject();
                json.WriteString("kty"u8, "RSA"u8);
                json.WriteString("e"u8, Base64UrlEncoder.Encode(noekkel.Offentlig.Parameters.Exponent));
                json.WriteString("use"u8, "sig"u8);
                json.WriteString("kid"u8, noekkel.Kid);
                json.WriteString("alg"u8, "RS256"u8);
                json.WriteString("n"u8, Base64UrlEncoder.Encode(noekkel.Offentlig.Parameters.Modulus));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
