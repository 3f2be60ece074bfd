using System.Globalization;
using System.Text;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Soekeregister;
using Felles.Folkeregister.Tests.Last;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Soekeregister;

public sealed class SoekeraderTests
{
    private static readonly string[] Tabeller = ["soek", "soek_navn", "soek_adresse", "soek_nummer"];

    [Theory, TestDatabases]
    public async Task An_import_writes_what_a_load_writes(Dialect dialect)
    {
        await using var importert = await Registervert.StartAsync(dialect);
        await importert.ImportertAsync(Personer());
        await using var lastet = await Registervert.StartAsync(dialect);
        var personer = Personer().Select(p => Personleser.Les(Encoding.UTF8.GetBytes(p)));
        await lastet.Tjenester.GetRequiredService<Personlast>().LastGrunnlagAsync(1, _ => personer);

        var rader = await RaderAsync(importert);
        Assert.Equal(rader, await RaderAsync(lastet));
        Assert.Contains("1|19850314|1985|0|1|3| NOR SWE ", rader["soek"], StringComparison.Ordinal);
        Assert.Contains("1|0|1|1|0|4204|4636|PRØVE ALLÉ|12|B|H0101", rader["soek_adresse"], StringComparison.Ordinal);
        // Seven words now and before, of which Anne is one twice; four numbers.
        Assert.Equal(8, rader["soek_navn"].Split('\n').Count(rad => rad.StartsWith("1|", StringComparison.Ordinal)));
        Assert.Equal(4, rader["soek_nummer"].Split('\n').Count(rad => rad.StartsWith("1|", StringComparison.Ordinal)));
    }

    [Theory, TestDatabases]
    public async Task Homes_that_are_strengt_fortrolig_have_no_row_and_others_have_their_level(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await vert.ImportertAsync(
            new Soekeperson(Personbygger.Nummer(1)).Navn("A", "B").Bor("Klientgata", gradering: "klientadresse"),
            new Soekeperson(Personbygger.Nummer(2)).Navn("A", "B").Skjermet("fortrolig").Bor("Fortroliggata", gradering: "fortrolig").Bor("Foer", gjelder: false),
            new Soekeperson(Personbygger.Nummer(3)).Navn("A", "B").Skjermet("strengtFortrolig").Bor("Foer", gjelder: false).Opphold("Skjult"),
            new Soekeperson(Personbygger.Nummer(4)).Navn("A", "B").Bor("Hemmelig", gradering: "strengtFortrolig"));

        Assert.Equal(
            ["1|0|1|1|4|4204|4636|KLIENTGATA|0||", "2|0|1|1|10|4204|4636|FORTROLIGGATA|0||", "2|1|1|0|2|4204|4636|FOER|0||"],
            (await RaderAsync(vert))["soek_adresse"].Split('\n'));
    }

    [Theory, TestDatabases]
    public async Task A_changed_person_has_the_rows_of_the_new_document_alone_and_one_without_a_document_none(Dialect dialect)
    {
        await using var endret = await Registervert.StartAsync(dialect);
        await using var ny = await Registervert.StartAsync(dialect);
        foreach (var person in Personer(alle: 1))
            await endret.ImportertAsync(person);

        Assert.Equal(1, (await endret.Tjenester.GetRequiredService<Personer>().TellAsync()).Alle);
        await ny.ImportertAsync(Personer(alle: 1)[^1]);
        Assert.Equal(await RaderAsync(ny), await RaderAsync(endret));

        await endret.Tjenester.GetRequiredService<Database>().WriteAsync(async (unit, ct) =>
        {
            await using var setninger = Setninger.For(unit);
            await Soekelager.ErstattAsync(setninger, personnoekkel: 1, foer: null, naa: null, ct);
            await setninger.ToemAsync(ct);
        });
        Assert.All((await RaderAsync(endret)).Values, Assert.Empty);
    }

