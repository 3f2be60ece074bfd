using System.Text;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Tests.Vert;

/// <summary>Writes person documents as a register would send them: wire order, nothing that is not said.</summary>
internal sealed class Personbygger
{
    private const string Tid = "2020-12-22T17:08:05.731+01:00";

    private readonly StringBuilder numre = new();
    private readonly StringBuilder navn = new();
    private readonly Folkeregisteridentifikator nummer;
    private string status = "bosatt";
    private string kjoenn = "kvinne";
    private int foedselsaar = 1985;
    private string? doedsdato;
    private string? gradering;
    private string gate = "Prøveveien";
    private string andreAdresser = "";

    public Personbygger(Folkeregisteridentifikator nummer)
    {
        this.nummer = nummer;
        Legg(nummer, gjelder: true);
        Navn("RASK", "TREKANT");
    }

    /// <summary>The n-th number of a series that is the same every time; synthetic.</summary>
    public static Folkeregisteridentifikator Nummer(int n, Identifikatortype type = Identifikatortype.Foedselsnummer)
    {
        var dag = new DateOnly(1985, 1, 1).AddDays(n / 100);
        for (var individ = n % 100 * 4; ; individ++)
        {
            if (Nummertildeling.TryTildel(dag, individ, type, syntetisk: true, out var id))
                return id;
        }
    }

    public Personbygger Tidligere(Folkeregisteridentifikator gammelt)
    {
        Legg(gammelt, gjelder: false);
        return this;
    }

    public Personbygger Navn(string fornavn, string etternavn)
    {
        var historisk = navn.Length == 0 ? "" : "," + navn.ToString().Replace("\"erGjeldende\":true", "\"erGjeldende\":false");
        navn.Clear()
            .Append($$"""{"ajourholdstidspunkt":"{{Tid}}","erGjeldende":true,"kilde":"Synutopia","aarsak":"Patch",""")
            .Append($$"""     "gyldighetstidspunkt":"2021-05-02T00:00:00+02:00","fornavn":"{{fornavn}}","etternavn":"{{etternavn}}"}""".TrimStart())
            .Append(historisk);
        return this;
    }

    public Personbygger Status(string kode)
    {
        status = kode;
        return this;
    }

    public Personbygger Kjoenn(string kode)
    {
        kjoenn = kode;
        return this;
    }

    public Personbygger Foedt(int aar)
    {
        foedselsaar = aar;
        return this;
    }

    public Personbygger Doed(string dato)
    {
        (doedsdato, status) = (dato, "doed");
        return this;
    }

    /// <summary>The only number is out of use and nobody goes on under another.</summary>
    public Personbygger Opphoert()
    {
        numre.Replace("iBruk", "opphoert");
        status = "opphoert";
        return this;
    }

    /// <summary>A street of its own, now and before, and a postadresse; the open one when the home is strengt fortrolig.</summary>
    public Personbygger Bor((string Naa, string Foer, string Postboks) adresser, string nivaa)
    {
        gate = adresser.Naa;
        gradering = nivaa;
        andreAdresser = $$""",{"erGjeldende":false,"vegadresse":{"kommunenummer":"4204","adressenavn":"{{adresser.Foer}}"},"adressegradering":"{{nivaa}}"}],"""
            + $"\"postadresse\":[{{\"erGjeldende\":true,\"adressegradering\":\"{(nivaa == "strengtFortrolig" ? "ugradert" : nivaa)}\","
            + $"\"postboksadresse\":{{\"postboks\":\"{adresser.Postboks}\"}}}}";
        return this;
    }

    public Personbygger Gradert(string nivaa)
    {
        gradering = nivaa;
        return this;
    }

    public string Json() =>
        $$"""{"identifikasjonsnummer":[{{numre}}]"""
        + $$""","status":[{"ajourholdstidspunkt":"{{Tid}}","erGjeldende":true,"kilde":"KILDE_DSF","gyldighetstidspunkt":"{{Tid}}","status":"{{status}}"}]"""
        + $$""","kjoenn":[{"erGjeldende":true,"kilde":"KILDE_DSF","kjoenn":"{{kjoenn}}"}]"""
        + $$""","foedsel":[{"erGjeldende":true,"foedselsdato":"{{foedselsaar}}-03-14","foedselsaar":"{{foedselsaar}}","foedeland":"NOR"}]"""
        + (doedsdato is null ? "" : $$""","doedsfall":{"erGjeldende":true,"doedsdato":"{{doedsdato}}"}""")
        + $$""","navn":[{{navn}}]"""
        + (gradering is not ("fortrolig" or "strengtFortrolig") ? "" : $$""","adressebeskyttelse":[{"erGjeldende":true,"graderingsnivaa":"{{gradering}}"}]""")
        + ""","bostedsadresse":[{"erGjeldende":true,"vegadresse":{"kommunenummer":"4204","adressenavn":"""
        + $"\"{gate}\","
        + """ "adressenummer":{"husnummer":"12"},"poststed":{"poststedsnavn":"KRISTIANSAND S","postnummer":"4636"}}"""[1..]
        + $$""","adressegradering":"{{gradering ?? "ugradert"}}","flyttedato":"2022-03-15","grunnkrets":802}{{andreAdresser}}]"""
        + ""","statsborgerskap":[{"erGjeldende":true,"kilde":"Synutopia","statsborgerskap":"NOR","ervervsdato":"1985-03-14"}]}""";

    public static implicit operator string(Personbygger bygger) => bygger.Json();

    private void Legg(Folkeregisteridentifikator id, bool gjelder)
    {
        var type = id.Type == Identifikatortype.DNummer ? "dNummer" : "foedselsnummer";
        numre.Append(numre.Length == 0 ? "" : ",")
            .Append($$"""{"ajourholdstidspunkt":"{{Tid}}","erGjeldende":{{(gjelder ? "true" : "false")}},"kilde":"KILDE_DSF",""")
            .Append($$""" "status":"{{(gjelder ? "iBruk" : "opphoert")}}","foedselsEllerDNummer":"{{id.ToWire()}}","identifikatortype":"{{type}}"}""".TrimStart());
    }
}
