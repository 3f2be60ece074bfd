using System.Text.Json;
using System.Text.Unicode;

namespace Felles.Web.Token;

/// <summary>
/// JSON objects from strangers: no doubled members (RFC 8725 §2.4 lists what that hides), no deep nesting, only strings that are text.
/// </summary>
public static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <returns>Null unless the bytes are one well-formed JSON object. The document is the caller's to dispose.</returns>
    public static JsonDocument? ParseObject(ReadOnlyMemory<byte> utf8)
    {
        JsonDocument? document = null;
        try
        {
            if (!StringsAreText(utf8.Span))
                return null;
            document = JsonDocument.Parse(utf8, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
        }
        catch (JsonException)
        {
        }

        document?.Dispose();
        return null;
    }

    /// <summary>The member's text; null when it is absent or no string.</summary>
    public static string? Text(this JsonElement obj, string name) =>
        obj.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // An escape such as \ud800 alone is legal JSON but no Unicode text, and the parser lets bytes pass that are no UTF-8; reading either
    // later would throw in the middle of a decision.
    private static bool StringsAreText(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
            return false;
        if (utf8.IndexOf((byte)'\\') < 0)
            return true;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    _ = reader.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return true;
    }
}
