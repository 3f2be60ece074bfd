using System.Globalization;
using System.Text.Json;
using Felles.Kernel.Datafiler;
using Felles.Tenor.Befolkning;
using Felles.Tenor.Befolkning.Slekt;
using Felles.Tenor.Contracts;
using Felles.Tenor.Tests.Befolkning.Kontroll;

namespace Felles.Tenor.Tests.Befolkning;

/// <summary>Thirty thousand persons, read back as wire documents.</summary>
public sealed class Befolkningen_ligner_Norge(Befolkningen_ligner_Norge.Utvalg utvalg) : IClassFixture<Befolkningen_ligner_Norge.Utvalg>
{
    [Fact]
    public void Nothing_contradicts_anything()
    {
        Assert.Equal(Utvalg.Antall, utvalg.Lest);
        Assert.Empty(utvalg.Motsigelser);
    }

    [Theory]
    [InlineData(137, "2026-01-01")]
    [InlineData(10_000, "2026-01-01")]
    [InlineData(10_000, "2024-01-01")]
    [InlineData(10_000, "2031-12-31")]
    public void Nothing_contradicts_anything_at_any_size_and_date(int antall, string dato)
    {
        var referansedato = DateOnly.ParseExact(dato, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var kontroll = new Befolkningskontroll(referansedato);
        var valg = new Befolkningsvalg(antall, Befolkningsvalg.Standardfroe, referansedato);
        foreach (var dokument in Folkemengde.Planlegg(valg, 2).Personer())
            kontroll.Les(dokument);

        Assert.Equal(antall, kontroll.Antall);
        Assert.Empty(kontroll.Ferdig());
    }

    [Theory]
    [InlineData("2023-12-31")]
    [InlineData("2032-01-01")]
    public void A_reference_date_that_the_lists_do_not_hold_for_is_refused(string dato) =>
        Assert.Throws<ArgumentException>(() => Folkemengde.Planlegg(
            new Befolkningsvalg(1000, "x", DateOnly.ParseExact(dato, "yyyy-MM-dd", CultureInfo.InvariantCulture)), 1));

    [Fact]
    public void Nobody_else_has_ever_lived_where_a_protected_person_lives()
    {
        var folk = Folkemengde.Planlegg(new Befolkningsvalg(Utvalg.Antall, "Norge"), 2);
        var blokk = new Blokk(folk.Data, folk.Plan);
        var skjermede = 0;
        for (var nummer = 0; nummer < folk.Plan.Blokker; nummer++)
        {
            blokk.Lag(nummer);
            var personer = blokk.Personer.AsSpan(0, blokk.Antall).ToArray();
            var hjem = personer.Where(Skjermet).Select(p => Boliger(p)[^1]).ToHashSet();
            skjermede += hjem.Count;
            Assert.DoesNotContain(personer, person => !Skjermet(person) && Boliger(person).Any(hjem.Contains));
        }

        Assert.True(skjermede > 20);

        int[] Boliger(Person person) => [.. blokk.Opphold.Skip(person.Opphold).Take(person.AntallOpphold).Select(opphold => opphold.Bolig)];

        static bool Skjermet(Person person) => person.Har(Trekk.Fortrolig | Trekk.StrengtFortrolig);
    }

    [Fact]
    public void Permits_and_D_numbers_hold_for_two_years_after_the_reference_date()
    {
        var omToAar = Befolkningsvalg.Standarddato.AddYears(2).AddDays(-1);
        var (opphold, dNumre) = (0, 0);
        foreach (var person in Folkemengde.Planlegg(new Befolkningsvalg(10_000, "frister"), 2).Personer().Select(Lest))
        {
            foreach (var til in person.Gjeldende("opphold").Select(o => o.Dato("oppholdTil")).OfType<DateOnly>())
            {
                Assert.True(til >= omToAar, $"{til}");
                opphold++;
            }

            if (person.Gjeldende("status").Single().Tekst("status") != "midlertidig")
                continue;
            Assert.True(person.Gjeldende("identifikasjonsnummer").Single().Dag("gyldighetstidspunkt")!.Value.AddYears(5) > omToAar);
            dNumre++;
        }

        Assert.True(opphold > 50 && dNumre > 50);

        static JsonElement Lest(ReadOnlyMemory<byte> dokument) => JsonDocument.Parse(dokument.ToArray()).RootElement;
    }

    [Fact]
    public void Ages_follow_the_pyramid()
    {
        var rader = Datatabell.Read(typeof(Befolkningsvalg).Assembly, "aldersfordeling.csv").Rader.ToArray();
        double landet = rader.Sum(rad => int.Parse(rad["kvinner"]) + int.Parse(rad["menn"]));
        foreach (var rad in rader)
        {
            var (fra, til) = (int.Parse(rad["fra_alder"]), int.Parse(rad["til_alder"]));
            foreach (var (kjoenn, kolonne) in new[] { ("kvinne", "kvinner"), ("mann", "menn") })
            {
                var ventet = int.Parse(rad[kolonne]) / landet;
                double antall = utvalg.Bosatte.Count(b => b.Kjoenn == kjoenn && b.Alder >= fra && b.Alder <= til);
                var andel = antall / utvalg.Bosatte.Count;

                var avvik = Math.Abs(andel - ventet);
                Assert.True(avvik < 0.0025 + (ventet * 0.06), $"{kjoenn} {fra}–{til}: {andel:P2}, Norway has {ventet:P2}");
            }
        }
    }

    [Fact]
    public void Municipalities_have_their_share()
    {
        var rader = Datatabell.Read(typeof(Befolkningsvalg).Assembly, "kommuner.csv").Rader.ToArray();
        double landet = rader.Sum(rad => int.Parse(rad["folketall"]));
        foreach (var rad in rader)
        {
            var ventet = utvalg.Bosatte.Count * (int.Parse(rad["folketall"]) / landet);
            var antall = utvalg.Bosatte.Count(b => b.Kommune == rad["kommunenummer"]);

            // Families live together, so the spread is that of households: four deviations of about two and a half persons each.
            var avvik = Math.Abs(antall - ventet);
            Assert.True(avvik < 8 + (4 * Math.Sqrt(ventet * 2.5)), $"{rad["navn"]}: {antall}, by population {ventet:F0}");
        }
    }

    [Fact]
    public void Every_kind_of_life_occurs()
    {
        string[] sivilstander =
        [
            "ugift", "gift", "enkeEllerEnkemann", "skilt", "separert", "uoppgitt",
            "registrertPartner", "separertPartner", "skiltPartner", "gjenlevendePartner",
        ];
        string[] statuser =
            ["bosatt", "doed", "utflyttet", "midlertidig", "inaktiv", "forsvunnet", "foedselsregistrert", "ikkeBosatt", "opphoert"];
        string[] roller = ["mor", "far", "medmor", "barn", "ektefelleEllerPartner", "doedfoedtBarn"];

        Assert.Empty(sivilstander.Except(utvalg.Sett["sivilstand"]));
        Assert.Empty(statuser.Except(utvalg.Sett["status"]));
        Assert.Empty(roller.Except(utvalg.Sett["relatertPersonsRolle"]));
        Assert.Empty(((string[])["fortrolig", "strengtFortrolig"]).Except(utvalg.Sett["graderingsnivaa"]));
        Assert.Empty(((string[])["ugradert", "klientadresse", "fortrolig"]).Except(utvalg.Sett["adressegradering"]));
        Assert.Empty(((string[])["felles", "mor", "far", "medmor", "andre"]).Except(utvalg.Sett["ansvar"]));
        string[] elementer =
        [
            "falskIdentitet", "identitetsgrunnlag", "kontaktinformasjonForDoedsbo", "legitimasjonsdokument",
            "utlendingsmyndighetenesIdentifikasjonsnummer", "utenlandskPersonidentifikasjon", "deltBosted", "foedselINorge",
            "oppholdsadresse", "innflytting", "utflytting", "brukAvSamiskSpraak", "postadresse", "postadresseIUtlandet",
            "bibehold", "opphold", "oppholdPaaSvalbard", "vergemaalEllerFremtidsfullmakt", "rettsligHandleevne",
        ];
        Assert.Empty(elementer.Except(utvalg.Sett["element"]));
    }

    /// <summary>The population, read once.</summary>
    public sealed class Utvalg
    {
        public const int Antall = 32_000;

        private static readonly string[] Koder =
            ["sivilstand", "status", "relatertPersonsRolle", "graderingsnivaa", "adressegradering", "ansvar"];

        public Utvalg()
        {
            var kontroll = new Befolkningskontroll(Befolkningsvalg.Standarddato);
            foreach (var dokument in Folkemengde.Planlegg(new Befolkningsvalg(Antall, "Norge"), 2).Personer())
            {
                kontroll.Les(dokument);
                using var json = JsonDocument.Parse(dokument);
                Se(json.RootElement);
            }

            Motsigelser = kontroll.Ferdig();
            Lest = kontroll.Antall;
        }

        public int Lest { get; }

        public IReadOnlyList<Motsigelse> Motsigelser { get; }

        public List<(string Kjoenn, double Alder, string? Kommune)> Bosatte { get; } = [];

        public Dictionary<string, HashSet<string>> Sett { get; } = Koder.Append("element").ToDictionary(kode =>
            kode, _ => new HashSet<string>());

        private void Se(JsonElement person)
        {
            foreach (var element in person.EnumerateObject())
            {
                Sett["element"].Add(element.Name);
                foreach (var oppfoering in person.Alle(element.Name))
                {
                    foreach (var kode in Koder.Where(kode => oppfoering.TryGetProperty(kode, out _)))
                        Sett[kode].Add(oppfoering.Tekst(kode)!);
                }
            }

            if (person.Gjeldende("status").First().Tekst("status") != "bosatt")
                return;
            var bosted = person.Gjeldende("bostedsadresse").FirstOrDefault();
            var foedt = person.Gjeldende("foedsel").First().Dato("foedselsdato")!.Value;
            var alder = Math.Floor((Befolkningsvalg.Standarddato.DayNumber - foedt.DayNumber - 1) / 365.2425);
            Bosatte.Add((person.Gjeldende("kjoenn").First().Tekst("kjoenn")!, alder, Kommune(bosted)));
        }

        private static string? Kommune(JsonElement bosted)
        {
            if (bosted.ValueKind != JsonValueKind.Object)
                return null;
            if (bosted.TryGetProperty("vegadresse", out var veg))
                return veg.Tekst("kommunenummer");
            return bosted.TryGetProperty("matrikkeladresse", out var matrikkel)
                ? matrikkel.GetProperty("matrikkelnummer").Tekst("kommunenummer")
                : null;
        }
    }
}
