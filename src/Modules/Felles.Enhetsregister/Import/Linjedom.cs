using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Felles.Enhetsregister.Dokument;
using Felles.Enhetsregister.Lager;
using Felles.Kernel.Feil;
using static Felles.Enhetsregister.Enhetsregisterfeilkoder;

namespace Felles.Enhetsregister.Import;

/// <summary>
/// Judges one line of an import and gives the row to store, with the document exactly as it came apart from space between its parts.
/// </summary>
internal static class Linjedom
{
    private static readonly JsonDocumentOptions Lesing = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private static readonly JsonWriterOptions Skriving = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers either the row or the faults.</summary>
    public static (Enhetsrad? Rad, IReadOnlyList<Funn> Funn) Doem(ReadOnlyMemory<byte> linje)
    {
        // JSON's reader looks at the bytes of a text only when somebody reads it, and the writer would put U+FFFD in their place.
        if (!Utf8.IsValid(linje.Span)) return (null, [new Funn(UgyldigJson, "", "The line is not UTF-8.")]);
        try
        {
            using var lest = JsonDocument.Parse(linje, Lesing);
            var dokument = Kompakt(lest.RootElement);
            var funn = Enhetsdom.Doem(lest.RootElement);
            return funn.Count > 0 ? (null, funn) : (Enhetsrad.Av(Enhetsdokument.Les(dokument), dokument), []);
        }
        catch (JsonException e)
        {
            // The reader's own message quotes the input, which may be a person's number; the place alone is told.
            var sted = e.BytePositionInLine is { } plass ? $"Not JSON at byte {plass}." : "Not JSON.";
            return (null, [new Funn(UgyldigJson, "", sted)]);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // What the writer says to text with half a character in it ("\ud800").
            return (null, [new Funn(UgyldigJson, "", "The line has text that is not valid Unicode.")]);
        }
    }

    private static byte[] Kompakt(JsonElement rot)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Skriving)) rot.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