    [Theory, TestDatabases]
    public async Task A_register_from_before_gets_its_rows_at_the_next_start_and_an_interrupted_start_goes_on(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var mange = Enumerable.Range(10, 1200).Select(n => new Soekeperson(Personbygger.Nummer(n)).Navn("Rask", "Trekant").Bor("Prøveveien").Json());
        await vert.ImportertAsync([.. Personer(), .. mange]);
        var ventet = await RaderAsync(vert);
        // As a register of the second migration looks after the third, with the highest page made already and wrong rows below.
        await UtfoerAsync(vert, "update folkeregister.grunnlag set soek_utgave = 1, soek_mangler = 700 where nr = 1");
        await UtfoerAsync(vert, "delete from folkeregister.soek_navn where personnoekkel <= 650");
        await UtfoerAsync(vert, "delete from folkeregister.soek_adresse where personnoekkel <= 700");
        await UtfoerAsync(vert, "update folkeregister.soek_nummer set slag = 2, nummer = 7");
        await UtfoerAsync(vert, "update folkeregister.soek set foedselsdato = 0, statsborgerskap = '' where personnoekkel <= 700");
        var steg = vert.Tjenester.GetServices<IStartupStep>().OfType<Soekerettelse>().Single();
        await steg.RunAsync(CancellationToken.None);
        Assert.Equal(ventet, await RaderAsync(vert));

        await UtfoerAsync(vert, "delete from folkeregister.soek_navn");
        await steg.RunAsync(CancellationToken.None);
        Assert.Equal("", (await RaderAsync(vert))["soek_navn"]);
        var indekser = await PersonlastTests.SoekeindeksAsync(vert);
        await UtfoerAsync(vert, "update folkeregister.grunnlag set soek_utgave = 0 where nr = 1");
        await steg.RunAsync(CancellationToken.None);
        Assert.Equal(ventet, await RaderAsync(vert));
        Assert.Equal(indekser, await PersonlastTests.SoekeindeksAsync(vert));
    }

    /// <summary>Three persons, or one at three times.</summary>
    private static string[] Personer(int? alle = null) =>
    [
        new Soekeperson(Personbygger.Nummer(1)).Tidligere(Personbygger.Nummer(1, Identifikatortype.DNummer))
            .Navn("Anne Marie", "Prøve-Åsen", "Ødegård").Navn("Anne", "Trekant \\\"Tre\\\" von", gjelder: false)
            .Bor("Prøve  allé", "12", "b", bruksenhet: "H0101").Bor("Gamleveien", "1", gjelder: false).Opphold("Hytteveien", "3", "0150", "0301")
            .Utenlandsk("SWE", "19850314-1234").Pass("SWE", "p 123").Duf("201001234567").Verge(Personbygger.Nummer(2))
            .Borger("NOR").Borger("SWE").Sivilstand("gift"),
        new Soekeperson(Personbygger.Nummer(alle ?? 2)).Navn("Ola", "Firkant").Mann().Foedt("1931-12-24").Doed("2020-01-02"),
        new Soekeperson(Personbygger.Nummer(alle ?? 3)).Navn("Nguyễn", "Łukasz").Bor("Uten nummer").Sivilstand("ugift").Borger("XUK"),
    ];

    private static async Task<Dictionary<string, string>> RaderAsync(Registervert vert)
    {
        Dictionary<string, string> alle = [];
        foreach (var tabell in Tabeller)
            alle.Add(tabell, await RaderAsync(vert, tabell));
        return alle;
    }

    private static async Task<string> RaderAsync(Registervert vert, string tabell)
    {
        var database = vert.Tjenester.GetRequiredService<Database>();
        var kolonner = tabell switch
        {
            "soek" => "personnoekkel, foedselsdato, foedselsaar, doedsaar, kjoenn, sivilstand, statsborgerskap, identifikator, personstatus, doed, gradering",
            "soek_navn" => "personnoekkel, nr, oppfoering, del, gjeldende, ord",
            "soek_adresse" =>
                "personnoekkel, nr, slag, gjeldende, nivaa, kommunenummer, postnummer, adressenavn, husnummer, husbokstav, bruksenhetsnummer",
            _ => "personnoekkel, nr, slag, nummer",
        };
        return await database.ReadPrimaryAsync(async (c, ct) =>
        {
            await using var command = c.CreateCommand();
            command.CommandText = database.Sql($"select {kolonner} from folkeregister.{tabell} order by 1, 2, 3");
            await using var rader = await command.ExecuteReaderAsync(ct);
            List<string> linjer = [];
            while (await rader.ReadAsync(ct))
            {
                var felter = Enumerable.Range(0, rader.FieldCount).Select(i => Convert.ToString(rader[i], CultureInfo.InvariantCulture));
                linjer.Add(string.Join('|', felter));
            }

            return string.Join('\n', linjer);
        });
    }

    private static Task UtfoerAsync(Registervert vert, string sql) => vert.Tjenester.GetRequiredService<Database>().WriteAsync(
        async (unit, ct) =>
        {
            await using var command = unit.Connection.CreateCommand();
            (command.CommandText, command.Transaction) = (unit.Sql(sql), unit.Transaction);
            await command.ExecuteNonQueryAsync(ct);
        });
}
