using System.Text.Json;
using Felles.Kernel.Identifikatorer;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Felles.Cli.Person;

/// <summary>The summary of a person document that fits a screen: current entries only. The whole document is a matter of
/// <c>--json</c>.</summary>
internal static class Personvisning
{
    internal static IRenderable Lag(Folkeregisteridentifikator spurt, JsonElement person)
    {
        var rutenett = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        Rad(rutenett, "Number", Nummer(spurt, person));
        Rad(rutenett, "Name", Gjeldende(person, "navn") is { } navn ? Sammen(navn, "fornavn", "mellomnavn", "etternavn") : null);
        Rad(rutenett, "Status", Felt(person, "status", "status"));
        Rad(rutenett, "Born", Felt(person, "foedsel", "foedselsdato") ?? Felt(person, "foedsel", "foedselsaar"));
        Rad(rutenett, "Gender", Felt(person, "kjoenn", "kjoenn"));
        Rad(rutenett, "Dead", Felt(person, "doedsfall", "doedsdato"));
        Rad(rutenett, "Civil status", Felt(person, "sivilstand", "sivilstand"));
        Rad(rutenett, "Citizenship", string.Join(", ", AlleGjeldende(person, "statsborgerskap").Select(s => Tekst(s, "statsborgerskap"))));
        Rad(rutenett, "Lives at", Adresselinje.Lag(Gjeldende(person, "bostedsadresse")));
        Rad(rutenett, "Stays at", Adresselinje.Lag(Gjeldende(person, "oppholdsadresse")));
        Rad(rutenett, "Post to", Adresselinje.Lag(Gjeldende(person, "postadresse")));
        Rad(rutenett, "Grading", Felt(person, "adressebeskyttelse", "graderingsnivaa"));
        Rad(rutenett, "Family", Familie(person));
        Rad(rutenett, "Document", string.Join(", ", person.EnumerateObject().Select(m => m.Name)));
        return rutenett;
    }

    internal static string? Tekst(JsonElement element, string navn) => element.TryGetProperty(navn, out var verdi)
        ? verdi.ValueKind == JsonValueKind.String ? verdi.GetString() : verdi.GetRawText()
        : null;

    private static void Rad(Grid rutenett, string navn, string? verdi)
    {
        if (!string.IsNullOrEmpty(verdi))
            rutenett.AddRow(new Text(navn, new Style(decoration: Decoration.Bold)), new Text(verdi));
    }

    private static string Nummer(Folkeregisteridentifikator spurt, JsonElement person)
    {
        var gjeldende = Felt(person, "identifikasjonsnummer", "foedselsEllerDNummer");
        return gjeldende is null || gjeldende == spurt.ToWire()
            ? spurt.ToWire()
            : $"{gjeldende} (asked by the old number {spurt.ToWire()})";
    }

    private static string Familie(JsonElement person) => string.Join(", ", AlleGjeldende(person, "familierelasjon")
        .GroupBy(f => Tekst(f, "relatertPersonsRolle"))
        .Select(gruppe => gruppe.Count() == 1 ? gruppe.Key : $"{gruppe.Count()} {gruppe.Key}"));

    private static string? Felt(JsonElement person, string element, string felt) =>
        Gjeldende(person, element) is { } funnet ? Tekst(funnet, felt) : null;

    private static string Sammen(JsonElement element, params string[] felt) =>
        string.Join(' ', felt.Select(f => Tekst(element, f)).Where(t => t is not null));

    private static JsonElement? Gjeldende(JsonElement person, string navn) =>
        AlleGjeldende(person, navn).Cast<JsonElement?>().FirstOrDefault();

    private static IEnumerable<JsonElement> AlleGjeldende(JsonElement person, string navn)
    {
        if (!person.TryGetProperty(navn, out var element))
            return [];
        return element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray().Where(ErGjeldende)
            : new[] { element }.Where(ErGjeldende);
    }

    private static bool ErGjeldende(JsonElement oppfoering) =>
        !oppfoering.TryGetProperty("erGjeldende", out var gjeldende) || gjeldende.ValueKind == JsonValueKind.True;
}
