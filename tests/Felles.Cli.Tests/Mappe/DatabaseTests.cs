using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Felles.Storage;
using Felles.Testing;
using Felles.Testing.Databaser;
using Felles.Testing.Maskinporten;
using Felles.Tilgang;

namespace Felles.Cli.Tests.Mappe;

/// <summary>Verbs with <c>--data</c> where <c>Felles:Database</c> decides which database they work on.</summary>
public sealed class DatabaseTests
{
    private const string Drift = "315181909";

    [Theory, TestDatabases]
    public async Task A_role_given_on_the_host_itself_stands_in_the_database_that_the_settings_name(Dialect dialect)
    {
        await using var test = await ClosedAsync(dialect);

        await VellykketAsync(
            test, "rolle", "gi", "--utsteder", "https://login.test", "--subjekt", "anna", "--orgnr", Drift, "--rolle", "drift");

        await using var database = test.Open();
        var rolle = await database.ReadPrimaryAsync(async (connection, _) => await connection.QuerySingleAsync<string>(database.Sql("""
            select issuer || ' ' || subject || ' ' || organisasjonsnummer || ' ' || rolle || ' ' || miljoe from tilgang.rolle where aktiv <> 0
            """)));
        Assert.Equal($"https://login.test anna {Drift} drift test", rolle);
    }

    [Theory, TestDatabases]
    public async Task What_is_done_on_a_folder_is_in_the_log_and_the_log_is_held_against_its_anchors(Dialect dialect)
    {
        await using var test = await ClosedAsync(dialect);
        var anker = ("Felles__LookupLog__AnchorFile", Path.Combine(test.Folder, "anker.txt"));
        var ut = Path.Combine(test.Folder, "ut.ndjson");

        await VellykketAsync(test, ["eksporter", "virksomheter", "--ut", ut], anker);
        var foer = await KontrollAsync(test, anker);
        await VellykketAsync(test, ["importer", "virksomheter", ut], anker);
        await VellykketAsync(test, ["eksporter", "personer"], anker);
        var etter = await KontrollAsync(test, anker);

        Assert.Equal((true, 1), (foer.Ok, foer.Poster));
        Assert.Equal((true, 3), (etter.Ok, etter.Poster));
        Assert.True(foer.Ankre > 0 && etter.Ankre > foer.Ankre);
        await VentAvslagAsync(test, 8, await FlyttetAsync(anker.Item2), "broken");
        await VentAvslagAsync(test, 2, await SkrivAsync(test, "ikke et anker"), "Line 1 is not an anchor");
    }

    [Theory, TestDatabases]
    public async Task A_client_registered_on_the_host_itself_gets_a_token_at_once(Dialect dialect)
    {
        await using var test = await ClosedAsync(dialect);
        using var rsa = RSA.Create(2048);
        var jwk = Testklient.Offentlig("min-1", rsa);
        var fil = await SkrivAsync(
            test, JsonSerializer.Serialize(new { kty = jwk.Kty, use = jwk.Use, alg = jwk.Alg, kid = jwk.Kid, n = jwk.N, e = jwk.E }));
        // The organisation for administration has no grant of this one.
        string[] scopes = ["felles:drift", "folkeregister:deling/presse"];

        var kjoering = await VellykketAsync(
            test, "klient", "registrer", "--navn", "Fagsystem", "--orgnr", Drift, "--scope", scopes[0], "--scope", scopes[1], "--noekkel", fil,
            "--json");

        using var json = JsonDocument.Parse(kjoering.Ut);
        Assert.Equal(["folkeregister:deling/presse"], json.RootElement.GetProperty("tildelt").EnumerateArray().Select(s => s.GetString()));
        await using var vert = await FellesVert.StartAsync(test.ConnectionString, persons: 150, test.Folder);
        var klient = new Testklient(json.RootElement.GetProperty("client_id").GetString()!, "min-1", rsa, scopes);
        using var svar = await vert.Client.PostAsync(
            "maskinporten/token", klient.Assertion($"{vert.Address}maskinporten/", TimeProvider.System.GetUtcNow()).Skjema());
        Assert.True(svar.IsSuccessStatusCode, await svar.Content.ReadAsStringAsync());
    }

