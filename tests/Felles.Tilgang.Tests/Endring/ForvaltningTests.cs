using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;

namespace Felles.Tilgang.Tests.Endring;

public sealed class ForvaltningTests
{
    private const string Scope = "krr:global/hentendring.read";

    [Theory, TestDatabases]
    public async Task A_scope_is_granted_and_withdrawn_at_once_and_nothing_is_deleted(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var vert = await Tilgangsvert.StartAsync(database);
        var kommune = Virksomheter.Sandkasse("kommune");
        Assert.IsType<Scopesvar.IkkeTildelt>(vert.Kontroll.Scope(kommune, Scope));

        var aktoer = Aktoer.Klient("klient-1", Virksomheter.Sandkasse("drift"), "avtale 17");
        var bedt = Utfoert(await vert.Forvaltning.BeOmScopeAsync(kommune, Scope, aktoer));
        Assert.Equal(Tilgangsstatus.Requested, bedt.Tilstand.Status);
        Assert.IsType<Scopesvar.IkkeTildelt>(vert.Kontroll.Scope(kommune, Scope));

        Assert.True(Utfoert(await vert.Forvaltning.GiScopeAsync(kommune, Scope, aktoer)).Endret);
        Assert.Equal(Scope, Assert.IsType<Scopesvar.Tillatt>(vert.Kontroll.Scope(kommune, Scope)).Scope.Navn);
        Assert.False(Utfoert(await vert.Forvaltning.GiScopeAsync(kommune, Scope, aktoer)).Endret);
        Assert.False(Utfoert(await vert.Forvaltning.BeOmScopeAsync(kommune, Scope, aktoer)).Endret);

        Assert.Equal(Tilgangsstatus.Denied, Utfoert(await vert.Forvaltning.TrekkScopeAsync(kommune, Scope, aktoer)).Tilstand.Status);
        Assert.IsType<Scopesvar.IkkeTildelt>(vert.Kontroll.Scope(kommune, Scope));
        Assert.Equal(["DENIED"], await vert.TekstAsync($"select status from tilgang.scopetilgang where scope = '{Scope}'"));
        Assert.Equal(
            [
                $"klient:klient-1@315181909|avtale 17|test|{kommune}|-|REQUESTED",
                $"klient:klient-1@315181909|avtale 17|test|{kommune}|REQUESTED|APPROVED",
                $"klient:klient-1@315181909|avtale 17|test|{kommune}|APPROVED|DENIED",
            ],
            await vert.TekstAsync($"""
                select hvem, grunn, miljoe, organisasjonsnummer, fra, til from tilgang.endring
                where gjelder = '{Scope}' and hvem <> 'felles' order by id
                """));
    }

    [Theory, TestDatabases]
    public async Task A_closed_package_refuses_a_live_token_and_leaves_the_scope_alone(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var vert = await Tilgangsvert.StartAsync(database);
        var bank = Virksomheter.Sandkasse("bank");
        const string scope = "folkeregister:deling/finans";
        Assert.IsType<Tilgangssvar.Tillatt>(vert.Pakke(bank, "finans", scope));

        await vert.StengAsync(bank, "finans");
        Assert.IsType<Tilgangssvar.IkkeTilgang>(vert.Pakke(bank, "finans", scope));
        Assert.IsType<Scopesvar.Tillatt>(vert.Kontroll.Scope(bank, scope));

        await vert.AapneAsync(bank, "finans");
        Assert.IsType<Tilgangssvar.Tillatt>(vert.Pakke(bank, "finans", scope));
    }

    [Theory, TestDatabases]
    public async Task A_role_is_given_withdrawn_and_given_again_under_one_id_and_its_record_names_nobody(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var vert = await Tilgangsvert.StartAsync(database);
        var drift = Virksomheter.Sandkasse("drift");
        var aktoer = Aktoer.Vert("root", "first role");

        Task<Endringssvar<Brukerrolle>> GiAsync() =>
            vert.Forvaltning.GiRolleAsync("https://idp.example", "24907999374", drift, "drift", aktoer);

        var gitt = Utfoert(await GiAsync()).Tilstand;
        Assert.False(Utfoert(await GiAsync()).Endret);
        Assert.False(Utfoert(await vert.Forvaltning.TrekkRolleAsync(gitt.Id, aktoer)).Tilstand.Aktiv);
        Assert.False(Utfoert(await vert.Forvaltning.TrekkRolleAsync(gitt.Id, aktoer)).Endret);
        Assert.Equal(gitt.Id, Utfoert(await GiAsync()).Tilstand.Id);

        var endringer = await vert.TekstAsync("select hvem, gjelder, fra, til from tilgang.endring where type = 'rolle' order by id");
        string[] ventet =
        [
            $"vert:root|drift {gitt.Id}|-|gitt", $"vert:root|drift {gitt.Id}|gitt|trukket", $"vert:root|drift {gitt.Id}|trukket|gitt",
        ];
        Assert.Equal(ventet, endringer);
        Assert.DoesNotContain("24907999374", gitt.ToString());
    }

