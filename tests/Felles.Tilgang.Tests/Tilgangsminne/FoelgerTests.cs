using Dapper;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using Npgsql;

namespace Felles.Tilgang.Tests.Tilgangsminne;

public sealed class FoelgerTests
{
    private const string Finans = "folkeregister:deling/finans";

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_package_closed_on_one_host_is_refused_there_at_once_and_on_the_other_within_a_second(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var en = await Tilgangsvert.StartAsync(database);
        await using var to = await Tilgangsvert.StartAsync(database);
        var bank = Virksomheter.Sandkasse("bank");

        foreach (var (her, der) in new[] { (en, to), (to, en) })
        {
            Assert.IsType<Tilgangssvar.Tillatt>(der.Pakke(bank, "finans", Finans));
            await her.StengAsync(bank, "finans");
            Assert.IsType<Tilgangssvar.IkkeTilgang>(her.Pakke(bank, "finans", Finans));
            await InnenEtSekundAsync(() => der.Pakke(bank, "finans", Finans) is Tilgangssvar.IkkeTilgang);
            await her.AapneAsync(bank, "finans");
            await InnenEtSekundAsync(() => der.Pakke(bank, "finans", Finans) is Tilgangssvar.Tillatt);
        }

        await en.Forvaltning.TrekkScopeAsync(bank, Finans, Tilgangsvert.Tester);
        await InnenEtSekundAsync(() => to.Kontroll.Scope(bank, Finans) is Scopesvar.IkkeTildelt);
        var scope = en.Kontroll.FinnScope(Finans)!;
        await en.Forvaltning.LagreScopeAsync(scope with { Aktiv = false }, Tilgangsvert.Tester);
        await InnenEtSekundAsync(() => to.Kontroll.Scope(bank, Finans) is Scopesvar.InaktivtScope);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_host_that_cannot_read_the_log_for_five_seconds_refuses_and_comes_back_with_what_it_missed(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var en = await Tilgangsvert.StartAsync(database);
        var klokke = new Stoppeklokke();
        await using var to = await Tilgangsvert.StartAsync(database, klokke);
        var bank = Virksomheter.Sandkasse("bank");
        await using (var laas = new NpgsqlConnection(database.ConnectionString))
        {
            await laas.OpenAsync();
            await using var transaksjon = await laas.BeginTransactionAsync();
            await using (var kommando = new NpgsqlCommand("lock table felles.hendelse in access exclusive mode", laas))
                await kommando.ExecuteNonQueryAsync();
            // A read that began before the lock may still confirm the time before it.
            await Task.Delay(200);
            Assert.IsType<Tilgangssvar.Tillatt>(to.Pakke(bank, "finans", Finans));
            klokke.Stillfram(TimeSpan.FromSeconds(5.5));
            Assert.IsType<Tilgangssvar.Utdatert>(to.Pakke(bank, "finans", Finans));
            Assert.IsType<Scopesvar.Utdatert>(to.Kontroll.Scope(bank, Finans));
            // The other host's clock stands where it was, so it takes the change while the line waits.
            await en.StengAsync(bank, "finans");
            Assert.IsType<Tilgangssvar.Utdatert>(to.Pakke(bank, "finans", Finans));
        }

        await InnenEtSekundAsync(() => to.Pakke(bank, "finans", Finans) is Tilgangssvar.IkkeTilgang);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task Hosts_that_start_in_the_middle_of_changes_end_with_the_state_of_the_database(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var en = await Tilgangsvert.StartAsync(database);
        await using var to = await Tilgangsvert.StartAsync(database);
        var numre = await en.RegistrerAsync(12);
        using var ferdig = new CancellationTokenSource();
        var endringer = Enumerable.Range(0, 6).Select(skriver => Task.Run(async () =>
        {
            var terning = new Terning((uint)skriver + 1);
            for (var i = 0; i < 120; i++)
            {
                var vert = terning.Neste(2) == 0 ? en : to;
                var virksomhet = numre[terning.Neste(numre.Length)];
                var pakke = Rettighetspakke.Alle[terning.Neste(Rettighetspakke.Alle.Count)];
                await (terning.Neste(2) == 0
                    ? vert.Forvaltning.AapnePakkeAsync(virksomhet, pakke, Tilgangsvert.Tester)
                    : vert.Forvaltning.StengPakkeAsync(virksomhet, pakke, Tilgangsvert.Tester));
            }
        })).ToArray();

        await using var tre = await Tilgangsvert.StartAsync(database);
        await using var fire = await Tilgangsvert.StartAsync(database);
        await Task.WhenAll(endringer);

        var aapne = (await en.TekstAsync("select organisasjonsnummer, pakke from tilgang.pakketilgang where aapen = 1")).ToHashSet();
        foreach (var vert in new[] { en, to, tre, fire })
        {
            await vert.Foelger.CatchUpAsync();
            var sett = from virksomhet in numre.Append(Virksomheter.Sandkasse("bank")).Append(Virksomheter.Sandkasse("kommune"))
                                              .Append(Virksomheter.Sandkasse("presse")).Append(Virksomheter.Sandkasse("direktorat"))
                       from pakke in Rettighetspakke.Alle
                       where vert.Pakke(virksomhet, pakke.Navn, pakke.Scope) is Tilgangssvar.Tillatt
                       select $"{virksomhet}|{pakke.Navn}";
            Assert.Equal(aapne.Order(), sett.Order());
        }
    }

    [Theory, TestDatabases]
    public async Task Rights_and_refusals_outlive_a_restart_and_the_seed_does_not_undo_them(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        var bank = Virksomheter.Sandkasse("bank");
        await using (var foer = await Tilgangsvert.StartAsync(database))
        {
            await foer.StengAsync(bank, "finans");
            await foer.Forvaltning.TrekkScopeAsync(bank, Finans, Tilgangsvert.Tester);
            await foer.AapneAsync(bank, "presse");
        }

        await using var etter = await Tilgangsvert.StartAsync(database);
        Assert.IsType<Tilgangssvar.IkkeTilgang>(etter.Pakke(bank, "finans", Finans));
        Assert.IsType<Scopesvar.IkkeTildelt>(etter.Kontroll.Scope(bank, Finans));
        Assert.IsType<Tilgangssvar.Tillatt>(etter.Pakke(bank, "presse", "folkeregister:deling/presse"));
    }

    [Theory, TestDatabases]
    public async Task An_instance_of_another_environment_does_not_see_the_rights(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        var inkasso = Virksomheter.Sandkasse("inkasso");
        await using (var test = await Tilgangsvert.StartAsync(database))
        {
            await test.AapneAsync(inkasso, "privat");
            // A database is of one environment and says so; that a right counts in its own alone must hold even where the mark is gone.
            await test.Database.WriteAsync(async (enhet, _) => await enhet.Connection.ExecuteAsync(
                enhet.Sql("delete from felles.instans"), transaction: enhet.Transaction));
        }

        await using var produksjon = await Tilgangsvert.StartAsync(database, tid: null, ("Felles:Miljoe", "Produksjon"));
        Assert.IsType<Tilgangssvar.IkkeTilgang>(produksjon.Pakke(inkasso, "privat", "folkeregister:deling/privat"));
    }

    [Theory, TestDatabases]
    public async Task Twenty_thousand_organisations_are_loaded_and_judged_right(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        Kernel.Identifikatorer.Organisasjonsnummer[] numre;
        await using (var foer = await Tilgangsvert.StartAsync(database))
        {
            numre = await foer.RegistrerAsync(20_000);
            foreach (var del in numre.Chunk(1000))
                await Task.WhenAll(del.Select((n, i) => foer.AapneAsync(n, Rettighetspakke.Alle[i % Rettighetspakke.Alle.Count].Navn)));
        }

        var start = TimeProvider.System.GetTimestamp();
        await using var vert = await Tilgangsvert.StartAsync(database);
        TestContext.Current.SendDiagnosticMessage("{0}: start with 20 000 organisations {1:0.00} s", dialect,
            TimeProvider.System.GetElapsedTime(start).TotalSeconds);
        foreach (var del in numre.Chunk(1000))
        {
            for (var i = 0; i < del.Length; i++)
            {
                foreach (var pakke in Rettighetspakke.Alle)
                    Assert.Equal(pakke.Indeks == i % Rettighetspakke.Alle.Count,
                        vert.Pakke(del[i], pakke.Navn, pakke.Scope) is Tilgangssvar.Tillatt);
            }
        }
    }

    private static async Task InnenEtSekundAsync(Func<bool> sant)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!sant())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(1), "It did not come true within a second.");
            await Task.Delay(5);
        }
    }
}
