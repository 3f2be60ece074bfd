using System.Text.Json;

namespace Felles.Tenor.Tests.Befolkning.Kontroll;

/// <summary>Rules of addresses: who has which, grading, and places that exist.</summary>
internal sealed class Adresseregler(Stedsliste steder)
{
    private static readonly string[] Adresser = ["bostedsadresse", "oppholdsadresse", "deltBosted", "postadresse", "postadresseIUtlandet"];

    public IEnumerable<(string Regel, string Hva)> Sjekk(JsonElement person)
    {
        var status = person.Gjeldende("status").FirstOrDefault().Tekst("status");
        var beskyttelse = person.Gjeldende("adressebeskyttelse").FirstOrDefault().Tekst("graderingsnivaa");
        var bosteder = person.Gjeldende("bostedsadresse").Count();
        if (status == "bosatt" && beskyttelse != "strengtFortrolig" && bosteder != 1)
            yield return ("bosatt uten en bostedsadresse", $"{bosteder}");
        if (status is "utflyttet" or "opphoert" or "foedselsregistrert" or "ikkeBosatt" && bosteder != 0)
            yield return ("bostedsadresse uten aa vaere bosatt", status);
        var dNummer = person.Gjeldende("identifikasjonsnummer").Any(n => n.Tekst("identifikatortype") == "dNummer");
        if (dNummer && person.Alle("bostedsadresse").Any())
            yield return ("d-nummer med bostedsadresse", "bostedsadresse");
        if (status == "doed" && person.Gjeldende("postadresseIUtlandet").Any())
            yield return ("doed med postadresse i utlandet", "postadresseIUtlandet");
        foreach (var brudd in Gradering(person, beskyttelse).Concat(Adresser.SelectMany(element => person.Alle(element)).SelectMany(Sted)))
            yield return brudd;
    }

    private static IEnumerable<(string Regel, string Hva)> Gradering(JsonElement person, string? beskyttelse)
    {
        var alle = Adresser
            .SelectMany(element => person.Alle(element).Select(adresse => (Element: element, Grad: adresse.Tekst("adressegradering"))))
            .ToArray();
        if (beskyttelse == "strengtFortrolig" && (alle.Any(a => a.Element != "postadresse" || a.Grad != "ugradert") || alle.Length != 1))
            yield return ("strengt fortrolig med annen adresse", string.Join(' ', alle));
        if (beskyttelse == "fortrolig" && alle.Any(a => a.Grad != "fortrolig"))
            yield return ("fortrolig med ugradert adresse", string.Join(' ', alle));
        if (beskyttelse is null && alle.Any(a => a.Grad is not ("ugradert" or "klientadresse")))
            yield return ("gradert adresse uten adressebeskyttelse", string.Join(' ', alle));
    }

    private IEnumerable<(string Regel, string Hva)> Sted(JsonElement adresse)
    {
        foreach (var form in adresse.EnumerateObject().Where(form => form.Value.ValueKind == JsonValueKind.Object))
        {
            var kommune = form.Value.Tekst("kommunenummer") ?? form.Value.Tekst("bostedskommune")
                ?? (form.Value.TryGetProperty("matrikkelnummer", out var matrikkel) ? matrikkel.Tekst("kommunenummer") : null);
            var dag = adresse.Gjelder() ? null : adresse.Dag("gyldighetstidspunkt");
            if (kommune is not null && !steder.Kommune(kommune, dag))
                yield return ("ukjent kommune", $"{kommune} {dag}");
            if (!form.Value.TryGetProperty("poststed", out var poststed))
                continue;
            if (!steder.Postnummer(poststed.Tekst("postnummer")!, poststed.Tekst("poststedsnavn")!))
                yield return ("ukjent postnummer", $"{poststed}");
            else if (kommune is not null && !steder.Hoerer(poststed.Tekst("postnummer")!, kommune))
                yield return ("postnummer i annen kommune", $"{poststed} {kommune}");
        }
    }
}
