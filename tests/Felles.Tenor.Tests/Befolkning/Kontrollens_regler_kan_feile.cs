using System.Text.Json;
using System.Text.Json.Nodes;
using Felles.Tenor.Tests.Befolkning.Kontroll;

namespace Felles.Tenor.Tests.Befolkning;

/// <summary>
/// Each rule of the checker is shown to find what it is for: a sound population has none, a doctored document brings it out.
/// </summary>
public sealed class Kontrollens_regler_kan_feile(Folketall folk) : IClassFixture<Folketall>
{
    private static readonly Dictionary<string, (
        Func<JsonElement, bool> Velg, Action<JsonObject, Func<string, JsonObject>> Endre)> Tilfeller = new()
    {
        ["erGjeldende mangler"] = (Bosatt, (p, _) => Foerste(p, "navn").Remove("erGjeldende")),
        ["historikk er ikke nyeste foerst"] = (p => p.Alle("bostedsadresse").Count() > 2,
            (p, _) => Foerste(p, "bostedsadresse", 2)["gyldighetstidspunkt"] = "2025-12-01T00:00:00+01:00"),
        ["ikke en gjeldende"] = (Bosatt, (p, _) => p["sivilstand"]!.AsArray().Add(Foerste(p, "sivilstand").DeepClone())),
        ["flere gjeldende"] = (Bosatt, (p, _) => p["bostedsadresse"]!.AsArray().Insert(0, Foerste(p, "bostedsadresse").DeepClone())),
        ["ugyldig nummer"] = (Bosatt, (p, _) => EndreNummer(p, n => n[..10] + (char)('0' + ((n[10] - '0' + 1) % 10)))),
        ["nummertype stemmer ikke"] = (Bosatt, (p, _) => Foerste(p, "identifikasjonsnummer")["identifikatortype"] = "dNummer"),
        ["nummer og foedselsdato"] = (Bosatt, (p, _) => Foerste(p, "foedsel")["foedselsdato"] = "1950-05-05"),
        ["nummer og kjoenn"] = (Bosatt,
            (p, _) => Foerste(p, "kjoenn")["kjoenn"] = (string?)Foerste(p, "kjoenn")["kjoenn"] == "mann" ? "kvinne" : "mann"),
        ["nummer i bruk og personstatus"] = (Bosatt, (p, _) => Foerste(p, "identifikasjonsnummer")["status"] = "opphoert"),
        ["dato foer foedsel"] = (Bosatt, (p, _) => Foerste(p, "bostedsadresse")["flyttedato"] = "1890-01-01"),
        ["dato etter doed"] = (HarStatus("doed"), (p, _) => Foerste(p, "navn")["gyldighetstidspunkt"] = "2025-12-31T00:00:00+01:00"),
        ["dato i framtiden"] = (Bosatt, (p, _) => Foerste(p, "bostedsadresse")["flyttedato"] = "2027-01-01"),
        ["opphoert foer gyldig"] = (HarStatus("utflyttet"),
            (p, _) => Foerste(p, "bostedsadresse")["opphoerstidspunkt"] = "1901-01-01T00:00:00+01:00"),
        ["skrevet foer det skjedde"] = (Bosatt, (p, _) => Foerste(p, "status")["ajourholdstidspunkt"] = "1901-01-01T00:00:00+01:00"),
        ["doedsfall og status"] = (HarStatus("doed"), (p, _) => p.Remove("doedsfall")),
        ["doed foer foedsel"] = (HarStatus("doed"), (p, _) => p["doedsfall"]!["doedsdato"] = "1899-01-01"),
        ["utflytting og status"] = (HarStatus("utflyttet"), (p, _) => p.Remove("utflytting")),
        ["bosatt foer innflytting"] = (p => Bosatt(p) && p.Alle("innflytting").Any(),
            (p, _) => Siste(p, "bostedsadresse")["gyldighetstidspunkt"] = (string?)Foerste(p, "foedsel")["gyldighetstidspunkt"]),
        ["bosatt uten en bostedsadresse"] = (p => Bosatt(p) && p.Gjeldende("bostedsadresse").Any(), (p, _) => p.Remove("bostedsadresse")),
        ["bostedsadresse uten aa vaere bosatt"] = (HarStatus("utflyttet"), (p, _) => Foerste(p, "bostedsadresse")["erGjeldende"] = true),
        ["d-nummer med bostedsadresse"] = (HarStatus("midlertidig"),
            (p, _) => p["bostedsadresse"] = new JsonArray(new JsonObject { ["erGjeldende"] = true, ["adressegradering"] = "ugradert" })),
        ["doed med postadresse i utlandet"] = (HarStatus("doed"),
            (p, _) =>
                p["postadresseIUtlandet"] = new JsonArray(new JsonObject { ["erGjeldende"] = true, ["adressegradering"] = "ugradert" })),
        ["strengt fortrolig med annen adresse"] = (Gradert("strengtFortrolig"),
            (p, _) =>
                p["oppholdsadresse"] = new JsonArray(new JsonObject { ["erGjeldende"] = true, ["adressegradering"] = "strengtFortrolig" })),
        ["fortrolig med ugradert adresse"] = (Gradert("fortrolig"), (p, _) => Siste(p, "bostedsadresse")["adressegradering"] = "ugradert"),
        ["gradert adresse uten adressebeskyttelse"] = (Gradert("fortrolig"), (p, _) => p.Remove("adressebeskyttelse")),
        ["ukjent kommune"] = (MedVeg, (p, _) => Foerste(p, "bostedsadresse")["vegadresse"]!["kommunenummer"] = "0101"),
        ["ukjent postnummer"] = (MedVeg, (p, _) => Foerste(p, "bostedsadresse")["vegadresse"]!["poststed"]!["poststedsnavn"] = "INGENSTED"),
        ["postnummer i annen kommune"] = (MedVeg, (p, _) =>
            Foerste(p, "bostedsadresse")["vegadresse"]!["poststed"] =
                new JsonObject { ["poststedsnavn"] = "JAN MAYEN", ["postnummer"] = "8099" }),
        ["relasjon i en retning"] = (MedRolle("mor"),
            (p, _) => p["familierelasjon"]!.AsArray().RemoveAll(r => (string?)r!["relatertPersonsRolle"] == "mor")),
        ["relasjon til ukjent person"] = (MedRolle("mor"), (p, _) => Relasjon(p, "mor")["relatertPerson"] = "00000000000"),
        ["rollene passer ikke"] = (MedRolle("mor"), (p, _) => Relasjon(p, "mor")["minRolleForPerson"] = "far"),
        ["for mange foreldre"] = (MedRolle("mor"), (p, _) => p["familierelasjon"]!.AsArray().Add(Relasjon(p, "mor").DeepClone())),
        ["barn eldre enn mor"] = (MedRolle("mor"), (p, andre) => FoedtSom(andre(Fra(p, "mor")), "2026-01-01")),
        ["barn eldre enn far"] = (MedRolle("far"), (p, andre) => FoedtSom(andre(Fra(p, "far")), "2026-01-01")),
        ["alder ved foedsel"] = (MedRolle("mor"),
            (p, andre) => FoedtSom(andre(Fra(p, "mor")), Foedt(p).AddYears(-12).ToString("yyyy-MM-dd"))),
        ["forelder med annet kjoenn"] = (MedRolle("mor"), (p, andre) => Foerste(andre(Fra(p, "mor")), "kjoenn")["kjoenn"] = "mann"),
        ["foedt etter forelderens doed"] = (MedRolle("mor"), (p, andre) =>
            andre(Fra(p, "mor"))["doedsfall"] = Gjeldende("doedsdato", Foedt(p).AddDays(-1).ToString("yyyy-MM-dd"))),
        ["for kort mellom barn"] = (p => p.Alle("familierelasjon").Count(r => r.Tekst("minRolleForPerson") == "mor") == 2, ToBarn),
        ["foreldreansvar i en retning"] = (MedAnsvarlig, (p, _) => p.Remove("foreldreansvar")),
        ["foreldreansvar kan ikke vaere gjeldende"] = (MedAnsvarlig, (p, _) => FoedtSom(p, "1960-01-01")),
        ["foreldreansvar og antall"] = (p => MedAnsvarlig(p) && p.Alle("foreldreansvar").Count() == 2,
            (p, _) => p["foreldreansvar"]!.AsArray().RemoveAt(0)),
        ["barn uten ansvarlig"] = (p => Bosatt(p) && MedAnsvarlig(p), (p, _) => p.Remove("foreldreansvar")),
        ["verge kan ikke vaere verge"] = (MedVerge, (p, _) =>
            Foerste(p, "vergemaalEllerFremtidsfullmakt")["verge"]!["foedselsEllerDNummer"] = Eget(p)),
        ["kontakt for doedsbo"] = (p => p.Alle("kontaktinformasjonForDoedsbo").Any(k => k.TryGetProperty("person", out _)), (p, andre) =>
            FoedtSom(andre((string)Foerste(p, "kontaktinformasjonForDoedsbo")["person"]!["foedselsEllerDNummer"]!), "2020-01-01")),
        ["rett identitet finnes ikke"] = (HarStatus("opphoert"), (p, _) =>
            p["falskIdentitet"] = Gjeldende("rettIdentitetVedIdentifikasjonsnummer", "00000000000")),
        ["lite barn bor ikke hos noen forelder"] = (LiteBarn,
            (p, _) => Foerste(p, "bostedsadresse")["adresseIdentifikatorFraMatrikkelen"] = "1"),
        ["adressen viser hvor en skjermet bor"] = (p => LiteBarn(p) && p.Alle("foreldreansvar").Count() == 1, (p, andre) =>
            andre((string)Foerste(p, "foreldreansvar")["ansvarlig"]!)["adressebeskyttelse"] =
                new JsonArray(Gjeldende("graderingsnivaa", "fortrolig"))),
        ["delt bosted er ikke hos en forelder"] = (p => p.Alle("deltBosted").Any(),
            (p, _) => Foerste(p, "deltBosted")["adresseIdentifikatorFraMatrikkelen"] = "1"),
        ["ektefelle uten ektefelle"] = (Gift, (p, andre) => Foerste(andre(Ektefelle(p)), "sivilstand")["sivilstand"] = "ugift"),
        ["flere ektefeller"] = (Gift, (p, _) => p["familierelasjon"]!.AsArray().Add(Relasjon(p, "ektefelleEllerPartner").DeepClone())),
        ["gift foer 18"] = (Gift, (p, _) => Foerste(p, "sivilstand")["sivilstandsdato"] = Foedt(p).AddYears(17).ToString("yyyy-MM-dd")),
        ["ektefelle finnes ikke"] = (Gift, (p, _) => Foerste(p, "sivilstand")["relatertVedSivilstand"] = "00000000000"),
        ["vigsel i en retning"] = (Gift, (p, andre) => Foerste(andre(Ektefelle(p)), "sivilstand")["sivilstandsdato"] = "2025-11-11"),
        ["ektefelle uten relasjon"] = (Gift,
            (p, _) => p["familierelasjon"]!.AsArray().RemoveAll(r => (string?)r!["relatertPersonsRolle"] == "ektefelleEllerPartner")),
        ["gift etter doed"] = (p => HarStatus("doed")(p) && p.Alle("sivilstand").Any(s => s.Tekst("sivilstand") == "gift"),
            (p, _) => p["doedsfall"]!["doedsdato"] = "1905-01-01"),
        ["gjenlevende etter en som lever"] = (p => p.Gjeldende("sivilstand").Any(s => s.Tekst("sivilstand") == "enkeEllerEnkemann"),
            (p, andre) => andre(Ektefelle(p)).Remove("doedsfall")),
        ["relasjon og sivilstand"] = (Gift, (p, _) => Relasjon(p, "ektefelleEllerPartner")["erGjeldende"] = false),
        ["partnerskap utenfor loven"] = (Gift, (p, _) => Foerste(p, "sivilstand")["sivilstand"] = "registrertPartner"),
        ["ekteskap utenfor loven"] = (Gift, (p, andre) =>
        {
            Foerste(p, "sivilstand")["sivilstandsdato"] = "2005-05-05";
            Foerste(andre(Ektefelle(p)), "kjoenn")["kjoenn"] = (string?)Foerste(p, "kjoenn")["kjoenn"];
        }),
        ["gift med naer slekt"] = (Gift, (p, _) => p["familierelasjon"]!.AsArray().Add(new JsonObject
        {
            ["erGjeldende"] = true,
            ["relatertPerson"] = Ektefelle(p),
            ["relatertPersonsRolle"] = "soesken",
            ["minRolleForPerson"] = "soesken",
        })),
    };

