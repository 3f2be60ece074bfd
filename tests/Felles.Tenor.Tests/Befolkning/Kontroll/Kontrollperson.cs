using System.Text.Json;

namespace Felles.Tenor.Tests.Befolkning.Kontroll;

internal sealed record Relasjon(string Nummer, string Rolle, string MinRolle, bool Gjelder);

internal sealed record Ansvar(string Nummer, string Form, bool JegErBarnet);

internal sealed record Vigsel(string Type, DateOnly Dato, string? Med, bool Gjelder);

/// <summary>What the rules between persons need to know of one, read from its document.</summary>
internal sealed class Kontrollperson
{
    private static readonly string[] Boligelementer = ["bostedsadresse", "deltBosted", "oppholdsadresse"];

    public Kontrollperson(JsonElement person)
    {
        Nummer = person.Gjeldende("identifikasjonsnummer").First().Tekst("foedselsEllerDNummer")!;
        Numre = [.. person.Alle("identifikasjonsnummer").Select(nummer => nummer.Tekst("foedselsEllerDNummer")!)];
        Foedt = person.Gjeldende("foedsel").First().Dato("foedselsdato")!.Value;
        Kvinne = person.Gjeldende("kjoenn").First().Tekst("kjoenn") == "kvinne";
        Status = person.Gjeldende("status").First().Tekst("status")!;
        Doed = person.Alle("doedsfall").FirstOrDefault() is { ValueKind: JsonValueKind.Object } doed ? doed.Dato("doedsdato") : null;
        Relasjoner = [.. person.Alle("familierelasjon").Where(r => r.Tekst("relatertPerson") is not null).Select(r =>
            new Relasjon(r.Tekst("relatertPerson")!, r.Tekst("relatertPersonsRolle")!, r.Tekst("minRolleForPerson")!, r.Gjelder()))];
        Ansvar = [.. person.Gjeldende("foreldreansvar").Select(a => a.Tekst("ansvarlig") is { } voksen
            ? new Ansvar(voksen, a.Tekst("ansvar")!, JegErBarnet: true)
            : new Ansvar(a.Tekst("ansvarssubjekt")!, a.Tekst("ansvar")!, JegErBarnet: false))];
        Sivilstand = [.. person.Alle("sivilstand").Select(s =>
            new Vigsel(s.Tekst("sivilstand")!, s.Dato("sivilstandsdato")!.Value, s.Tekst("relatertVedSivilstand"), s.Gjelder()))];
        Verger = [.. person.Gjeldende("vergemaalEllerFremtidsfullmakt").Select(v => v.GetProperty("verge").Tekst("foedselsEllerDNummer"))];
        Etterlatt = person.Gjeldende("kontaktinformasjonForDoedsbo").Where(k => k.TryGetProperty("person", out _))
            .Select(k => k.GetProperty("person").Tekst("foedselsEllerDNummer")).FirstOrDefault();
        RettIdentitet = person.Alle("falskIdentitet").Select(f => f.Tekst("rettIdentitetVedIdentifikasjonsnummer")).FirstOrDefault();
        Bolig = person.Gjeldende("bostedsadresse").Select(b => b.Tekst("adresseIdentifikatorFraMatrikkelen")).FirstOrDefault();
        DeltBolig = person.Gjeldende("deltBosted").Select(b => b.Tekst("adresseIdentifikatorFraMatrikkelen")).FirstOrDefault();
        Adresser = [.. Boligelementer.SelectMany(element => person.Alle(element)).Select(adresse =>
            adresse.Tekst("adresseIdentifikatorFraMatrikkelen")).OfType<string>()];
        Skjermet = person.Gjeldende("adressebeskyttelse").Any();
    }

    public string Nummer { get; }

    public IReadOnlyList<string> Numre { get; }

    public DateOnly Foedt { get; }

    public bool Kvinne { get; }

    public string Status { get; }

    public DateOnly? Doed { get; }

    public IReadOnlyList<Relasjon> Relasjoner { get; }

    public IReadOnlyList<Ansvar> Ansvar { get; }

    public IReadOnlyList<Vigsel> Sivilstand { get; }

    public IReadOnlyList<string?> Verger { get; }

    public string? Etterlatt { get; }

    public string? RettIdentitet { get; }

    public string? Bolig { get; }

    public string? DeltBolig { get; }

    /// <summary>Every dwelling that the document shows, now or before.</summary>
    public IReadOnlyList<string> Adresser { get; }

    public bool Skjermet { get; }

    public int Alder(DateOnly dag) => dag.Year - Foedt.Year - (dag < Foedt.AddYears(dag.Year - Foedt.Year) ? 1 : 0);
}
