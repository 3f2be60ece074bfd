using System.Text;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Tests.Vert;

/// <summary>Writes documents with what persons are searched by; what is not said is not there.</summary>
internal sealed class Soekeperson(Folkeregisteridentifikator nummer)
{
    private readonly Dictionary<string, List<string>> oppfoeringer = new(StringComparer.Ordinal);
    private string kjoenn = "kvinne";
    private string foedt = "1985-03-14";
    private string? doedsdato;

    public Folkeregisteridentifikator Nummer { get; } = nummer;

    public Soekeperson Tidligere(Folkeregisteridentifikator gammelt) => Legg(
        "identifikasjonsnummer", "false",
        $"\"status\":\"opphoert\",\"foedselsEllerDNummer\":\"{gammelt.ToWire()}\",\"identifikatortype\":\"{Type(gammelt)}\"");

    public Soekeperson Navn(string fornavn, string etternavn, string? mellomnavn = null, bool gjelder = true) => Legg(
        "navn", gjelder ? "true" : "false",
        $"\"fornavn\":\"{fornavn}\"{(mellomnavn is null ? "" : $",\"mellomnavn\":\"{mellomnavn}\"")},\"etternavn\":\"{etternavn}\"");

    public Soekeperson Mann()
    {
        kjoenn = "mann";
        return this;
    }

    public Soekeperson Foedt(string dato)
    {
        foedt = dato;
        return this;
    }

    public Soekeperson Doed(string dato)
    {
        doedsdato = dato;
        return this;
    }

    public Soekeperson Skjermet(string nivaa) => Legg("adressebeskyttelse", "true", $"\"graderingsnivaa\":\"{nivaa}\"");

    public Soekeperson Bor(
        string gate, string? hus = null, string? bokstav = null, string postnummer = "4636", string kommune = "4204", string gradering = "ugradert",
        bool gjelder = true, string? bruksenhet = null) =>
        Legg("bostedsadresse", gjelder ? "true" : "false", $"{Veg(gate, hus, bokstav, postnummer, kommune, bruksenhet)},\"adressegradering\":\"{gradering}\"");

    public Soekeperson Opphold(
        string gate, string? hus = null, string postnummer = "4636", string kommune = "4204", string gradering = "ugradert", bool gjelder = true) =>
        Legg("oppholdsadresse", gjelder ? "true" : "false", $"{Veg(gate, hus, null, postnummer, kommune, null)},\"adressegradering\":\"{gradering}\"");

    public Soekeperson Utenlandsk(string land, string nr) => Legg(
        "utenlandskPersonidentifikasjon", "true",
        $"\"identifikasjonsnummer\":\"{nr}\",\"identifikasjonsnummertype\":\"utenlandskIdentifikasjonsnummer\",\"utstederland\":\"{land}\"");

    public Soekeperson Pass(string land, string nr) => Legg(
        "legitimasjonsdokument", "true",
        $"\"identifikasjonsdokumentnummer\":\"{nr}\",\"identifikasjonsdokumenttype\":\"pass\",\"utstederland\":\"{land}\"");

    public Soekeperson Duf(string nr) => Legg(
        "utlendingsmyndighetenesIdentifikasjonsnummer", "true",
        $"\"identifikasjonsnummer\":\"{nr}\",\"identifikasjonsnummertype\":\"DUF\",\"utstederland\":\"NOR\"");

    public Soekeperson Verge(Folkeregisteridentifikator verge) => Legg(
        "vergemaalEllerFremtidsfullmakt", "true", $"\"verge\":{{\"foedselsEllerDNummer\":\"{verge.ToWire()}\"}}");

    public Soekeperson Borger(string land) => Legg("statsborgerskap", "true", $"\"statsborgerskap\":\"{land}\"");

    public Soekeperson Sivilstand(string kode) => Legg("sivilstand", "true", $"\"sivilstand\":\"{kode}\"");

    public string Json()
    {
        var ut = new StringBuilder(
            $$"""{"identifikasjonsnummer":[{"erGjeldende":true,"status":"iBruk","foedselsEllerDNummer":"{{Nummer.ToWire()}}","identifikatortype":"{{Type(Nummer)}}"}""");
        foreach (var tidligere in oppfoeringer.GetValueOrDefault("identifikasjonsnummer", []))
            ut.Append(',').Append(tidligere);
        ut.Append(']');
        Liste(ut, "legitimasjonsdokument");
        ut.Append($$""","status":[{"erGjeldende":true,"status":"{{(doedsdato is null ? "bosatt" : "doed")}}"}]""");
        Liste(ut, "utlendingsmyndighetenesIdentifikasjonsnummer", "utenlandskPersonidentifikasjon");
        ut.Append($$""","kjoenn":[{"erGjeldende":true,"kjoenn":"{{kjoenn}}"}]""");
        ut.Append($$""","foedsel":[{"erGjeldende":true,"foedselsdato":"{{foedt}}","foedselsaar":"{{foedt[..4]}}"}]""");
        Liste(ut, "sivilstand");
        ut.Append(doedsdato is null ? "" : $$""","doedsfall":{"erGjeldende":true,"doedsdato":"{{doedsdato}}"}""");
        Liste(ut, "navn", "adressebeskyttelse", "bostedsadresse", "oppholdsadresse", "statsborgerskap", "vergemaalEllerFremtidsfullmakt");
        return ut.Append('}').ToString();
    }

    public static implicit operator string(Soekeperson person) => person.Json();

    private static string Type(Folkeregisteridentifikator id) => id.Type == Identifikatortype.DNummer ? "dNummer" : "foedselsnummer";

    private static string Veg(string gate, string? hus, string? bokstav, string postnummer, string kommune, string? bruksenhet)
    {
        var nummer = hus is null ? "" : $",\"adressenummer\":{{\"husnummer\":\"{hus}\"{(bokstav is null ? "" : $",\"husbokstav\":\"{bokstav}\"")}}}";
        return $"\"vegadresse\":{{\"kommunenummer\":\"{kommune}\",{(bruksenhet is null ? "" : $"\"bruksenhetsnummer\":\"{bruksenhet}\",")}"
            + $"\"adressenavn\":\"{gate}\"{nummer},\"poststed\":{{\"poststedsnavn\":\"STED\",\"postnummer\":\"{postnummer}\"}}}}";
    }

    private Soekeperson Legg(string element, string gjelder, string felter)
    {
        if (!oppfoeringer.TryGetValue(element, out var liste))
            oppfoeringer.Add(element, liste = []);
        liste.Add($"{{\"erGjeldende\":{gjelder},{felter}}}");
        return this;
    }

    private void Liste(StringBuilder ut, params string[] elementer)
    {
        foreach (var element in elementer)
        {
            if (oppfoeringer.TryGetValue(element, out var liste))
                ut.Append($",\"{element}\":[").AppendJoin(',', liste).Append(']');
        }
    }
}