    public static TheoryData<string> Regler => [.. Tilfeller.Keys];

    [Fact]
    public void A_population_as_it_is_made_has_no_contradiction() => Assert.Empty(folk.Uendret());

    [Theory]
    [MemberData(nameof(Regler))]
    public void A_doctored_document_breaks_the_rule(string regel)
    {
        var (velg, endre) = Tilfeller[regel];

        Assert.Contains(regel, folk.Med(velg, endre).Select(motsigelse => motsigelse.Regel));
    }

    [Fact]
    public void Two_documents_with_one_number_break_the_rule() =>
        Assert.Contains("to personer med ett nummer", folk.MedEnTilAv(Bosatt).Select(motsigelse => motsigelse.Regel));

    private static bool Bosatt(JsonElement p) => HarStatus("bosatt")(p);

    private static Func<JsonElement, bool> HarStatus(string status) => p => p.Gjeldende("status").First().Tekst("status") == status;

    private static Func<JsonElement, bool> Gradert(string nivaa) =>
        p => p.Gjeldende("adressebeskyttelse").Any(a => a.Tekst("graderingsnivaa") == nivaa);

    private static Func<JsonElement, bool> MedRolle(string rolle) =>
        p => p.Alle("familierelasjon").Any(r => r.Tekst("relatertPersonsRolle") == rolle && r.Tekst("relatertPerson") is not null);

