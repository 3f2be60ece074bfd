using System.Net;
using System.Text.Json;

namespace Felles.Client.Utfall;

/// <summary>
/// Reads a refusal in any of the forms the services use: problem details (RFC 9457), the OAuth error (RFC 6749 § 5.2), and
/// Folkeregisteret's
/// <c>kode</c>/<c>melding</c> and <c>feilkode</c>/<c>feilmelding</c>. Anything else, as a firewall's page, gives the status alone.
/// </summary>
internal static class Avvisningsleser
{
    // A refused import tells up to 100 000 faults, each with its place and words.
    private const int LengsteKropp = 64 * 1024 * 1024;

    internal static async Task<Avvisning> LesAsync(HttpResponseMessage svar, CancellationToken ct)
    {
        var kropp = await LesKroppAsync(svar, ct);
        var korrelasjonsid = svar.Headers.TryGetValues("Korrelasjonsid", out var verdier) ? verdier.FirstOrDefault() : null;
        var avvisning = Tolk(svar.StatusCode, kropp) with { ProevIgjenOm = Ventetid(svar) };
        return avvisning.Korrelasjonsid is null ? avvisning with { Korrelasjonsid = korrelasjonsid } : avvisning;
    }

    internal static Avvisning Tolk(HttpStatusCode status, ReadOnlyMemory<byte> kropp)
    {
        var uten = new Avvisning(status, ((int)status).ToString(), $"The service answered {(int)status} {status}.", [], null);
        try
        {
            using var dokument = JsonDocument.Parse(kropp);
            var rot = dokument.RootElement;
            if (rot.ValueKind != JsonValueKind.Object)
                return uten;
            var feil = Feilliste(rot);
            return new(
                status,
                Tekst(rot, "kode") ?? Tekst(rot, "feilkode") ?? Tekst(rot, "code") ?? Tekst(rot, "error") ?? uten.Kode,
                Tekst(rot, "melding") ?? Tekst(rot, "feilmelding") ?? Tekst(rot, "error_description") ?? Tekst(rot, "detail")
                    ?? Tekst(rot, "message") ?? Tekst(rot, "title") ?? uten.Melding,
                feil,
                Tekst(rot, "korrelasjonsid"))
            {
                AntallFeil = Tall(rot, "antallFunn") ?? feil.Count,
            };
        }
        catch (JsonException)
        {
            return uten;
        }
    }

    private static List<Inndatafeil> Feilliste(JsonElement rot)
    {
        if (!rot.TryGetProperty("funn", out var funn) || funn.ValueKind != JsonValueKind.Array)
            return [];
        return
        [
            .. funn.EnumerateArray().Where(f => f.ValueKind == JsonValueKind.Object).Select(f => new Inndatafeil(
                (int?)Tall(f, "linje"),
                Tekst(f, "sti") ?? "",
                Tekst(f, "kode") ?? "",
                Tekst(f, "melding") ?? "")),
        ];
    }

    private static string? Tekst(JsonElement element, string navn) =>
        element.TryGetProperty(navn, out var verdi) && verdi.ValueKind == JsonValueKind.String ? verdi.GetString() : null;

    private static long? Tall(JsonElement element, string navn) =>
        element.TryGetProperty(navn, out var verdi) && verdi.ValueKind == JsonValueKind.Number && verdi.TryGetInt64(out var tall)
            ? tall
            : null;

    /// <summary>Folkeregisteret documents <c>Retry-After</c> of 429 in milliseconds; everybody else means seconds (RFC 9110).</summary>
    private static TimeSpan? Ventetid(HttpResponseMessage svar) => svar.Headers.RetryAfter?.Delta switch
    {
        { } vent when svar.StatusCode == HttpStatusCode.TooManyRequests && ErFolkeregisteret(svar.RequestMessage?.RequestUri) =>
            vent / 1000,
        var vent => vent,
    };

    private static bool ErFolkeregisteret(Uri? adresse) =>
        adresse?.AbsolutePath.Contains("/folkeregisteret/", StringComparison.Ordinal) == true;

    private static async Task<ReadOnlyMemory<byte>> LesKroppAsync(HttpResponseMessage svar, CancellationToken ct)
    {
        await using var strom = await svar.Content.ReadAsStreamAsync(ct);
        using var minne = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int lest;
        while (minne.Length < LengsteKropp && (lest = await strom.ReadAsync(buffer, ct)) > 0)
            minne.Write(buffer, 0, lest);
        return minne.ToArray();
    }
}
