using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using static Felles.Folkeregister.Tests.Uttrekk.Uttrekksleser;

namespace Felles.Folkeregister.Tests.Uttrekk;

public sealed class TilpassetTests
{
    private static readonly string[] Statuser =
        ["bosatt", "utflyttet", "forsvunnet", "doed", "opphoert", "foedselsregistrert", "midlertidig", "inaktiv", "ikkeBosatt"];

    [Theory, TestDatabases]
    public async Task Each_criterion_takes_those_who_fit(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect, new() { ["Felles:Folkeregister:TilpassetBatchstoerrelse"] = "2" });
        var statuser = Statuser.Select((status, nr) => new Personbygger(Nr(20 + nr)).Status(status).Json());
        await vert.ImportertAsync(
        [
            new Soekeperson(Nr(1)).Mann().Foedt("1950-02-03").Bor("Gata").Borger("NOR").Borger("SWE").Sivilstand("gift"),
            new Soekeperson(Nr(2)).Foedt("1960-02-03").Bor("Gata", kommune: "0301").Borger("NOR").Sivilstand("ugift"),
            new Soekeperson(Nr(3)).Foedt("1970-02-03").Bor("Gata", kommune: "0301").Opphold("Veien").Bor("Gammelgata", gjelder: false).Borger("DNK"),
            new Soekeperson(Nr(4)).Mann().Foedt("1930-02-03").Doed("2019-05-06").Bor("Gata"),
            new Soekeperson(Nr(5)).Mann().Foedt("1931-02-03").Doed("2021-05-06").Bor("Gata"),
            new Soekeperson(Nr(6)).Bor("Gata").Bor("Gata", "2").Foedt("1999-12-31").Borger("SOM"), .. statuser,
        ]);
        async Task Ventet(string kriterier, params int[] personer) => Assert.Equal(
            personer.Select(n => Nr(n).ToWire()).Order(), (await TilpassetAsync(vert, Omh, kriterier)).Order());