    private static bool MedVeg(JsonElement p) => p.Gjeldende("bostedsadresse").Any(b => b.TryGetProperty("vegadresse", out _));

    private static bool MedAnsvarlig(JsonElement p) => p.Alle("foreldreansvar").Any(a => a.Tekst("ansvarlig") is not null);

    private static bool Gift(JsonElement p) => Bosatt(p) && p.Gjeldende("sivilstand").Any(s => s.Tekst("sivilstand") == "gift");

    private static bool LiteBarn(JsonElement p) =>
        Bosatt(p) && MedAnsvarlig(p) && MedVeg(p) && p.Gjeldende("foedsel").First().Dato("foedselsdato") > new DateOnly(2012, 1, 1);

    private static JsonObject Foerste(JsonObject p, string element, int plass = 0) => p[element]![plass]!.AsObject();

    private static JsonObject Siste(JsonObject p, string element) => p[element]!.AsArray()[^1]!.AsObject();

    private static JsonObject Relasjon(JsonObject p, string rolle) =>
        p["familierelasjon"]!.AsArray()
            .First(r => (string?)r!["relatertPersonsRolle"] == rolle && r["relatertPerson"] is not null)!.AsObject();

    private static string Fra(JsonObject p, string rolle) => (string)Relasjon(p, rolle)["relatertPerson"]!;

