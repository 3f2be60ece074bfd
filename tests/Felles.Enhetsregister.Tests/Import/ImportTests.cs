using System.Text;
using System.Text.Json.Nodes;
using Felles.Enhetsregister.Contracts;
using Felles.Storage;
using Felles.Testing.Databaser;

namespace Felles.Enhetsregister.Tests.Import;

public sealed class ImportTests
{
    // Members that the register does not use, numbers in odd forms, an escape, nulls, and members in another order than ours.
    private static readonly string[] Linjer =
    [
        """{"navn":"SJENERT STOLT TIGER AS","organisasjonsnummer":"313700526","organisasjonsform":"""
            + """ {"kode":"AS","_links":{"self":{"href":"x"}}},"kapital":{"belop":30000.00,"antallAksjer":1E2},"postadresse":null}""",
        """{ "organisasjonsnummer" : "313409953", "navn" : "ULLEN UMODEN TIGER \u00C5S", "organisasjonsform" : { "kode" : "ENK" }, """
            + """ "antallAnsatte" : 0, "rollegrupper" : [ { "type" : { "kode" : "INNH" }, "roller" : [ """
            + """ { "type" : { "kode" : "INNH" }, "person" : { "foedselsnummer" : "24907999374" } } ] } ] }""",
        """{"organisasjonsnummer":"310166138","navn":"UNDER ÆRLIG TIGER","organisasjonsform":{"kode":"BEDR"},"""
            + """ "overordnetEnhet":"313700526","beliggenhetsadresse":{"adresse":["","Gate 1"],"kommunenummer":"0301"}}""",
    ];

    [Theory, TestDatabases]
    public async Task What_went_in_comes_out_equal_and_a_second_import_changes_nothing(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);

        Assert.Equal(new Importsvar.Tatt(3, 3, 0, 0), await ImporterAsync(vert, Linjer));
        var ut = await EksporterAsync(vert);
        Assert.Equal(new Importsvar.Tatt(3, 0, 0, 3), await ImporterAsync(vert, ut));
        Assert.Equal(new Importsvar.Tatt(3, 0, 0, 3), await ImporterAsync(vert, Linjer));

