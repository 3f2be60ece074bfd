using System.Collections.Frozen;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Tilgangsminne;
using Felles.Web.Token;

namespace Felles.Tilgang.Tests.Delegeringer;

public sealed class DelegeringTests
{
    private const string MedHjemmel = "folkeregister:deling/offentligmedhjemmel";

    private static readonly Organisasjonsnummer Kommune = Virksomheter.Sandkasse("kommune");
    private static readonly Organisasjonsnummer Leverandoer = Virksomheter.Sandkasse("leverandoer");
    private static readonly Organisasjonsnummer Bank = Virksomheter.Sandkasse("bank");

    [Theory, TestDatabases]
    public async Task A_live_token_of_a_supplier_is_good_as_long_as_the_delegation_whichever_side_ends_it(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var vert = await Tilgangsvert.StartAsync(database);
        var token = Token(Kommune, Leverandoer, MedHjemmel);
        foreach (var side in Enum.GetValues<Delegeringsside>())
        {
            Assert.IsType<Tilgangssvar.Tillatt>(Spoer(vert, token));
            Assert.True(Utfoert(await AvsluttAsync(vert, Kommune, MedHjemmel, side)).Endret);
            Assert.IsType<Tilgangssvar.IkkeDelegert>(Spoer(vert, token));
            // The consumer's own access is another matter.
            Assert.IsType<Tilgangssvar.Tillatt>(Spoer(vert, Token(Kommune, null, MedHjemmel)));
            Assert.True(Utfoert(await vert.Forvaltning.DelegerAsync(Kommune, Leverandoer, MedHjemmel, Tilgangsvert.Tester)).Endret);
        }

        await vert.StengAsync(Kommune, "offentlig-med-hjemmel");
        Assert.IsType<Tilgangssvar.IkkeTilgang>(Spoer(vert, token));
    }

    [Theory, TestDatabases]
    public async Task Nothing_is_deleted_and_each_record_tells_who_gave_it_and_who_ended_it(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var vert = await Tilgangsvert.StartAsync(database);
        var (konsument, leverandoer) = (Aktoer.Klient("k", Bank, "avtale"), Aktoer.Klient("l", Leverandoer, "opphør"));
        const string Finans = "folkeregister:deling/finans";
        var foerste = Utfoert(await vert.Forvaltning.DelegerAsync(Bank, Leverandoer, Finans, konsument));
        var igjen = Utfoert(await vert.Forvaltning.DelegerAsync(Bank, Leverandoer, Finans, leverandoer));
        Assert.False(igjen.Endret);
        Assert.Equal(foerste.Tilstand, igjen.Tilstand);
        var slutt = Utfoert(await AvsluttAsync(vert, Bank, Finans, Delegeringsside.Leverandoer, leverandoer));
        Assert.Equal(
            (foerste.Tilstand.Id, konsument.Hvem, leverandoer.Hvem, Delegeringsside.Leverandoer),
            (slutt.Tilstand.Id, slutt.Tilstand.GittAv, slutt.Tilstand.AvsluttetAv, slutt.Tilstand.Side));
        var omIgjen = Utfoert(await AvsluttAsync(vert, Bank, Finans, Delegeringsside.Konsument, konsument));
        Assert.Equal((slutt.Tilstand, false), (omIgjen.Tilstand, omIgjen.Endret));
        var ny = Utfoert(await vert.Forvaltning.DelegerAsync(Bank, Leverandoer, Finans, konsument));
        Assert.NotEqual(foerste.Tilstand.Id, ny.Tilstand.Id);

        var lister = vert.Tjeneste<Tilgang.Delegeringer.Delegeringslister>();
        Assert.Equal(
            [slutt.Tilstand, ny.Tilstand],
            (await lister.FinnAsync(new(Konsument: Bank, BareGjeldende: false), default)).OrderBy(d => d.Gitt));
        Assert.Equal([ny.Tilstand], await lister.FinnAsync(new(Konsument: Bank), default));
        Assert.Equal([ny.Tilstand], await lister.FinnAsync(new(Leverandoer: Leverandoer, Scope: Finans), default));
        Assert.Equal(
            [
                $"{konsument.Hvem}|avtale|-|AKTIV", $"{leverandoer.Hvem}|opphør|AKTIV|AVSLUTTET LEVERANDOER",
                $"{konsument.Hvem}|avtale|-|AKTIV",
            ],
            await vert.TekstAsync(
                $"select hvem, grunn, fra, til from tilgang.endring where type = 'delegering' and organisasjonsnummer = {Bank} order by id"));
    }