    private static string Ektefelle(JsonObject p) => (string)Foerste(p, "sivilstand")["relatertVedSivilstand"]!;

    private static bool MedVerge(JsonElement p) =>
        p.Alle("vergemaalEllerFremtidsfullmakt").Any(v => v.GetProperty("verge").Tekst("foedselsEllerDNummer") is not null);

    private static string Eget(JsonObject p) => (string)Foerste(p, "identifikasjonsnummer")["foedselsEllerDNummer"]!;

    private static JsonObject Gjeldende(string medlem, string verdi) => new() { ["erGjeldende"] = true, [medlem] = verdi };

    private static DateOnly Foedt(JsonObject p) => DateOnly.Parse((string)Foerste(p, "foedsel")["foedselsdato"]!);

    private static void FoedtSom(JsonObject p, string dato) => Foerste(p, "foedsel")["foedselsdato"] = dato;

    private static void EndreNummer(JsonObject p, Func<string, string> endre)
    {
        var nummer = Foerste(p, "identifikasjonsnummer");
        nummer["foedselsEllerDNummer"] = endre((string)nummer["foedselsEllerDNummer"]!);
    }

    private static void ToBarn(JsonObject mor, Func<string, JsonObject> andre)
    {
        var barn = mor["familierelasjon"]!.AsArray()
            .Where(r => (string?)r!["minRolleForPerson"] == "mor")
            .Select(r => andre((string)r!["relatertPerson"]!))
            .ToArray();
        FoedtSom(barn[1], Foedt(barn[0]).AddDays(100).ToString("yyyy-MM-dd"));
    }
}
