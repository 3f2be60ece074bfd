using System.Text.Json;
using Felles.Cli.Person;
using Felles.Kernel.Identifikatorer;
using Spectre.Console;

namespace Felles.Cli.Tests.Person;

public sealed class PersonvisningTests
{
    private const string Dokument = """
        {"identifikasjonsnummer":[{"erGjeldende":true,"status":"iBruk","foedselsEllerDNummer":"14838541241"}],
         "status":[{"erGjeldende":false,"status":"utflyttet"},{"erGjeldende":true,"status":"bosatt"}],
         "kjoenn":[{"erGjeldende":true,"kjoenn":"kvinne"}],
         "foedsel":[{"erGjeldende":true,"foedselsdato":"1985-03-14","foedselsaar":"1985"}],
         "familierelasjon":[{"erGjeldende":true,"relatertPersonsRolle":"barn"},{"erGjeldende":true,"relatertPersonsRolle":"barn"},
                            {"erGjeldende":true,"relatertPersonsRolle":"far"}],
         "navn":[{"erGjeldende":true,"fornavn":"RASK [STILLE]","etternavn":"TREKANT"},
                 {"erGjeldende":false,"fornavn":"RASK","etternavn":"SIRKEL"}],
         "bostedsadresse":[{"erGjeldende":true,"vegadresse":{"kommunenummer":"4204","adressenavn":"Prøveveien",
            "adressenummer":{"husnummer":"91","husbokstav":"B"},"poststed":{"poststedsnavn":"KRISTIANSAND S","postnummer":"4636"}},
            "adressegradering":"fortrolig"}],
         "postadresseIUtlandet":[]}
        """;

    [Fact]
    public void The_summary_shows_current_entries_alone()
    {
        var tekst = Vis(Dokument, 14838541241);

        Assert.Contains("14838541241", tekst);
        Assert.Contains("RASK [STILLE] TREKANT", tekst);
        Assert.DoesNotContain("SIRKEL", tekst);
        Assert.Contains("bosatt", tekst);
        Assert.DoesNotContain("utflyttet", tekst);
        Assert.Contains("1985-03-14", tekst);
        Assert.Contains("Prøveveien 91B, 4636 KRISTIANSAND S (fortrolig)", tekst);
        Assert.Contains("2 barn, far", tekst);
    }

    [Fact]
    public void A_look_up_by_an_old_number_says_so() =>
        Assert.Contains("14838541241 (asked by the old number 59859943122)", Vis(Dokument, 59859943122));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"navn":[],"bostedsadresse":[{"erGjeldende":true}],"doedsfall":{"erGjeldende":true}}""")]
    [InlineData("""{"navn":[{"erGjeldende":true,"fornavn":7}],"bostedsadresse":[{"ukjentBosted":{"bostedskommune":"0301"}}]}""")]
    public void A_document_with_next_to_nothing_is_shown(string dokument) => Assert.Contains("14838541241", Vis(dokument, 14838541241));

    private static string Vis(string dokument, long nummer)
    {
        using var skriver = new StringWriter();
        var konsoll = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(skriver), Ansi = AnsiSupport.No });
        konsoll.Profile.Width = 160;
        using var json = JsonDocument.Parse(dokument);
        konsoll.Write(Personvisning.Lag(Folkeregisteridentifikator.FromValue(nummer), json.RootElement));
        return skriver.ToString();
    }
}
