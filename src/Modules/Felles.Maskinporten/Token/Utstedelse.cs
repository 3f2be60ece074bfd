using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Felles.Kernel.Identifikatorer;
using Felles.Maskinporten.Noekler;
using Felles.Tilgang.Contracts;

namespace Felles.Maskinporten.Token;

/// <summary>
/// Makes the access token: a signed JWT with the claims of Digdir's «Access token» (docs.digdir.no/maskinporten_protocol_token).
/// </summary>
internal sealed class Utstedelse(Noekkelring noekler, Maskinportenoppsett oppsett, MaskinportenOptions options, Tilgangskontroll tilgang)
{
    private static readonly JsonWriterOptions Skriveregler = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public UtstedtToken Lag(Tokenforespoersel forespoersel)
    {
        var jti = NyJti();
        var levetid = Tokenlevetid.Sekunder(forespoersel.Klient, forespoersel.Scopes, options);
        var scope = string.Join(' ', forespoersel.Scopes.Select(s => s.Navn));
        var noekkel = noekler.Gjeldende;
        var claims = new ArrayBufferWriter<byte>(768);
        SkrivClaims(claims, forespoersel, jti, scope, levetid);

        // The parts grow in place: header, claims, and at last the signature over both.
        var jwt = new byte[noekkel.Header.Length + 2 + Base64Url.GetEncodedLength(claims.WrittenCount)
            + Base64Url.GetEncodedLength(noekkel.SignatureLength)];
        noekkel.Header.CopyTo(jwt, 0);
        var lengde = noekkel.Header.Length;
        jwt[lengde++] = (byte)'.';
        lengde += Base64Url.EncodeToUtf8(claims.WrittenSpan, jwt.AsSpan(lengde));
        var signatur = noekkel.Sign(jwt.AsSpan(0, lengde));
        jwt[lengde++] = (byte)'.';
        lengde += Base64Url.EncodeToUtf8(signatur, jwt.AsSpan(lengde));
        return new UtstedtToken(Encoding.ASCII.GetString(jwt, 0, lengde), jti, scope, levetid);
    }

    private void SkrivClaims(ArrayBufferWriter<byte> buffer, Tokenforespoersel forespoersel, string jti, string scope, int levetid)
    {
        var iat = forespoersel.Mottatt.ToUnixTimeSeconds();
        using var json = new Utf8JsonWriter(buffer, Skriveregler);
        json.WriteStartObject();
        json.WriteString("iss"u8, oppsett.Issuer);
        // RFC 8707 §2.2: the resource asked for is the audience. «unspecified» is what Folkeregisteret expects where none was asked for.
        if (forespoersel.Resource is not null || options.UnspecifiedAudience)
            json.WriteString("aud"u8, forespoersel.Resource ?? "unspecified");
        json.WriteString("client_amr"u8, forespoersel.Amr);
        json.WriteString("token_type"u8, "Bearer"u8);
        json.WriteString("client_id"u8, forespoersel.Klient.ClientId);
        json.WriteString("scope"u8, scope);
        json.WriteNumber("exp"u8, iat + levetid);
        json.WriteNumber("iat"u8, iat);
        json.WriteString("jti"u8, jti);
        SkrivVirksomhet(json, "consumer"u8, forespoersel.Konsument);
        if (tilgang.Prefikser(forespoersel.Konsument) is { Count: > 0 } prefikser)
        {
            // Altinn's services let the owner of a prefix ask about its scopes.
            json.WriteStartArray("consumer_prefix"u8);
            foreach (var prefiks in prefikser)
                json.WriteStringValue(prefiks);
            json.WriteEndArray();
        }

        if (forespoersel.ConsumerOrg is not null)
        {
            SkrivVirksomhet(json, "supplier"u8, forespoersel.Klient.Orgnr);
            json.WriteString("delegation_source"u8, oppsett.Delegeringskilde(forespoersel.Scopes[0]));
        }

        if (forespoersel.Pid is not null)
            json.WriteString("pid"u8, forespoersel.Pid);
        json.WriteEndObject();
    }

    private static void SkrivVirksomhet(Utf8JsonWriter json, ReadOnlySpan<byte> navn, Organisasjonsnummer virksomhet)
    {
        json.WriteStartObject(navn);
        json.WriteString("authority"u8, "iso6523-actorid-upis"u8);
        json.WriteString("ID"u8, virksomhet.ToIso6523());
        json.WriteEndObject();
    }

    private static string NyJti()
    {
        Span<byte> tilfeldig = stackalloc byte[32];
        RandomNumberGenerator.Fill(tilfeldig);
        return Base64Url.EncodeToString(tilfeldig);
    }
}

/// <param name="Jwt">The token in compact form.</param>
/// <param name="Jti">Its id, by which every later call can be traced to this record.</param>
/// <param name="Scope">The scopes it carries, separated by blanks.</param>
/// <param name="Levetid">Seconds.</param>
internal sealed record UtstedtToken(string Jwt, string Jti, string Scope, int Levetid);
