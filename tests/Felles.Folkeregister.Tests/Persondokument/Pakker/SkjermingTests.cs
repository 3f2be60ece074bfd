using System.Text;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;
using static Felles.Folkeregister.Tests.Persondokument.Pakker.Snitt;

namespace Felles.Folkeregister.Tests.Persondokument.Pakker;

/// <summary>Graded addresses never leave by a package that may not have them: package by grading by element, asked for everything with
/// history.</summary>
public sealed class SkjermingTests
{
    private static readonly string[] Flyttinger = ["innflytting", "utflytting"];

    public static MatrixTheoryData<string, string> PakkerOgGraderinger => new(Snitt.Pakkekoder, ["ugradert", "klientadresse", "fortrolig", "strengtFortrolig"]);

    [Theory]
    [MemberData(nameof(PakkerOgGraderinger))]
    public void A_graded_address_leaves_only_where_it_may(string pakke, string gradering)
    {
        var maa = (pakke, gradering) switch
        {
            (_, "ugradert") => true,
            ("OMH", "klientadresse" or "fortrolig") => true,
            ("OUH", "fortrolig") => true,
            _ => false,
        };
        foreach (var gjeldende in new[] { true, false })
        {
            foreach (var (element, adresse) in Adresser(gradering, gjeldende))
                Assert.Equal(maa, Elementer(Kutt(pakke, $$"""{"{{element}}":[{{adresse}}]}""", Alt)).Contains(element));
        }
    }

    [Theory]
    [MemberData(nameof(PakkerOgGraderinger))]
    public void The_protection_of_a_person_covers_every_address(string pakke, string gradering)
    {
        // An address that somebody forgot to grade is still the address of a protected person.
        var maa = gradering switch { "fortrolig" => pakke is "OMH" or "OUH", "strengtFortrolig" => false, _ => true };
        foreach (var gjeldende in new[] { true, false })
        {
            foreach (var (element, adresse) in Adresser("ugradert", gjeldende))
            {
                var svar = Kutt(pakke, $$"""{"adressebeskyttelse":[{"graderingsnivaa":"{{gradering}}"}],"{{element}}":[{{adresse}}]}""", Alt);
                var aapenPost = gradering == "strengtFortrolig" && element == "postadresse" && gjeldende;
                Assert.Equal(maa || aapenPost, Elementer(svar).Contains(element));
            }
        }
    }

    [Theory]
    [MemberData(nameof(PakkerOgGraderinger))]
    public void The_protection_itself_leaves_in_the_public_packages_alone(string pakke, string gradering)
    {
        var svar = Kutt(pakke, $$"""{"adressebeskyttelse":[{"erGjeldende":true,"graderingsnivaa":"{{gradering}}"}]}""", Alt);
        Assert.Equal(pakke is "OMH" or "OUH", Elementer(svar).Contains("adressebeskyttelse"));
    }

    [Theory]
    [MemberData(nameof(PakkerOgGraderinger))]
    public void Moves_across_the_border_are_told_without_place_and_date_or_not_at_all(string pakke, string gradering)
    {
        var svar = Kutt(
            pakke,
            $$"""
            {"adressebeskyttelse":[{"graderingsnivaa":"{{gradering}}"}],
             "innflytting":[{"ajourholdstidspunkt":"2020-01-01T00:00:00Z","erGjeldende":true,"gyldighetstidspunkt":"2020-01-01T00:00:00Z","fraflyttingsland":"SWE","fraflyttingsstedIUtlandet":"Kiruna"}],
             "utflytting":[{"ajourholdstidspunkt":"2021-01-01T00:00:00Z","erGjeldende":true,"gyldighetstidspunkt":"2021-01-01T00:00:00Z","tilflyttingsland":"FIN","tilflyttingsstedIUtlandet":"Inari","utflyttingsdato":"2021-01-01"}]}
            """,
            Alt);
        foreach (var oppfoering in Flyttinger.Select(element => Oppfoeringer(svar, element).ToArray()))
        {
            if (gradering == "strengtFortrolig")
                Assert.Empty(oppfoering);
            else if (gradering == "fortrolig" && pakke is not ("OMH" or "OUH"))
                Assert.Equal(["erGjeldende"], Medlemmer(Assert.Single(oppfoering)));
            else
                Assert.True(Medlemmer(Assert.Single(oppfoering)).Length >= 5);
        }
    }

    [Theory]
    [MemberData(nameof(PakkerOgGraderinger))]
    public void A_graded_current_address_protects_the_person_without_the_element_adressebeskyttelse(string pakke, string gradering)
    {
        var svar = Kutt(
            pakke,
            $$"""{"bostedsadresse":[{"erGjeldende":true,"ukjentBosted":{},"adressegradering":"{{gradering}}"}],"oppholdsadresse":[{"adressenErUkjent":true,"adressegradering":"ugradert"}]}""",
            Alt);
        Assert.Equal(
            gradering switch { "fortrolig" => pakke is "OMH" or "OUH", "strengtFortrolig" => false, _ => true },
            Elementer(svar).Contains("oppholdsadresse"));
    }

    [Theory]
    [InlineData("bostedsadresse", """{"erGjeldende":true,"ukjentBosted":{},"adressegradering":"hemmelig"}""")]
    [InlineData("adressebeskyttelse", """{"erGjeldende":true,"graderingsnivaa":"hemmelig"}""")]
    public void A_grading_that_nobody_knows_counts_as_the_strictest(string element, string oppfoering)
    {
        // The register's reader refuses such a document; what else wrote the bytes must still not open an address.
        var dokument = Encoding.UTF8.GetBytes($$"""{"{{element}}":[{{oppfoering}}]}""");
        var indeks = Dokumentindeks.Les([], dokument);
        Assert.Equal(Adressegradering.StrengtFortrolig, indeks[0].Gradering);
        Assert.Equal(Adressegradering.StrengtFortrolig, indeks.Skjerming);
    }

    [Theory]
    [MemberData(nameof(PakkerOgGraderinger))]
    public void The_office_of_a_guardianship_does_not_tell_the_county_of_a_protected_person(string pakke, string gradering)
    {
        var svar = Kutt(
            pakke,
            $$$"""{"adressebeskyttelse":[{"graderingsnivaa":"{{{gradering}}}"}],"vergemaalEllerFremtidsfullmakt":[{"embete":"statsforvalterenIAgder","verge":{"navn":{"fornavn":"A","etternavn":"B"} } }]}""",
            Alt);
        Assert.Equal(
            pakke is "OMH" or "OUH" || gradering is "ugradert" or "klientadresse",
            Medlemmer(Assert.Single(Oppfoeringer(svar, "vergemaalEllerFremtidsfullmakt"))).Contains("embete"));
    }

    private static IEnumerable<(string Element, string Adresse)> Adresser(string gradering, bool gjeldende)
    {
        var start = $$"""{"erGjeldende":{{(gjeldende ? "true" : "false")}},"adressegradering":"{{gradering}}",""";
        return
        [
            ("bostedsadresse", start + "\"ukjentBosted\":{\"bostedskommune\":\"0301\"}}"),
            ("oppholdsadresse", start + "\"utenlandskAdresse\":{\"landkode\":\"SE\"}}"),
            ("deltBosted", start + "\"ukjentBosted\":{},\"startdatoForKontrakt\":\"2020-01-01\"}"),
            ("postadresse", start + "\"postboksadresse\":{\"postboks\":\"1\"}}"),
            ("postadresseIUtlandet", start + "\"utenlandskAdresseIFrittFormat\":{\"adresselinje\":[\"A\"]}}"),
        ];
    }
}
