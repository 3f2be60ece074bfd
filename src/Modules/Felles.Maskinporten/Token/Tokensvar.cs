using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Felles.Maskinporten.Token;

/// <summary>The two bodies of the token endpoint (RFC 6749 §5.1 and §5.2), never cached.</summary>
internal static class Tokensvar
{
    private const string Hjelp = "https://docs.digdir.no/maskinporten_feilsoking";

    public static Task SkrivTokenAsync(HttpResponse svar, UtstedtToken token) =>
        SkrivAsync(svar, StatusCodes.Status200OK, token, static (json, token) =>
    {
        json.WriteString("access_token"u8, token.Jwt);
        json.WriteString("token_type"u8, "Bearer"u8);
        json.WriteNumber("expires_in"u8, token.Levetid);
        json.WriteString("scope"u8, token.Scope);
    });

    public static Task SkrivAvslagAsync(HttpResponse svar, Avslag avslag, string sporingsId)
    {
        if (avslag.Status == StatusCodes.Status503ServiceUnavailable)
            svar.Headers.RetryAfter = 2.ToString(CultureInfo.InvariantCulture);
        return SkrivAsync(svar, avslag.Status, (avslag, sporingsId), static (json, a) =>
        {
            var kode = a.avslag.Feil.Kode.StartsWith("MP-") ? a.avslag.Feil.Kode + ": " : "";
            json.WriteString("error"u8, a.avslag.Error);
            json.WriteString("error_description"u8, $"{kode}{a.avslag.Tekst}. (trace_id: {a.sporingsId})");
            json.WriteString("error_uri"u8, Hjelp);
        });
    }

    private static async Task SkrivAsync<T>(HttpResponse svar, int status, T tilstand, Action<Utf8JsonWriter, T> skriv)
    {
        svar.StatusCode = status;
        svar.ContentType = "application/json";
        svar.Headers.CacheControl = "no-store";
        svar.Headers.Pragma = "no-cache";
        using (var json = new Utf8JsonWriter(svar.BodyWriter))
        {
            json.WriteStartObject();
            skriv(json, tilstand);
            json.WriteEndObject();
        }

        await svar.BodyWriter.FlushAsync();
    }
}
