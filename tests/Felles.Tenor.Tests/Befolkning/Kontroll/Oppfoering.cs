using System.Globalization;
using System.Text.Json;

namespace Felles.Tenor.Tests.Befolkning.Kontroll;

/// <summary>Reading of wire JSON by the checker itself, so that it shares nothing with the code it checks.</summary>
internal static class Oppfoering
{
    /// <summary>All entries of an element, whether it is a list, one object or absent.</summary>
    public static IEnumerable<JsonElement> Alle(this JsonElement person, string element)
    {
        if (!person.TryGetProperty(element, out var verdi))
            return [];
        return verdi.ValueKind == JsonValueKind.Array ? verdi.EnumerateArray() : [verdi];
    }

    public static IEnumerable<JsonElement> Gjeldende(this JsonElement person, string element) =>
        person.Alle(element).Where(e => e.Gjelder());

    public static bool Gjelder(this JsonElement oppfoering) =>
        oppfoering.TryGetProperty("erGjeldende", out var gjelder) && gjelder.GetBoolean();

    public static string? Tekst(this JsonElement objekt, string medlem) =>
        objekt.ValueKind == JsonValueKind.Object && objekt.TryGetProperty(medlem, out var verdi) ? verdi.GetString() : null;

    public static DateOnly? Dato(this JsonElement objekt, string medlem) =>
        objekt.Tekst(medlem) is { } tekst ? DateOnly.ParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>The local date of a timestamp: its first ten characters.</summary>
    public static DateOnly? Dag(this JsonElement objekt, string medlem) =>
        objekt.Tekst(medlem) is { } tekst ? DateOnly.ParseExact(tekst.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
