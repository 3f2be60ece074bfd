using System.Net;
using System.Text.Json;
using Felles.Enhetsregister;
using Felles.Maskinporten.Contracts;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Testing.Maskinporten;
using Felles.Tilgang;
using Felles.Tilgang.Contracts;
using Felles.Web.Administrasjon;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Maskinporten.Tests;

/// <summary>The token server on a port of its own, with everything it needs and nothing else, and a clock the test can move.</summary>
public sealed class Maskinportenvert : IAsyncDisposable
{
    public const string Issuer = "http://felles.test/maskinporten/";

    private const int FlesteForsoek = 5;

    public static readonly Aktoer Tester = Aktoer.Program("prøve");

    private readonly WebApplication app;
    private readonly string? database;

    private Maskinportenvert(WebApplication app, Testklokke klokke, string mappe, string? database)
    {
        (this.app, Klokke, Mappe, this.database) = (app, klokke, mappe, database);
        var adresse = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(adresse) };
    }

    public HttpClient Http { get; }

    public Testklokke Klokke { get; }

    public string Mappe { get; }

    public IServiceProvider Services => app.Services;

    public Klientregister Klienter => Services.GetRequiredService<Klientregister>();

    public Testklient Klient(string navn) => Testklient.Les(Path.Combine(Mappe, "klienter", navn + ".json"));

    public static async Task<Maskinportenvert> StartAsync(
        Dialect dialect = Dialect.Sqlite, Maskinportenvert? sammeDatabaseSom = null, params string[] innstillinger)
    {
        var database = sammeDatabaseSom?.database ?? (dialect == Dialect.PostgreSql ? await PostgreSqlServer.CreateDatabaseAsync() : null);
        return await StartPaaAsync(Directory.CreateTempSubdirectory("felles-mp-").FullName, database, innstillinger);
    }

    /// <summary>Starts on a data folder, and database, that exist.</summary>
    public static async Task<Maskinportenvert> StartPaaAsync(string mappe, string? database = null, params string[] innstillinger)
    {
        var klokke = new Testklokke();
        var builder = WebApplication.CreateBuilder(
        [
            "--urls=http://127.0.0.1:0",
            "--Felles:PublicUrl=http://felles.test",
            $"--Felles:DataDirectory={mappe}",
            "--Logging:LogLevel:Default=Warning",
            .. database is null ? [] : new[] { $"--Felles:Database={database}" },
            .. innstillinger.Select(i => "--" + i),
        ]);
        builder.Services.AddSingleton<TimeProvider>(klokke);
        builder.Services
            .AddStorage(builder.Configuration)
            .AddTokenCheck(builder.Configuration)
            .AddEnhetsregister(builder.Configuration)
            .AddTilgang(builder.Configuration)
            .AddMaskinporten(builder.Configuration)
            .AddSingleton<ISigningKeySource>(sp => sp.GetRequiredService<Tokennoekler>())
            .AddSingleton<Driftskontroll>(virksomhet => Driftsadgang.Gitt);
        var app = builder.Build();
        app.MapMaskinporten();
        // What a register does with a token, in the smallest form.
        app.MapGet("/hvem", async (HttpContext ctx, TokenCheck check) => (await check.CheckAsync(ctx)).Match(
            token => Microsoft.AspNetCore.Http.Results.Text(token.Konsument.ToWire()),
            () => Microsoft.AspNetCore.Http.Results.StatusCode(401),
            grunn => Microsoft.AspNetCore.Http.Results.Text(grunn, statusCode: 401)));
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // The folder is free for the next attempt.
            await app.DisposeAsync();
            throw;
        }

        return new Maskinportenvert(app, klokke, mappe, database);
    }

    public Assertion Assertion(string navn = "kommune") => Klient(navn).Assertion(Issuer, Klokke.GetUtcNow());

    public Assertion Assertion(Testklient klient) => klient.Assertion(Issuer, Klokke.GetUtcNow());

    public Task<Tokensvar> HentAsync(Assertion assertion) => HentAsync(assertion.Skjema());

    public async Task<Tokensvar> HentAsync(HttpContent innhold)
    {
        for (var forsoek = 1; ; forsoek++)
        {
            using var svar = await Http.PostAsync("/maskinporten/token", innhold);
            // A host that a loaded machine has kept from its database for five seconds says so, and is asked again, as clients do; but a
            // fault that lasts must be seen.
            if (svar.StatusCode != HttpStatusCode.ServiceUnavailable)
                return await Tokensvar.LesAsync(svar);
            if (forsoek == FlesteForsoek)
                throw new InvalidOperationException($"503 {forsoek} times: {await svar.Content.ReadAsStringAsync()}");
            await Task.Delay(svar.Headers.RetryAfter!.Delta!.Value);
        }
    }

    public async Task<string> TokenAsync(Testklient klient) => (await HentAsync(Assertion(klient))).AccessToken;

    public async Task<string> TokenAsync(string navn = "kommune") => (await HentAsync(Assertion(navn))).AccessToken;

    /// <summary>A call of the administration API as one of the sandbox's clients; null sends no token.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Innhold)> AdministrerAsync(
        HttpMethod metode, string sti, string? kropp = null, string? klient = "drift")
    {
        using var melding = new HttpRequestMessage(metode, "/felles/api/v1/" + sti);
        if (klient is not null)
            melding.Headers.Authorization = new("Bearer", await TokenAsync(klient));
        if (kropp is not null)
            melding.Content = new StringContent(kropp, null, "application/json");
        using var svar = await Http.SendAsync(melding);
        using var document = JsonDocument.Parse(await svar.Content.ReadAsByteArrayAsync());
        return (svar.StatusCode, document.RootElement.Clone());
    }

    /// <summary>Registers a client of the kommune's organisation, or another's, with a key of its own.</summary>
    public async Task<Testklient> RegistrerAsync(
        string scope, Felles.Kernel.Identifikatorer.Organisasjonsnummer? orgnr = null, int levetid = 0)
    {
        var rsa = System.Security.Cryptography.RSA.Create(2048);
        var eier = orgnr ?? Klienter.Finn(Klient("kommune").ClientId)!.Orgnr;
        var svar = await Klienter.RegistrerAsync(new NyKlient("prøve", eier, scope.Split(' '), [Testklient.Offentlig("noekkel-1", rsa)], levetid), Tester);
        var klient = Assert.IsType<Klientsvar.Lagret>(svar).Klient;
        return new Testklient(klient.ClientId, "noekkel-1", rsa, scope.Split(' '));
    }

    public ValueTask<List<string>> TekstAsync(string sql)
    {
        var database = Services.GetRequiredService<Database>();
        return database.ReadPrimaryAsync(async (connection, ct) =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = database.Sql(sql);
            await using var reader = await command.ExecuteReaderAsync(ct);
            List<string> rader = [];
            while (await reader.ReadAsync(ct))
                rader.Add(reader.GetString(0));
            return rader;
        });
    }

    public async Task StoppAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StoppAsync();
        if (Directory.Exists(Mappe))
            Directory.Delete(Mappe, recursive: true);
    }
}

/// <summary>An answer of the token endpoint.</summary>
public sealed record Tokensvar(int Status, JsonElement Innhold, string? ContentType, string? CacheControl)
{
    public string AccessToken => Innhold.Text("access_token") ?? throw new InvalidOperationException(Beskrivelse);

    public string? Error => Innhold.Text("error");

    public string Beskrivelse => Innhold.Text("error_description") ?? "";

    public static async Task<Tokensvar> LesAsync(HttpResponseMessage svar)
    {
        using var document = JsonDocument.Parse(await svar.Content.ReadAsByteArrayAsync());
        return new Tokensvar(
            (int)svar.StatusCode, document.RootElement.Clone(), svar.Content.Headers.ContentType?.MediaType,
                svar.Headers.CacheControl?.ToString());
    }

    /// <summary>Asserts the documented refusal; a code stands first in the description.</summary>
    public void ErAvvist(int status, string error, string begynnelse)
    {
        Assert.Equal((status, error), (Status, Error));
        Assert.StartsWith(begynnelse, Beskrivelse);
        Assert.Matches(@" \(trace_id: [0-9a-f]{32}\)\z", Beskrivelse);
        Assert.Equal(("application/json", "no-store"), (ContentType, CacheControl));
    }
}
