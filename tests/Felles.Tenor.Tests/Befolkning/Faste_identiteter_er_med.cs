using System.Text.Json;
using Felles.Kernel.Datafiler;
using Felles.Tenor.Befolkning;
using Felles.Tenor.Befolkning.Virksomhet;
using Felles.Tenor.Contracts;
using Felles.Tenor.Tests.Befolkning.Kontroll;

namespace Felles.Tenor.Tests.Befolkning;

public sealed class Faste_identiteter_er_med
{
    private static readonly Datatabell.Rad[] Faste = [.. Datatabell.Read(typeof(Befolkningsvalg).Assembly, "faste-identiteter.csv").Rader];

    [Theory]
    [InlineData(137, "Felles")]
    [InlineData(2500, "noe annet")]
    public void Every_fixed_person_is_there_once_with_its_name(int antall, string froe)
    {
        var personer = Les(antall, froe);
        foreach (var fast in Faste.Where(rad => rad["type"] == "person"))
        {
            var person = Assert.Single(personer, Har(fast["nummer"]));
            var navn = person.Gjeldende("navn").First();
            if (fast["navn"].Length > 0)
                Assert.Equal(fast["navn"], $"{navn.Tekst("fornavn")} {navn.Tekst("etternavn")}");
        }
    }

    [Fact]
    public void The_person_of_the_published_example_has_the_published_facts()
    {
        var person = Assert.Single(Les(900, "x"), Har("24907999374"));
        var bosted = person.Gjeldende("bostedsadresse").Single();
        var veg = bosted.GetProperty("vegadresse");

        Assert.Equal("1979-10-24", person.Gjeldende("foedsel").Single().Tekst("foedselsdato"));
        Assert.Equal("mann", person.Gjeldende("kjoenn").Single().Tekst("kjoenn"));
        Assert.Equal("bosatt", person.Gjeldende("status").Single().Tekst("status"));
        Assert.Equal("ugift", person.Gjeldende("sivilstand").Single().Tekst("sivilstand"));
        Assert.Equal(("Elvelyveien", "H0101"), (veg.Tekst("adressenavn"), veg.Tekst("bruksenhetsnummer")));
        Assert.Equal("13", veg.GetProperty("adressenummer").Tekst("husnummer"));
        Assert.Equal("3512", veg.GetProperty("poststed").Tekst("postnummer"));
        Assert.Equal("HØNEFOSS", veg.GetProperty("poststed").Tekst("poststedsnavn"));
        Assert.Equal("Adresseoppdatering", bosted.Tekst("aarsak"));
    }

    [Fact]
    public void Fixed_d_numbers_are_d_number_persons()
    {
        var personer = Les(900, "x");
        foreach (var fast in Faste.Where(rad => rad["type"] == "person" && rad["nummer"][0] >= '4'))
        {
            var person = Assert.Single(personer, Har(fast["nummer"]));
            Assert.Equal("midlertidig", person.Gjeldende("status").Single().Tekst("status"));
        }
    }

    [Fact]
    public void Every_fixed_organisation_is_there_and_the_named_manager_leads_it()
    {
        var folk = Folkemengde.Planlegg(new Befolkningsvalg(2500, "x"), 2);
        var enheter = new Virksomheter(folk).Lag().ToDictionary(enhet => enhet.Organisasjonsnummer.ToWire());

        foreach (var fast in Faste.Where(rad => rad["type"] == "virksomhet"))
        {
            Assert.True(enheter.TryGetValue(fast["nummer"], out var enhet), fast["nummer"]);
            if (fast["navn"].Length > 0)
                Assert.Equal(fast["navn"], enhet.Navn);
        }

    }

    [Theory]
    [InlineData(137)]
    [InlineData(1400)]
    public void The_named_manager_leads_the_organisation_whatever_the_seed(int antall)
    {
        Parallel.For(0, 200, froe =>
        {
            var folk = Folkemengde.Planlegg(new Befolkningsvalg(antall, $"leder {froe}"), 1);
            var enhet = new Virksomheter(folk).Lag().First(enhet => enhet.Organisasjonsnummer.ToWire() == "313409953");

            var leder = enhet.Rollegrupper!.Single(gruppe => gruppe.Type.Kode == "DAGL").Roller.Single().Person!;
            Assert.Equal(("SKÅNSOM", "PUMPE"), (leder.Navn!.Fornavn, leder.Navn.Etternavn));
            var person = folk.Modeller().Single(p => p.Identifikasjonsnummer[0].FoedselsEllerDNummer == leder.Foedselsnummer);
            Assert.Equal(("SKÅNSOM", "PUMPE"), (person.Navn[0].Fornavn, person.Navn[0].Etternavn));
            Assert.Equal(default, person.Adressebeskyttelse);
            Assert.Equal(default, person.VergemaalEllerFremtidsfullmakt);
        });
    }

    private static Predicate<JsonElement> Har(string nummer) =>
        person => person.Gjeldende("identifikasjonsnummer").First().Tekst("foedselsEllerDNummer") == nummer;

    private static List<JsonElement> Les(int antall, string froe) =>
    [
        .. Folkemengde.Planlegg(new Befolkningsvalg(antall, froe), 2).Personer()
            .Select(dokument => JsonDocument.Parse(dokument.ToArray()).RootElement),
    ];
}