    [Theory, TestDatabases("scope", "orgnr", "noekkel")]
    public async Task A_client_that_could_have_no_token_is_refused_with_6_and_not_registered(Dialect dialect, string feil)
    {
        await using var test = await ClosedAsync(dialect);
        using var rsa = RSA.Create(feil == "noekkel" ? 1024 : 2048);
        var jwk = Testklient.Offentlig("min-1", rsa);
        var fil = await SkrivAsync(test, JsonSerializer.Serialize(new { kty = jwk.Kty, kid = jwk.Kid, n = jwk.N, e = jwk.E }));

        var kjoering = await Kommandoprosess.KjoerAsync(
            test,
            [
                "klient", "registrer", "--navn", "Fagsystem", "--orgnr", feil == "orgnr" ? "974761076" : Drift,
                "--scope", feil == "scope" ? "finnes:ikke" : "felles:drift", "--noekkel", fil,
            ]);

        Assert.True(kjoering.Kode == 6, kjoering.Feil);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_register_is_not_emptied_from_a_shell_that_knows_only_where_it_is(Dialect dialect)
    {
        await using var test = await ClosedAsync(dialect);
        await using (var database = test.Open())
        {
            await database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync(
                unit.Sql("insert into felles.instans (id, modus, miljoe) values (1, 'Produksjon', 'Produksjon')"),
                transaction: unit.Transaction));
        }

        var nullstilt = await Kommandoprosess.KjoerAsync(test, ["nullstill", "--ja"]);
        var importert = await Kommandoprosess.KjoerAsync(test, ["importer", "personer", await SkrivAsync(test, "")]);

        Assert.Equal((2, 2), (nullstilt.Kode, importert.Kode));
        Assert.Contains("only a sandbox can be reset", nullstilt.Feil);
        Assert.Contains("Felles:DataProtection:Certificate", importert.Feil);
        Assert.Equal(Mode.Produksjon, (await Instans.ReadAsync(new() { Database = test.ConnectionString! }))?.Mode);
        Assert.False(Directory.Exists(Path.Combine(test.Folder, "klienter")));
    }

    private static async Task<TestDatabase> ClosedAsync(Dialect dialect)
    {
        var test = await TestDatabase.CreateAsync(dialect, new MigrationSet("tilgang", typeof(TilgangModul).Assembly));
        await test.Database.DisposeAsync();
        return test;
    }

    private static async Task<(bool Ok, long Poster, int Ankre)> KontrollAsync(TestDatabase test, (string, string) anker)
    {
        using var json = JsonDocument.Parse((await VellykketAsync(test, ["logg", "verifiser", "--json"], anker)).Ut);
        var rot = json.RootElement;
        return (rot.GetProperty("ok").GetBoolean(), rot.GetProperty("poster").GetInt64(), rot.GetProperty("ankre").GetInt32());
    }

    private static async Task VentAvslagAsync(TestDatabase test, int kode, string ankerfil, string ord)
    {
        var kjoering = await Kommandoprosess.KjoerAsync(test, ["logg", "verifiser", "--anker", ankerfil]);
        Assert.True(kjoering.Kode == kode, kjoering.Ut + kjoering.Feil);
        Assert.Contains(ord, kjoering.Ut + kjoering.Feil);
    }

    /// <summary>An anchor of another log: the same number, another hash.</summary>
    private static async Task<string> FlyttetAsync(string ankerfil)
    {
        var deler = (await File.ReadAllLinesAsync(ankerfil))[0].Split(' ');
        var fil = ankerfil + ".flyttet";
        await File.WriteAllTextAsync(fil, $"{deler[0]} {deler[1]} {new string('0', 64)}\n");
        return fil;
    }

    private static async Task<string> SkrivAsync(TestDatabase test, string tekst)
    {
        var fil = Path.Combine(test.Folder, $"{Guid.NewGuid():n}.txt");
        await File.WriteAllTextAsync(fil, tekst);
        return fil;
    }

    private static Task<Kommandokjoering> VellykketAsync(TestDatabase test, params string[] args) => VellykketAsync(test, args, []);

    private static async Task<Kommandokjoering> VellykketAsync(
        TestDatabase test, string[] args, params (string Navn, string Verdi)[] miljoe)
    {
        var kjoering = await Kommandoprosess.KjoerAsync(test, args, miljoe);
        Assert.True(kjoering.Kode == 0, $"{string.Join(' ', args)} ended with {kjoering.Kode}: {kjoering.Feil}");
        return kjoering;
    }
}
