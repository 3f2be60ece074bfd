using System.Buffers;
using System.IO.Pipelines;
using Felles.Folkeregister.Svar;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Felles.Folkeregister.Tjenester;

/// <summary>Reads the body of a call whole, up to a size that no sensible one comes near, and judges its media type.</summary>
internal static class Meldingskropp
{
    /// <summary>1 000 numbers in XML with generous white space take a tenth of it.</summary>
    private const int Stoerste = 1024 * 1024;

    public delegate (T? Bestilling, Avvisning? Avvisning) Leser<T>(in ReadOnlySequence<byte> kropp)
        where T : class;

    /// <summary>Null for what is neither JSON nor XML, or not UTF-8.</summary>
    public static Svarformat? Form(string? innholdstype) =>
        innholdstype == "application/json" ? Svarformat.Json
        : !MediaTypeHeaderValue.TryParse(innholdstype, out var type) || !Utf8(type) ? null
        : type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) ? Svarformat.Json
        : type.MediaType.Equals("application/xml", StringComparison.OrdinalIgnoreCase) ? Svarformat.Xml
        : null;

    public static async ValueTask<(T? Bestilling, Avvisning? Avvisning)> LesAsync<T>(HttpContext http, Leser<T> les)
        where T : class
    {
        if (http.Request.ContentLength > Stoerste)
            return (null, ForStor());
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
                return (null, e.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? ForStor()
                    : Avvisning.UgyldigParameter("Meldingskroppen kom ikke hel fram.", "avkortetKropp"));
            }

            if (lest.Buffer.Length > Stoerste)
            {
                leser.AdvanceTo(lest.Buffer.Start, lest.Buffer.End);
                return (null, ForStor());
            }

            if (lest.IsCompleted)
            {
                var bestilling = les(lest.Buffer);
                leser.AdvanceTo(lest.Buffer.End);
                return bestilling;
            }

            leser.AdvanceTo(lest.Buffer.Start, lest.Buffer.End);
        }
    }

    private static bool Utf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || type.Charset.AsSpan().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static Avvisning ForStor() => Avvisning.ForStor($"Meldingskroppen kan være på opp til {Stoerste} byte.");
}
