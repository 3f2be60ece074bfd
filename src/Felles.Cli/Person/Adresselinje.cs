using System.Text.Json;

namespace Felles.Cli.Person;

/// <summary>An address on one line, whichever of its forms it has.</summary>
internal static class Adresselinje
{
    internal static string? Lag(JsonElement? adresse)
    {
        if (adresse is not { } funnet)
            return null;
        var linje = funnet.EnumerateObject()
            .Where(medlem => medlem.Value.ValueKind == JsonValueKind.Object)
            .Select(medlem => Form(medlem.Name, medlem.Value))
            .FirstOrDefault();
        var gradering = Personvisning.Tekst(funnet, "adressegradering");
        return gradering is null or "ugradert" ? linje : $"{linje} ({gradering})";
    }

    private static string Form(string navn, JsonElement form)
    {
        var deler = new List<string?>
        {
            Vei(form),
            Personvisning.Tekst(form, "postboks") is { } boks ? $"Postboks {boks}" : null,
            form.TryGetProperty("adresselinje", out var linjer) && linjer.ValueKind == JsonValueKind.Array
                ? string.Join(", ", linjer.EnumerateArray().Select(l => l.GetString()))
                : null,
            Poststed(form),
            Personvisning.Tekst(form, "landkode"),
        };
        var tekst = string.Join(", ", deler.Where(d => !string.IsNullOrEmpty(d)));
        return tekst.Length > 0 ? tekst : navn;
    }

    private static string? Vei(JsonElement form)
    {
        if (Personvisning.Tekst(form, "adressenavn") is not { } navn)
            return null;
        return form.TryGetProperty("adressenummer", out var nummer) && nummer.ValueKind == JsonValueKind.Object
            ? $"{navn} {Personvisning.Tekst(nummer, "husnummer")}{Personvisning.Tekst(nummer, "husbokstav")}"
            : navn;
    }

    private static string? Poststed(JsonElement form) =>
        form.TryGetProperty("poststed", out var sted) && sted.ValueKind == JsonValueKind.Object
        ? $"{Personvisning.Tekst(sted, "postnummer")} {Personvisning.Tekst(sted, "poststedsnavn")}".Trim()
        : null;
}
