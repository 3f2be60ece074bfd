using System.Net.Http.Headers;
using Felles.Enhetsregister;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang;
using Felles.Tilgang.Contracts;
using Felles.Web.Administrasjon;
using Felles.Web.Token;
using Felles.Web.Vert;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Felles.Folkeregister.Tests.Vert;

/// <summary>The module with what it stands on, over HTTP, on an empty register; tokens come from <see cref="Testnoekler"/>.</summary>
internal sealed class Registervert : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string? postgreSql;
    private readonly Dictionary<string, string?> valg;
    private readonly bool laant;
    private bool overlatt;

    private Registervert(WebApplication app, string mappe, string? postgreSql, bool laant, Dictionary<string, string?> valg)
    {
        this.app = app;
        this.postgreSql = postgreSql;
        this.laant = laant;
        this.valg = valg;
        Mappe = mappe;
        var adresse = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Adresse = new Uri(adresse);
        Klient = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Adresse };
    }

    /// <summary>May use every package.</summary>
    public static Organisasjonsnummer Konsument { get; } = Sandkassevirksomhet.Alle.Single(v => v.Navn == "kommune").Organisasjonsnummer;

    /// <summary>Has no package at all.</summary>
    public static Organisasjonsnummer UtenTilgang { get; } = Sandkassevirksomhet.Alle.Single(v => v.Navn == "inkasso").Organisasjonsnummer;

    public static string AlleScopes { get; } = string.Join(' ', Rettighetspakke.Alle.Select(p => p.Scope).Append("felles:drift"));

    public string Mappe { get; }

    public Uri Adresse { get; }

    public HttpClient Klient { get; }

    public IServiceProvider Tjenester => app.Services;

    public string Bearer { get; } = Testnoekler.Token(Konsument, AlleScopes, gyldigI: 3600);

    /// <summary>One more host on the database of this one, which outlives it. PostgreSQL only.</summary>
    public Task<Registervert> EnTilAsync() => StartAsync(postgreSql!, laant: true, null, valg);

    /// <param name="dialect">Which database.</param>
    /// <param name="innstillinger">Settings of this host, <c>Felles:…</c>; those that follow it on the same data have them too.</param>
    /// <param name="bytt">Puts other services in the place of the module's own.</param>
    public static async Task<Registervert> StartAsync(
        Dialect dialect, Dictionary<string, string?>? innstillinger = null, Action<IServiceCollection>? bytt = null) =>
        await StartAsync(
            dialect == Dialect.PostgreSql ? await PostgreSqlServer.CreateDatabaseAsync() : null,
            laant: false, null, innstillinger ?? [], bytt);

    /// <summary>Stops this host and starts another on the same data, which then owns it.</summary>
    public async Task<Registervert> OmstartAsync()
    {
        await StoppAsync();
        overlatt = true;
        return await StartAsync(postgreSql, laant: false, Mappe, valg);
    }

    private static async Task<Registervert> StartAsync(
        string? postgreSql, bool laant, string? brukt, Dictionary<string, string?> valg, Action<IServiceCollection>? bytt = null)
    {
        var mappe = brukt ?? Directory.CreateTempSubdirectory("felles-freg-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Felles:DataDirectory"] = mappe,
            ["Felles:Database"] = postgreSql ?? "sqlite",
        });
        builder.Configuration.AddInMemoryCollection(valg);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services
            .AddStorage(builder.Configuration)
            .AddTokenCheck(builder.Configuration)
            .AddSingleton<ISigningKeySource, Testnoekler>()
            .AddSingleton<Driftskontroll>(virksomhet => Driftsadgang.Gitt)
            .AddEnhetsregister(builder.Configuration)
            .AddTilgang(builder.Configuration)
            .AddFolkeregister(builder.Configuration);
        bytt?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseErrorBoundary();
        app.MapFolkeregister();
        await app.StartAsync();
        var forvaltning = app.Services.GetRequiredService<Tilgangsforvaltning>();
        foreach (var pakke in Rettighetspakke.Alle)
            await forvaltning.AapnePakkeAsync(Konsument, pakke, Aktoer.Program("test"));
        return new Registervert(app, mappe, postgreSql, laant, valg);
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod metode, string sti, string? accept = null, HttpContent? innhold = null, string? token = null)
    {
        using var melding = new HttpRequestMessage(metode, sti) { Content = innhold };
        melding.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Bearer);
        if (accept is not null)
            melding.Headers.TryAddWithoutValidation("Accept", accept);
        return await Klient.SendAsync(melding);
    }

    public async Task ImportertAsync(params string[] linjer)
    {
        using var svar = await ImporterAsync(linjer);
        Assert.True(svar.IsSuccessStatusCode, await svar.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> HentAsync(string sti, string? accept = null, string? token = null) =>
        SendAsync(HttpMethod.Get, sti, accept, token: token);

    public async Task<HttpResponseMessage> ImporterAsync(params string[] linjer)
    {
        using var innhold = new StringContent(string.Join('\n', linjer));
        innhold.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        return await SendAsync(HttpMethod.Post, "/felles/api/v1/personer", innhold: innhold);
    }

    public async ValueTask DisposeAsync()
    {
        if (overlatt)
            return;
        await StoppAsync();
        if (postgreSql is not null && !laant)
            await PostgreSqlServer.DropDatabaseAsync(postgreSql);
        Directory.Delete(Mappe, recursive: true);
    }

    private async Task StoppAsync()
    {
        Klient.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