        await Ventet("""{"personstatustyper":["aktiv"]}""", 22, 25, 26, 28);
        await Ventet("""{"personstatustyper":["utflyttet","inaktiv"]}""", 21, 27);
        await Ventet("""{"personstatustyper":["doed"]}""", 4, 5, 23);
        await Ventet("""{"personstatustyper":["bosatt"],"foedselsaarTilOgMed":"1980"}""", 1, 2, 3);
        await Ventet("""{"personstatustyper":["bosatt"],"foedselsaarFraOgMed":"1960","foedselsaarTilOgMed":"1970"}""", 2, 3);
        await Ventet("""{"personstatustyper":["bosatt"],"foedselsaarFraOgMed":"1999"}""", 6);
        await Ventet("""{"personstatustyper":["bosatt","doed"],"doedsaarTilOgMed":"2020"}""", 4);
        await Ventet("""{"personstatustyper":["bosatt","doed"],"doedsaarFraOgMed":"2020","doedsaarTilOgMed":"2022"}""", 5);
        await Ventet("""{"personstatustyper":["bosatt"],"kjoenn":"mann"}""", 1);
        await Ventet("""{"personstatustyper":["bosatt"],"statsborgerskap":"SWE"}""", 1);
        await Ventet("""{"personstatustyper":["bosatt"],"sivilstandstype":"gift"}""", 1);
        await Ventet("""{"personstatustyper":["bosatt"],"kommunenummer":{"bostedskommunenummer":"0301"}}""", 2, 3);
        await Ventet("""{"personstatustyper":["bosatt"],"kommunenummer":{"oppholdskommunenummer":"4204"}}""", 3);
        await Ventet("""{"personstatustyper":["bosatt","doed"],"kommunenummer":{"bostedskommunenummer":"4204"},"foedselsaarFraOgMed":"1999"}""", 6);
        await Ventet("""{"personstatustyper":["doed"],"kjoenn":"mann","kommunenummer":{"bostedskommunenummer":"4204"}}""", 4, 5);
        await Ventet("""{"personstatustyper":["bosatt"],"kommunenummer":null,"statsborgerskap":"XXX"}""");
    }

    [Theory, TestDatabases]
    public async Task An_address_is_found_by_its_municipality_only_where_the_package_may_see_it(Dialect dialect)
    {
        string[] graderinger = ["ugradert", "klientadresse", "fortrolig", "strengtFortrolig"];
        await using var vert = await Registervert.StartAsync(dialect);
        var nr = 0;
        var adresser = new Dictionary<string, (Folkeregisteridentifikator Nummer, string Adresse, string Person)>();
        foreach (var person in graderinger)
        {
            foreach (var adresse in graderinger)
                adresser.Add($"{person}/{adresse}", (Nr(++nr), adresse, person));
        }

        await vert.ImportertAsync([.. adresser.Values.Select(a => Gradert(a.Nummer, a.Adresse, a.Person).Json())]);
        foreach (var pakke in Register.Oppslagspakker)
        {
            // What the look-up delivers of the home is what the extract may hit.
            var synlige = new HashSet<string>();
            foreach (var (nummer, _, _) in adresser.Values)
            {
                using var svar = await vert.HentAsync(Register.Sti(pakke, $"personer/{nummer.ToWire()}?part=bostedsadresse"));
                if ((await svar.Content.ReadAsStringAsync()).Contains("\"4204\"", StringComparison.Ordinal))
                    synlige.Add(nummer.ToWire());
            }

            Assert.NotEmpty(synlige);
            Assert.True(synlige.Count < adresser.Count);
            foreach (var felt in new[] { "bostedskommunenummer", "oppholdskommunenummer" })
            {
                var treff = await TilpassetAsync(vert, pakke, $$$"""{"personstatustyper":["bosatt"],"kommunenummer":{"{{{felt}}}":"4204"}}""");
                Assert.Equal(synlige.Order(), treff.Order());
            }

            Assert.Equal(adresser.Count, (await TilpassetAsync(vert, pakke, """{"personstatustyper":["bosatt"]}""")).Count);
        }
    }

    [Theory, TestDatabases]
    public async Task All_faults_are_told_and_nothing_is_ordered(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        foreach (var (kropp, ventet) in new (string, string[])[]
        {
            ("""{"kjoenn":"mann "}""", ["personstatustyper mangler.", "kjoenn skal"]),
            ("""{"personstatustyper":[]}""", ["minst én"]),
            ("""{"personstatustyper":null}""", ["personstatustyper mangler."]),
            ("""{"personstatustyper":["bosatt","forsvunnet",7]}""", ["personstatustyper[1] skal", "personstatustyper[2] skal"]),
            ("""{"personstatustyper":["bosatt"],"foedselsaarFraOgMed":1980,"foedselsaarTilOgMed":"80","doedsaarFraOgMed":"2020","doedsaarTilOgMed":"2019"}""",
                ["foedselsaarFraOgMed skal", "foedselsaarTilOgMed skal", "doedsaarFraOgMed er etter"]),
            ("""{"personstatustyper":["bosatt"],"kommunenummer":{"bostedskommunenummer":"4204","oppholdskommunenummer":"4204"}}""", ["enten"]),
            ("""{"personstatustyper":["bosatt"],"kommunenummer":{}}""", ["enten"]),
            ("""{"personstatustyper":["bosatt"],"kommunenummer":"4204"}""", ["objekt"]),
            ("""{"personstatustyper":["bosatt"],"kommunenummer":{"bostedskommunenummer":["4204","0301"]}}""", ["bare ha én"]),
            ("""{"personstatustyper":["bosatt"],"kommunenummer":{"bostedskommunenummer":"420","fylke":"42"}}""", ["fire sifre", "kommunenummer.fylke"]),
            ("""{"personstatustyper":["bosatt"],"statsborgerskap":"no","sivilstandstype":"Gift","bydel":"x","kjoenn":"mann","kjoenn":"kvinne"}""",
                ["statsborgerskap skal", "sivilstandstype er ikke", "Ukjent felt: bydel", "kjoenn er oppgitt mer enn"]),
            ("[]", ["objekt"]), ("", ["linje 1"]), ("{", ["linje 1"]), ("""{"kjoenn":"\ud800"}""", ["UTF-8"]),
        })
        {
            using var svar = await SendTilpassetAsync(vert, Omh, kropp);
            Assert.True((int)svar.StatusCode == 400, $"{(int)svar.StatusCode} for {kropp}");
            var melding = (await OppslagTests.JsonAsync(svar)).GetProperty("melding").GetString()!;
            Assert.All(ventet, del => Assert.Contains(del, melding, StringComparison.Ordinal));
        }

        using var type = await SendTilpassetAsync(vert, Omh, "<a/>", "application/xml");
        Assert.Equal(415, (int)type.StatusCode);
        using var stor = await SendTilpassetAsync(vert, Omh, new string(' ', 2_000_000) + "{}");
        Assert.Equal(413, (int)stor.StatusCode);
        using var xml = await SendTilpassetAsync(vert, Omh, """{"personstatustyper":["bosatt"]}""", accept: "application/xml");
        Assert.Contains("<jobbId>", await xml.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, TestDatabases]
    public async Task Several_municipalities_are_taken_where_the_switch_is_on(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect, new() { ["Felles:Folkeregister:UttrekkFlereKommuner"] = "true" });
        await vert.ImportertAsync(
            new Soekeperson(Nr(1)).Bor("Gata", kommune: "0301"), new Soekeperson(Nr(2)).Bor("Gata", kommune: "4204"),
            new Soekeperson(Nr(3)).Bor("Gata", kommune: "1103"));
        Assert.Equal(
            [Nr(1).ToWire(), Nr(3).ToWire()],
            await TilpassetAsync(vert, Omh, """{"personstatustyper":["bosatt"],"kommunenummer":{"bostedskommunenummer":["1103","0301"]}}"""));
        using var tom = await SendTilpassetAsync(vert, Omh, """{"personstatustyper":["bosatt"],"kommunenummer":{"bostedskommunenummer":[]}}""");
        Assert.Equal(400, (int)tom.StatusCode);
    }

    private static Folkeregisteridentifikator Nr(int n) => Personbygger.Nummer(n);

    private static Soekeperson Gradert(Folkeregisteridentifikator nummer, string adresse, string person)
    {
        var bygger = new Soekeperson(nummer).Bor("Gata", gradering: adresse).Opphold("Veien", gradering: adresse);
        return person == "ugradert" ? bygger : bygger.Skjermet(person);
    }
}
