using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;

namespace Felles.Enhetsregister.Tests.Oppslag;

public sealed class EnheterTests
{
    [Theory, TestDatabases]
    public async Task A_saved_unit_is_found_as_it_was_saved(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var enhet = Enhetsbygger.Enhet(Enhetsbygger.Nummer("313700526")).MedDagligLeder(Enhetsbygger.Person);

        Assert.True(await vert.Enheter.LagreAsync(enhet));
        Assert.False(await vert.Enheter.LagreAsync(enhet));

        var funnet = (await vert.Enheter.FinnAsync(enhet.Organisasjonsnummer))!;
        Assert.Equivalent(enhet, funnet, strict: true);
        Assert.True(await vert.Enheter.FinnesAsync(enhet.Organisasjonsnummer));
        Assert.False(await vert.Enheter.FinnesAsync(Enhetsbygger.Nummer("313409953")));
        Assert.Null(await vert.Enheter.FinnAsync(Enhetsbygger.Nummer("313409953")));
    }

    [Theory, TestDatabases]
    public async Task A_person_holds_the_roles_of_all_units_but_not_those_left(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var numre = Enhetsbygger.Numre(3).ToArray();
        await vert.Enheter.LagreAsync(Enhetsbygger.Enhet(numre[0]).MedDagligLeder(Enhetsbygger.Person));
        await vert.Enheter.LagreAsync(Enhetsbygger.Enhet(numre[1]).MedDagligLeder(Enhetsbygger.Person, fratraadt: true));
        await vert.Enheter.LagreAsync(Enhetsbygger.Enhet(numre[2]).MedDagligLeder(Enhetsbygger.Person));

        Assert.True(Folkeregisteridentifikator.TryParse(Enhetsbygger.Person, out var person));
        Assert.Equal([numre[0], numre[2]], (await vert.Enheter.RollerForAsync(person)).Select(r => r.Enhet));
    }

    [Theory, TestDatabases]
    public async Task Search_finds_by_the_beginning_of_the_name_in_any_case_and_by_form(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var numre = Enhetsbygger.Numre(5).ToArray();
        await vert.Enheter.LastInnAsync(
        [
            Enhetsbygger.Enhet(numre[0], "ÅPEN ÆRLIG TIGER AS"),
            Enhetsbygger.Enhet(numre[1], "ÅPEN EKTE TIGER AS"),
            Enhetsbygger.Enhet(numre[2], "APEN TIGER AS"),
            Enhetsbygger.Enhet(numre[3], "ÅPEN% TIGER FLI", "FLI"),
            Enhetsbygger.Enhet(numre[4], "SIST", "BEDR") with { OverordnetEnhet = numre[0] },
        ]);

        Assert.Equal([numre[1], numre[0], numre[3]], await SoekAsync(new() { Navn = "åpen" }));
        Assert.Equal([numre[3]], await SoekAsync(new() { Navn = "Åpen%" }));
        Assert.Equal([numre[3]], await SoekAsync(new() { Organisasjonsform = "FLI" }));
        Assert.Equal([numre[4]], await SoekAsync(new() { OverordnetEnhet = numre[0] }));
        Assert.Equal([numre[2], numre[3]], await SoekAsync(new() { Etter = numre[1], Antall = 2 }));
        Assert.Empty(await SoekAsync(new() { Navn = "'; drop table" }));

        async Task<IEnumerable<Organisasjonsnummer>> SoekAsync(Enhetssoek soek) =>
            (await vert.Enheter.SoekAsync(soek)).Select(e => e.Organisasjonsnummer);
    }

    [Theory, TestDatabases]
    public async Task Twenty_thousand_units_are_loaded_and_exported_and_a_load_can_be_repeated(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var enheter = Enhetsbygger.Numre(20_000).Select((n, i) => Enhetsbygger.Enhet(n, $"TIGER {i}").MedDagligLeder(Enhetsbygger.Person))
            .ToArray();

        var start = TimeProvider.System.GetTimestamp();
        Assert.Equal(20_000, await vert.Enheter.LastInnAsync(enheter));
        TestContext.Current.SendDiagnosticMessage(
            "{0}: 20 000 units in {1:0.00} s", dialect, TimeProvider.System.GetElapsedTime(start).TotalSeconds);
        Assert.Equal(0, await vert.Enheter.LastInnAsync(enheter.Take(600)));

        var antall = 0;
        await foreach (var _ in vert.Enheter.EksporterAsync()) antall++;
        Assert.Equal(20_000, antall);
    }

    [Theory, TestDatabases]
    public async Task Writers_of_the_same_units_do_not_hinder_each_other(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var numre = Enhetsbygger.Numre(50).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(skriver => Task.Run(() => vert.Enheter.LastInnAsync(
            (skriver % 2 == 0 ? numre : numre.Reverse())
                .Select(n => Enhetsbygger.Enhet(n, $"TIGER {skriver}").MedDagligLeder(Enhetsbygger.Person))))));

        Assert.True(Folkeregisteridentifikator.TryParse(Enhetsbygger.Person, out var person));
        Assert.Equal(numre, (await vert.Enheter.RollerForAsync(person)).Select(r => r.Enhet));
    }

    [Fact]
    public async Task A_unit_that_the_import_would_refuse_is_not_saved()
    {
        await using var vert = await Registervert.StartAsync(Dialect.Sqlite);
        var feil = Enhetsbygger.Enhet(Enhetsbygger.Nummer("313700526"), form: "BEDR");
        await Assert.ThrowsAsync<ArgumentException>(() => vert.Enheter.LagreAsync(feil));
        Assert.False(await vert.Enheter.FinnesAsync(feil.Organisasjonsnummer));
    }

    [Fact]
    public void A_person_in_a_role_does_not_tell_its_number_in_text()
    {
        var enhet = Enhetsbygger.Enhet(Enhetsbygger.Nummer("313700526")).MedDagligLeder(Enhetsbygger.Person);
        Assert.DoesNotContain(Enhetsbygger.Person, enhet.Rollegrupper![0].Roller[0].ToString());
        Assert.DoesNotContain(Enhetsbygger.Person, Lager.Enhetsrad.Av(enhet).ToString());
        Assert.DoesNotContain(Enhetsbygger.Person, Lager.Enhetsrad.Av(enhet).Roller[0].ToString());
    }
}
