using System.Buffers;
using System.IO.Pipelines;
using Felles.Folkeregister.Svar;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Felles.Folkeregister.Tjenester;

/// <summary>The body of a POST: its form by Content-Type, and its bytes up to a limit.</summary>
internal static class Meldingskropp
{
    public static readonly Avvisning FeilMediatype =
        Avvisning.UgyldigMediatype("Content-Type skal være application/json eller application/xml.");

    private static readonly Avvisning FeilKoding =
        Avvisning.UgyldigMediatype("Meldingskroppen skal sendes uten Content-Encoding.");

    /// <summary>Null for a media type or charset that is not taken.</summary>
    public static Svarformat? Form(string? innholdstype) =>
        !MediaTypeHeaderValue.TryParse(innholdstype, out var type) || !Utf8(type) ? null
        : type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) ? Svarformat.Json
        : type.MediaType.Equals("application/xml", StringComparison.OrdinalIgnoreCase) ? Svarformat.Xml
        : null;

    /// <summary>Reads it to the end and hands it over whole.</summary>
    public static async ValueTask<(T? Innhold, Avvisning? Avvisning)> LesAsync<T>(
        HttpContext http, int stoerste, Func<ReadOnlySequence<byte>, (T, Avvisning?)> les)
    {
        // Read as it is, a compressed body would be told to be no JSON.
        if (http.Request.Headers.ContentEncoding.Count > 0)
            return (default, FeilKoding);
        var forStor = Avvisning.ForStor($"Meldingskroppen kan være på opp til {stoerste} byte.");
        if (http.Request.ContentLength > stoerste)
            return (default, forStor);
        var leser = http.Request.BodyReader;
        while (true)
        {
            ReadResult lest;
            try
            {
                lest = await leser.ReadAsync(http.RequestAborted);
            }
            catch (BadHttpRequestException e)
            {
                return (default, e.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? forStor
                    : Avvisning.UgyldigParameter("Meldingskroppen kom ikke hel fram.", "avkortetKropp"));
            }

            if (lest.Buffer.Length > stoerste)
            {
                leser.AdvanceTo(lest.Buffer.Start, lest.Buffer.End);
                return (default, forStor);
            }

            if (lest.IsCompleted)
            {
                var svar = les(lest.Buffer);
                leser.AdvanceTo(lest.Buffer.End);
                return svar;
            }

            leser.AdvanceTo(lest.Buffer.Start, lest.Buffer.End);
        }
    }

    private static bool Utf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || type.Charset.AsSpan().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