    [Theory, TestDatabases]
    public async Task What_cannot_be_delegated_is_refused_with_its_code_and_place_and_nothing_is_written(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var vert = await Tilgangsvert.StartAsync(database);
        var ukjent = Organisasjonsnummer.TryParse("974760673", out var n) ? n : default;
        var scope = vert.Kontroll.FinnScope("folkeregister:deling/presse")!;
        await vert.Forvaltning.LagreScopeAsync(scope with { Aktiv = false }, Tilgangsvert.Tester);
        var foer = await vert.TekstAsync("select id from tilgang.endring order by id");

        Assert.Equal(("delegert-til-seg-selv", "leverandoer"), Avvist(await Gi(Kommune, Kommune, MedHjemmel)));
        Assert.Equal(("ukjent-scope", "scope"), Avvist(await Gi(Kommune, Leverandoer, "finnes:ikke")));
        Assert.Equal(("ikke-delegerbart", "scope"), Avvist(await Gi(Kommune, Leverandoer, "krr:global/kontaktinformasjon.read")));
        Assert.Equal(("ikke-delegerbart", "scope"), Avvist(await Gi(Kommune, Leverandoer, scope.Navn)));
        Assert.Equal(("ukjent-virksomhet", "leverandoer"), Avvist(await Gi(Kommune, ukjent, MedHjemmel)));
        Assert.Equal(("ukjent-virksomhet", "orgnr"), Avvist(await Gi(ukjent, Leverandoer, MedHjemmel)));
        Assert.Equal(
            ("delegering-finnes-ikke", "scope"),
            Avvist(await AvsluttAsync(vert, Bank, MedHjemmel, Delegeringsside.Konsument)));
        Assert.Equal(foer, await vert.TekstAsync("select id from tilgang.endring order by id"));

        Task<Endringssvar<Delegering>> Gi(Organisasjonsnummer fra, Organisasjonsnummer til, string hva) =>
            vert.Forvaltning.DelegerAsync(fra, til, hva, Tilgangsvert.Tester);
    }

