using System.Text.Json;
using Felles.Folkeregister.Tests.Persondokument.Bygging;
using static Felles.Folkeregister.Tests.Persondokument.Pakker.Snitt;

namespace Felles.Folkeregister.Tests.Persondokument.Pakker;

/// <summary>
/// Every package is asked for everything, with history, of documents that hold everything. What may leave is written here once more, from
/// the documentation and not from the table the program reads.
/// </summary>
public sealed class PakkecelleTests
{
    private const string Aapne =
        "identitetsgrunnlag kontaktinformasjonForDoedsbo status deltBosted kjoenn foedsel sivilstand doedsfall navn bostedsadresse oppholdsadresse innflytting utflytting "
        + "postadresse postadresseIUtlandet statsborgerskap vergemaalEllerFremtidsfullmakt rettsligHandleevne";

    private static readonly string[] Adresser = ["deltBosted", "bostedsadresse", "oppholdsadresse", "postadresse", "postadresseIUtlandet"];

    private static readonly Dictionary<string, string[]> Tillatt = new()
    {
        ["OMH"] = Ord(Aapne, "identifikasjonsnummer adressebeskyttelse falskIdentitet legitimasjonsdokument utenlandskPersonidentifikasjon utlendingsmyndighetenesIdentifikasjonsnummer familierelasjon foreldreansvar foedselINorge opphold bibehold brukAvSamiskSpraak"),
        ["OUH"] = Ord(Aapne, "identifikasjonsnummer adressebeskyttelse falskIdentitet"),
        ["PUH"] = Ord(Aapne, "identifikasjonsnummer"),
        ["FIN"] = Ord(Aapne, "identifikasjonsnummer falskIdentitet familierelasjon foreldreansvar"),
        ["EID"] = Ord(Aapne, "identifikasjonsnummer falskIdentitet legitimasjonsdokument utenlandskPersonidentifikasjon"),
        ["PRIV"] = Ord(Aapne, "identifikasjonsnummer"),
        ["PRIVU"] = Ord(Aapne, ""),
        ["PRE"] = Ord(Aapne, "identifikasjonsnummer"),
        ["PREU"] = Ord(Aapne, ""),
    };

    private static readonly Dictionary<string, string[]> Historikk = Pakkekoder.ToDictionary(
        pakke => pakke,
        pakke => pakke switch
        {
            "OMH" => Tillatt["OMH"],
            "FIN" => [.. Adresser, "identifikasjonsnummer", "navn", "sivilstand"],
            _ => [.. Adresser, "identifikasjonsnummer", "navn"],
        });

    public static TheoryData<string> AllePakker => [.. Pakkekoder];

    [Theory]
    [MemberData(nameof(AllePakker))]
    public void Only_the_elements_of_the_package_leave(string pakke) =>
        ForAlle(pakke, (_, svar) => Assert.Subset(Tillatt[pakke].ToHashSet(), Elementer(svar).ToHashSet()));