    [Theory, TestDatabases]
    public async Task What_does_not_exist_is_refused_and_nothing_is_written(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var vert = await Tilgangsvert.StartAsync(database);
        var foer = await vert.TekstAsync("select count(*) from tilgang.endring");
        var ukjent = Kernel.Identifikatorer.Organisasjonsnummer.FromValue(313409953);
        var kjent = Virksomheter.Sandkasse("bank");

        Assert.Equal("ukjent-virksomhet", Kode(await vert.Forvaltning.GiScopeAsync(ukjent, Scope, Tilgangsvert.Tester)));
        Assert.Equal("ukjent-virksomhet",
            Kode(await vert.Forvaltning.AapnePakkeAsync(ukjent, Rettighetspakke.Alle[0], Tilgangsvert.Tester)));
        Assert.Equal("ukjent-virksomhet", Kode(await vert.Forvaltning.GiRolleAsync("i", "s", ukjent, "drift", Tilgangsvert.Tester)));
        Assert.Equal("ukjent-scope", Kode(await vert.Forvaltning.GiScopeAsync(kjent, "krr:finnes/ikke", Tilgangsvert.Tester)));
        Assert.Equal("ukjent-rolle", Kode(await vert.Forvaltning.GiRolleAsync("i", "s", kjent, "keiser", Tilgangsvert.Tester)));
        Assert.Equal("rolle-finnes-ikke", Kode(await vert.Forvaltning.TrekkRolleAsync(4711, Tilgangsvert.Tester)));
        Assert.Equal(foer, await vert.TekstAsync("select count(*) from tilgang.endring"));
    }

    [Theory, TestDatabases]
    public async Task An_inactive_scope_gives_no_tokens_and_keeps_its_grants(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var vert = await Tilgangsvert.StartAsync(database);
        var bank = Virksomheter.Sandkasse("bank");
        var finans = vert.Kontroll.FinnScope("folkeregister:deling/finans")!;

        Assert.True(Utfoert(await vert.Forvaltning.LagreScopeAsync(finans with { Aktiv = false }, Tilgangsvert.Tester)).Endret);
        Assert.IsType<Scopesvar.InaktivtScope>(vert.Kontroll.Scope(bank, finans.Navn));
        Assert.False(Utfoert(await vert.Forvaltning.LagreScopeAsync(finans with { Aktiv = false }, Tilgangsvert.Tester)).Endret);
        await vert.Forvaltning.LagreScopeAsync(finans, Tilgangsvert.Tester);
        Assert.IsType<Scopesvar.Tillatt>(vert.Kontroll.Scope(bank, finans.Navn));

        Assert.Equal("ugyldig-scope", Kode(await vert.Forvaltning.LagreScopeAsync(finans with { Prefix = "Æ" }, Tilgangsvert.Tester)));
        Assert.Equal("ugyldig-scope", Kode(await vert.Forvaltning.LagreScopeAsync(finans with { Subscope = "a//b" }, Tilgangsvert.Tester)));
        Assert.Equal("ugyldig-scope", Kode(await vert.Forvaltning.LagreScopeAsync(finans with { Beskrivelse = "" }, Tilgangsvert.Tester)));
        Assert.Equal("ugyldig-scope", Kode(await vert.Forvaltning.LagreScopeAsync(finans with { AtMaxAge = -1 }, Tilgangsvert.Tester)));
    }

    private static Endringssvar<T>.Utfoert Utfoert<T>(Endringssvar<T> svar) => Assert.IsType<Endringssvar<T>.Utfoert>(svar);

    private static string Kode<T>(Endringssvar<T> svar) => Assert.IsType<Endringssvar<T>.Avvist>(svar).Funn.Feil.Kode;
}