        var inn = Linjer.OrderBy(l => (string?)JsonNode.Parse(l)!["organisasjonsnummer"]).ToArray();
        Assert.Equal(inn.Length, ut.Length);
        Assert.All(inn.Zip(ut), par => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(par.First), JsonNode.Parse(par.Second)), par.Second));
        Assert.Contains("\"belop\":30000.00,\"antallAksjer\":1E2", ut[^1]);
        Assert.Contains("ULLEN UMODEN TIGER ÅS", string.Join('\n', ut));
    }

    [Theory, TestDatabases]
    public async Task A_changed_organisation_is_counted_and_its_roles_are_the_new_ones(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await ImporterAsync(vert, Linjer);
        var person = Person();
        Assert.Equal([new Rolleforhold(Enhetsbygger.Nummer("313409953"), "INNH", "INNH")], await vert.Enheter.RollerForAsync(person));

        var endret = Linjer[1].Replace("\"rollegrupper\"", "\"hjemmeside\":\"tiger.example\",\"x\"");
        Assert.Equal(new Importsvar.Tatt(2, 0, 1, 1), await ImporterAsync(vert, [Linjer[0], endret]));

        Assert.Empty(await vert.Enheter.RollerForAsync(person));
        Assert.Equal("tiger.example", (await vert.Enheter.FinnAsync(Enhetsbygger.Nummer("313409953")))!.Hjemmeside);
    }

    [Theory, TestDatabases]
    public async Task All_faults_of_a_file_are_told_with_line_path_and_code_and_nothing_is_stored(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        string[] fil =
        [
            Linjer[0],
            "",
            """{"organisasjonsnummer":"313409954","navn":"","organisasjonsform":{"kode":"XX"}}""",
            "{nei",
            Linjer[0],
            Linjer[2].Replace("\"overordnetEnhet\":\"313700526\"", "\"overordnetEnhet\":\"311590839\""),
            new string('x', 300_000),
        ];

        var avvist = Assert.IsType<Importsvar.Avvist>(await ImporterAsync(vert, fil));

        Assert.Equal(
            [
                (3, "organisasjonsnummer", "virksomhet-ugyldig-organisasjonsnummer"),
                (3, "navn", "virksomhet-ugyldig-tekst"),
                (3, "organisasjonsform.kode", "virksomhet-ukjent-organisasjonsform"),
                (4, "", "virksomhet-ugyldig-json"),
                (5, "organisasjonsnummer", "virksomhet-finnes-to-ganger"),
                (6, "overordnetEnhet", "virksomhet-overordnet-ukjent"),
                (7, "", "virksomhet-linje-for-lang"),
            ],
            avvist.Funn.Select(f => (f.Linje!.Value, f.Sti, f.Feil.Kode)));
        Assert.Equal(7, avvist.Antall);
        Assert.Empty(await EksporterAsync(vert));
        Assert.Empty(Directory.GetFiles(Path.Combine(vert.Mappe, "import")));
    }

    [Fact]
    public async Task A_file_of_nothing_but_faults_tells_the_first_hundred_thousand_and_how_many_there_are()
    {
        await using var vert = await Registervert.StartAsync(Dialect.Sqlite);
        var avvist = Assert.IsType<Importsvar.Avvist>(await ImporterAsync(vert, Enumerable.Repeat("nei", 100_002)));
        Assert.Equal((100_000, 100_002L), (avvist.Funn.Count, avvist.Antall));
    }

    [Fact]
    public async Task A_unit_above_may_come_later_in_the_file_or_be_registered_before()
    {
        await using var vert = await Registervert.StartAsync(Dialect.Sqlite);
        Assert.Equal(new Importsvar.Tatt(2, 2, 0, 0), await ImporterAsync(vert, [Linjer[2], Linjer[0]]));
        var ny = Linjer[2].Replace("310166138", "311860917");
        Assert.Equal(new Importsvar.Tatt(1, 1, 0, 0), await ImporterAsync(vert, [ny]));
    }

    [Theory, TestDatabases]
    public async Task Imports_of_the_same_units_in_different_orders_do_not_hinder_each_other(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var numre = Enhetsbygger.Numre(200).Select(n => n.ToWire()).ToArray();
        var svar = await Task.WhenAll(Enumerable.Range(0, 6).Select(skriver => Task.Run(() => ImporterAsync(
            vert,
            (skriver % 2 == 0 ? numre : numre.Reverse())
                .Select(n => $$$"""{"organisasjonsnummer":"{{{n}}}","navn":"TIGER {{{skriver}}}","organisasjonsform":{"kode":"AS"}}""")))));
        Assert.All(svar, s => Assert.Equal(200, Assert.IsType<Importsvar.Tatt>(s).Lest));
        Assert.Single((await EksporterAsync(vert)).Select(l => (string?)JsonNode.Parse(l)!["navn"]).Distinct());
    }

    private static Kernel.Identifikatorer.Folkeregisteridentifikator Person() =>
        Kernel.Identifikatorer.Folkeregisteridentifikator.TryParse(Enhetsbygger.Person, out var person) ? person
            : throw new InvalidOperationException();

    private static async Task<Importsvar> ImporterAsync(Registervert vert, IEnumerable<string> linjer)
    {
        using var stroem = new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", linjer)));
        return await vert.Enheter.ImporterAsync(stroem);
    }

    private static async Task<string[]> EksporterAsync(Registervert vert)
    {
        List<string> linjer = [];
        await foreach (var linje in vert.Enheter.EksporterAsync()) linjer.Add(Encoding.UTF8.GetString(linje.Span));
        return [.. linjer];
    }
}