    [Theory]
    [MemberData(nameof(AllePakker))]
    public void Every_element_of_the_package_leaves_for_an_unshielded_person(string pakke)
    {
        var levert = new HashSet<string>();
        for (var froe = 0; froe < 30; froe++)
            levert.UnionWith(Elementer(Kutt(pakke, Uskjermet(froe), Alt)));
        Assert.Equal(Tillatt[pakke].Order(StringComparer.Ordinal), levert.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllePakker))]
    public void History_leaves_exactly_where_the_package_has_it(string pakke)
    {
        var historiske = new HashSet<string>();
        for (var froe = 0; froe < 30; froe++)
        {
            var svar = Kutt(pakke, Uskjermet(froe), Alt);
            historiske.UnionWith(Elementer(svar).Where(element => Oppfoeringer(svar, element).Any(oppfoering => !Gjeldende(oppfoering))));
        }

        Assert.Equal(Historikk[pakke].Intersect(Tillatt[pakke]).Order(StringComparer.Ordinal), historiske.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllePakker))]
    public void Without_asking_no_history_leaves(string pakke)
    {
        for (var froe = 0; froe < 20; froe++)
        {
            var svar = Kutt(pakke, new Tilfeldigdokument(froe, alt: true).Lag());
            Assert.DoesNotContain(Elementer(svar).SelectMany(element => Oppfoeringer(svar, element)), oppfoering => !Gjeldende(oppfoering));
        }
    }

    [Theory]
    [MemberData(nameof(AllePakker))]
    public void Source_and_cause_leave_in_the_package_with_statute_alone(string pakke) => ForAlle(pakke, (_, svar) =>
    {
        var medlemmer = Elementer(svar).SelectMany(element => Oppfoeringer(svar, element)).SelectMany(Medlemmer).ToHashSet();
        if (pakke != "OMH")
            Assert.Empty(medlemmer.Intersect(["kilde", "aarsak"]));
    });

    [Theory]
    [MemberData(nameof(AllePakker))]
    public void Confidential_statuses_are_told_as_aktiv(string pakke) => ForAlle(pakke, (_, svar) =>
    {
        if (pakke != "OMH")
            Assert.Subset(
                Ord("bosatt utflyttet doed opphoert inaktiv aktiv").ToHashSet(),
                Oppfoeringer(svar, "status").Select(oppfoering => oppfoering.GetProperty("status").GetString()!).ToHashSet());
    });

    [Theory]
    [MemberData(nameof(AllePakker))]
    public void Marital_status_and_citizenship_are_the_code_alone_outside_OMH_and_FIN(string pakke) => ForAlle(pakke, (_, svar) =>
    {
        if (pakke is "OMH" or "FIN")
            return;
        foreach (var element in new[] { "sivilstand", "statsborgerskap" })
            Assert.All(Oppfoeringer(svar, element), oppfoering =>
                Assert.Subset(new[] { "erGjeldende", element }.ToHashSet(), Medlemmer(oppfoering).ToHashSet()));
    });

    [Theory]
    [MemberData(nameof(AllePakker))]
    public void Guardians_and_estate_contacts_keep_their_numbers_from_private_packages_and_the_press(string pakke) =>
        ForAlle(pakke, (inn, svar) =>
    {
        foreach (var oppfoering in Oppfoeringer(svar, "vergemaalEllerFremtidsfullmakt"))
        {
            // A guardian of whom nothing may leave is left out, not told as an empty object.
            if (!oppfoering.TryGetProperty("verge", out var verge))
                continue;
            Assert.True(pakke == "OMH" || Medlemmer(verge).Length > 0);
            if (pakke.StartsWith("PR", StringComparison.Ordinal))
                Assert.False(verge.TryGetProperty("foedselsEllerDNummer", out _));
            if (pakke != "OMH")
                Assert.False(verge.TryGetProperty("tjenesteomraade", out _));
        }

        foreach (var kontakt in Oppfoeringer(svar, "kontaktinformasjonForDoedsbo"))
        {
            if (!pakke.StartsWith("PR", StringComparison.Ordinal) || !kontakt.TryGetProperty("person", out var person))
                continue;
            Assert.NotEmpty(Medlemmer(person));
            Assert.Empty(Medlemmer(person).Except(["foedselsdato", "personnavn"]));
        }

        // Where there is no right to numbers, none is anywhere in the answer.
        if (pakke is "PRIVU" or "PREU")
            Assert.DoesNotContain(Numre(inn), nummer => svar.GetRawText().Contains(nummer, StringComparison.Ordinal));
    });

    [Theory]
    [MemberData(nameof(AllePakker))]
    public void Dates_of_former_addresses_leave_with_statute_alone(string pakke) => ForAlle(pakke, (_, svar) =>
    {
        if (pakke == "OMH")
            return;
        var datoer = Ord(
            "ajourholdstidspunkt gyldighetstidspunkt opphoerstidspunkt",
            "flyttedato oppholdsadressedato startdatoForKontrakt sluttdatoForKontrakt");
        foreach (var oppfoering in Adresser.SelectMany(element => Oppfoeringer(svar, element)).Where(oppfoering => !Gjeldende(oppfoering)))
            Assert.Empty(Medlemmer(oppfoering).Intersect(datoer));
    });

    [Theory]
    [MemberData(nameof(AllePakker))]
    public void What_leaves_is_what_came_in(string pakke) => ForAlle(pakke, (inn, svar) =>
    {
        foreach (var element in Elementer(svar).Except(["status"]))
        {
            var kilder = Oppfoeringer(inn, element)
                .Select(oppfoering => oppfoering.EnumerateObject().Select(medlem => medlem.Name + Tekst(medlem.Value)).ToHashSet())
                .ToArray();
            foreach (var oppfoering in Oppfoeringer(svar, element))
            {
                var medlemmer = oppfoering.EnumerateObject().Where(medlem => medlem.Name is not ("verge" or "person"))
                    .Select(medlem => medlem.Name + Tekst(medlem.Value));
                Assert.Contains(kilder, kilde => kilde.IsSupersetOf(medlemmer));
            }
        }
    });

    private static string Tekst(JsonElement verdi) => verdi.GetRawText();

    private static void ForAlle(string pakke, Action<JsonElement, JsonElement> sjekk)
    {
        for (var froe = 0; froe < 40; froe++)
        {
            var dokument = froe % 2 == 0 ? new Tilfeldigdokument(froe, alt: true).Lag() : Uskjermet(froe);
            sjekk(Dokumenter.Json(System.Text.Encoding.UTF8.GetBytes(dokument)), Kutt(pakke, dokument, Alt));
        }
    }

    private static string Uskjermet(int froe) => new Tilfeldigdokument(froe, alt: true).Lag()
        .Replace("\"strengtFortrolig\"", "\"ugradert\"", StringComparison.Ordinal)
        .Replace("\"fortrolig\"", "\"ugradert\"", StringComparison.Ordinal);

    private static IEnumerable<string> Numre(JsonElement verdi) => verdi.ValueKind switch
    {
        JsonValueKind.Object => verdi.EnumerateObject().SelectMany(medlem => Numre(medlem.Value)),
        JsonValueKind.Array => verdi.EnumerateArray().SelectMany(Numre),
        JsonValueKind.String when Kernel.Identifikatorer.Folkeregisteridentifikator.TryParse(verdi.GetString(), out _) =>
            [verdi.GetString()!],
        _ => [],
    };

    private static string[] Ord(params string[] rekker) =>
        [.. rekker.SelectMany(rekke => rekke.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
