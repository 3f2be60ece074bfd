using Felles.Enhetsregister;
using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Tilgangsminne;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Felles.Tilgang.Tests;

/// <summary>The module with Enhetsregister beneath it: one host on a database, which on PostgreSQL may have several.</summary>
internal sealed class Tilgangsvert : IAsyncDisposable
{
    public static readonly Aktoer Tester = Aktoer.Program("test");

    private readonly IHost vert;

    private Tilgangsvert(IHost vert) => this.vert = vert;

    public Tilgangskontroll Kontroll => Tjeneste<Tilgangskontroll>();

    public Tilgangsforvaltning Forvaltning => Tjeneste<Tilgangsforvaltning>();

    public Tilgangsfoelger Foelger => Tjeneste<Tilgangsfoelger>();

    public Enheter Enheter => Tjeneste<Enheter>();

    public Database Database => Tjeneste<Database>();

    public static async Task<Tilgangsvert> StartAsync(TestDatabase database, TimeProvider? tid = null,
        params (string Navn, string Verdi)[] valg)
    {
        // A host opens the database itself; on SQLite two cannot have the folder.
        await database.Database.DisposeAsync();
        var oppsett = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        oppsett.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Felles:DataDirectory"] = database.Folder,
            ["Felles:Database"] = database.ConnectionString ?? "sqlite",
        });
        oppsett.Configuration.AddInMemoryCollection(valg.ToDictionary(v => v.Navn, string? (v) => v.Verdi));
        if (tid is not null) oppsett.Services.AddSingleton(tid);
        oppsett.Services.AddLogging().AddStorage(oppsett.Configuration).AddEnhetsregister(oppsett.Configuration)
            .AddTilgang(oppsett.Configuration);
        var vert = oppsett.Build();
        await vert.StartAsync();
        // The host before may have stopped with events that wait for their numbers; until this host numbers them, it lets nobody in.
        using var grense = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await vert.Services.GetRequiredService<Tilgangsfoelger>().CatchUpAsync(grense.Token);
        return new Tilgangsvert(vert);
    }

    public T Tjeneste<T>()
        where T : notnull => vert.Services.GetRequiredService<T>();

    /// <summary>What a look-up with a token of these scopes is told.</summary>
    public Tilgangssvar Pakke(Organisasjonsnummer virksomhet, string pakke, params string[] scopes) =>
        Kontroll.Pakke(virksomhet, Rettighetspakke.MedNavn(pakke)!, scopes.ToHashSet());

    public Task AapneAsync(Organisasjonsnummer virksomhet, string pakke) =>
        Forvaltning.AapnePakkeAsync(virksomhet, Rettighetspakke.MedNavn(pakke)!, Tester);

    public Task StengAsync(Organisasjonsnummer virksomhet, string pakke) =>
        Forvaltning.StengPakkeAsync(virksomhet, Rettighetspakke.MedNavn(pakke)!, Tester);

    public ValueTask<List<string>> TekstAsync(string sql) => Database.ReadPrimaryAsync(
        (tilkobling, ct) => Tilgang.Endring.Spoerring.ListeAsync(
            Tilgang.Endring.Spoerring.Ny(tilkobling, Database.Sql(sql)),
            rad => string.Join('|', Enumerable.Range(0, rad.FieldCount).Select(i => rad.IsDBNull(i) ? "-" : rad.GetValue(i).ToString())),
            ct));

    public async ValueTask DisposeAsync()
    {
        await vert.StopAsync();
        await ((IAsyncDisposable)vert).DisposeAsync();
    }
}
