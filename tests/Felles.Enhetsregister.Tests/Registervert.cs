using Felles.Enhetsregister.Contracts;
using Felles.Storage;
using Felles.Testing.Databaser;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Felles.Enhetsregister.Tests;

/// <summary>The module alone, on an empty database of its own.</summary>
internal sealed class Registervert : IAsyncDisposable
{
    private readonly IHost vert;
    private readonly TestDatabase database;

    private Registervert(IHost vert, TestDatabase database) => (this.vert, this.database) = (vert, database);

    public Enheter Enheter => vert.Services.GetRequiredService<Enheter>();

    public string Mappe => database.Folder;

    public static async Task<Registervert> StartAsync(Dialect dialect)
    {
        var database = await TestDatabase.CreateAsync(dialect);
        // The host opens the database itself; two programs cannot have the folder.
        await database.Database.DisposeAsync();
        var oppsett = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        oppsett.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Felles:DataDirectory"] = database.Folder,
            ["Felles:Database"] = database.ConnectionString ?? "sqlite",
        });
        oppsett.Services.AddLogging().AddStorage(oppsett.Configuration).AddEnhetsregister(oppsett.Configuration);
        var vert = oppsett.Build();
        await vert.StartAsync();
        return new Registervert(vert, database);
    }

    public async ValueTask DisposeAsync()
    {
        await vert.StopAsync();
        await ((IAsyncDisposable)vert).DisposeAsync();
        await database.DisposeAsync();
    }
}
