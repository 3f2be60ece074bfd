using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Felles.Enhetsregister.Dokument;

/// <summary>Text of JSON values that somebody else wrote.</summary>
internal static class Jsontekst
{
    /// <summary>False when the text has an escape that is half a character (<c>"\ud800"</c>): valid JSON, but no text.</summary>
    public static bool TryLes(JsonElement verdi, [NotNullWhen(true)] out string? tekst)
    {
        try
        {
            tekst = verdi.GetString();
        }
        catch (InvalidOperationException)
        {
            tekst = null;
        }

        return tekst is not null;
    }
}