    [Theory, TestDatabases]
    public async Task Delegations_outlive_a_restart_and_the_sandbox_does_not_give_back_what_was_ended(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using (var foer = await Tilgangsvert.StartAsync(database))
        {
            await foer.Forvaltning.AvsluttDelegeringAsync(Kommune, Leverandoer, MedHjemmel, Delegeringsside.Konsument, Tilgangsvert.Tester);
            await foer.Forvaltning.DelegerAsync(Bank, Leverandoer, "folkeregister:deling/finans", Tilgangsvert.Tester);
        }

        await using var etter = await Tilgangsvert.StartAsync(database);
        Assert.IsType<Tilgangssvar.IkkeDelegert>(Spoer(etter, Token(Kommune, Leverandoer, MedHjemmel)));
        Assert.Same(Delegeringssvar.Gitt, etter.Kontroll.Delegering(Bank, Leverandoer, "folkeregister:deling/finans"));
        Assert.Same(Delegeringssvar.IkkeGitt, etter.Kontroll.Delegering(Leverandoer, Bank, "folkeregister:deling/finans"));
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_delegation_ended_on_one_host_is_refused_on_the_other_within_a_second_though_the_token_lives(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var en = await Tilgangsvert.StartAsync(database);
        await using var to = await Tilgangsvert.StartAsync(database);
        var token = Token(Kommune, Leverandoer, MedHjemmel);
        foreach (var (her, der) in new[] { (en, to), (to, en) })
        {
            Assert.IsType<Tilgangssvar.Tillatt>(Spoer(der, token));
            await her.Forvaltning.AvsluttDelegeringAsync(Kommune, Leverandoer, MedHjemmel, Delegeringsside.Konsument, Tilgangsvert.Tester);
            Assert.IsType<Tilgangssvar.IkkeDelegert>(Spoer(her, token));
            await VentAsync(() => Spoer(der, token) is Tilgangssvar.IkkeDelegert);
            await her.Forvaltning.DelegerAsync(Kommune, Leverandoer, MedHjemmel, Tilgangsvert.Tester);
            await VentAsync(() => Spoer(der, token) is Tilgangssvar.Tillatt);
        }
    }

    [Theory, TestDatabases]
    public async Task Many_who_give_the_same_at_once_make_one_record(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var vert = await Tilgangsvert.StartAsync(database);
        var svar = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Task.Run(() => vert.Forvaltning.DelegerAsync(Bank, Leverandoer, "folkeregister:deling/finans", Tilgangsvert.Tester))));
        Assert.Single(svar, s => Utfoert(s).Endret);
        Assert.Single(svar.Select(s => Utfoert(s).Tilstand.Id).Distinct());
    }

    [Fact]
    public void Only_the_delegation_of_the_scope_that_opened_the_package_counts()
    {
        var tilstand = Med(("krr:a", 1), (MedHjemmel, Bank.Value));
        var kontroll = new Tilgangskontroll(tilstand, () => TimeSpan.Zero, TimeSpan.FromSeconds(5), ["https://andre/"]);
        var pakke = Rettighetspakke.MedNavn("offentlig-med-hjemmel")!;
        Assert.IsType<Tilgangssvar.Tillatt>(kontroll.Pakke(Token(Kommune, Bank, MedHjemmel), pakke));
        Assert.IsType<Tilgangssvar.IkkeDelegert>(kontroll.Pakke(Token(Kommune, Leverandoer, MedHjemmel), pakke));
        Assert.IsType<Tilgangssvar.IkkeDelegert>(kontroll.Pakke(Token(Kommune, Bank, pakke.SegmentScope!), pakke));
        Assert.IsType<Tilgangssvar.ManglerScope>(kontroll.Pakke(Token(Kommune, Bank, "krr:a"), pakke));
        // Whose delegations are kept elsewhere.
        Assert.IsType<Tilgangssvar.Tillatt>(kontroll.Pakke(Token(Kommune, Leverandoer, MedHjemmel, "https://andre/"), pakke));
    }

    [Fact]
    public void Too_old_knowledge_answers_for_no_delegation()
    {
        var kontroll = new Tilgangskontroll(Med((MedHjemmel, Bank.Value)), () => TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(5));
        Assert.Same(Delegeringssvar.Utdatert, kontroll.Delegering(Kommune, Bank, MedHjemmel));
        Assert.IsType<Tilgangssvar.Utdatert>(kontroll.Pakke(Token(Kommune, Bank, MedHjemmel), Rettighetspakke.Alle[0]));
    }

    [Fact]
    public void A_hundred_thousand_delegations_of_twenty_thousand_organisations_are_small_and_asking_allocates_nothing()
    {
        var scopes = Rettighetspakke.Alle.Select(p => p.Scope).ToArray();
        var foer = GC.GetTotalMemory(forceFullCollection: true);
        var tilstand = new Tilgangstilstand();
        for (var i = 0; i < 20_000; i++)
        {
            // As the log brings them: each event with texts of its own.
            var tilgang = new Virksomhetstilgang(1, 1, FrozenSet<string>.Empty)
            {
                Delegeringer = Delegeringssett.Av(Enumerable.Range(0, 5).Select(j => (310_000_000 + (j * 7919), scopes[j]))),
            };
            tilstand.Ta(320_000_000 + i, Tilgangshendelse.Les(Tilgangshendelse.Skriv(tilgang, "test")).Tilgang);
        }

        var hver = (GC.GetTotalMemory(forceFullCollection: true) - foer) / 100_000.0;
        TestContext.Current.SendDiagnosticMessage("{0:0} bytes for each delegation, its share of the organisation included", hver);
        // 16 for the pair, and a fifth of what an organisation costs; two texts a piece would be above it.
        Assert.True(hver < 150, $"{hver} bytes for each delegation");

        var kontroll = new Tilgangskontroll(tilstand, () => TimeSpan.Zero, TimeSpan.FromSeconds(5));
        var token = Token(Organisasjonsnummer.FromValue(320_000_500), Organisasjonsnummer.FromValue(310_000_000), scopes[0]);
        Assert.IsType<Tilgangssvar.Tillatt>(kontroll.Pakke(token, Rettighetspakke.Alle[0]));
        var start = TimeProvider.System.GetTimestamp();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100_000; i++)
            if (kontroll.Pakke(token, Rettighetspakke.Alle[0]) is not Tilgangssvar.Tillatt) Assert.Fail("It is delegated.");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - bytes < 100_000, "Something is allocated for each question.");
        TestContext.Current.SendDiagnosticMessage(
            "{0:0} ns for each question", TimeProvider.System.GetElapsedTime(start).TotalNanoseconds / 100_000);
    }

    [Fact]
    public void An_event_without_delegations_is_read_as_one_of_an_organisation_that_has_none()
    {
        var (_, tilgang) = Tilgangshendelse.Les("""{"miljoe":"test","versjon":3,"pakker":[],"scopes":["a:b"]}"""u8);
        Assert.Equal((3, 0), (tilgang.Versjon, tilgang.Delegeringer.Antall));
    }

    private static Task<Endringssvar<Delegering>> AvsluttAsync(
        Tilgangsvert vert, Organisasjonsnummer konsument, string scope, Delegeringsside side, Aktoer? aktoer = null) =>
        vert.Forvaltning.AvsluttDelegeringAsync(konsument, Leverandoer, scope, side, aktoer ?? Tilgangsvert.Tester);

    private static Tilgangstilstand Med(params (string Scope, int Leverandoer)[] delegeringer)
    {
        var tilstand = new Tilgangstilstand();
        tilstand.Ta(Kommune.Value, new Virksomhetstilgang(1, 1, FrozenSet<string>.Empty)
        {
            Delegeringer = Delegeringssett.Av(delegeringer.Select(d => (d.Leverandoer, d.Scope))),
        });
        return tilstand;
    }

    private static Tilgangssvar Spoer(Tilgangsvert vert, ValidatedToken token) =>
        vert.Kontroll.Pakke(token, Rettighetspakke.MedNavn("offentlig-med-hjemmel")!);

    private static ValidatedToken Token(
        Organisasjonsnummer konsument, Organisasjonsnummer? leverandoer, string scope, string issuer = "https://felles/") => new()
    {
        Issuer = issuer,
        ClientId = "klient",
        Konsument = konsument,
        Leverandoer = leverandoer,
        Scopes = [scope],
        Scope = scope,
        Jti = "1",
        Utloeper = DateTimeOffset.UnixEpoch,
        Pid = null,
        Audience = "unspecified",
        Systembruker = null,
    };

    private static Endringssvar<Delegering>.Utfoert Utfoert(Endringssvar<Delegering> svar) =>
        Assert.IsType<Endringssvar<Delegering>.Utfoert>(svar);

    private static (string, string) Avvist(Endringssvar<Delegering> svar)
    {
        var funn = Assert.IsType<Endringssvar<Delegering>.Avvist>(svar).Funn;
        return (funn.Feil.Kode, funn.Sti);
    }

    private static async Task VentAsync(Func<bool> sant)
    {
        // The promise is one second; a loaded test machine gets ten.
        using var grense = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!sant()) await Task.Delay(10, grense.Token);
    }
}
