using System.Net;
using System.Net.Sockets;
using Felles.Host;

namespace Felles.Testing;

/// <summary>The whole program in this process, on a free loopback port, with a data folder and database of its own.</summary>
public sealed class FellesVert : IAsyncDisposable
{
    private readonly FellesRun run;
    private readonly DirectoryInfo? ownFolder;

    private FellesVert(FellesRun run, Uri address, DirectoryInfo? ownFolder, string dataDirectory)
    {
        this.run = run;
        this.ownFolder = ownFolder;
        DataDirectory = dataDirectory;
        Address = address;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public string DataDirectory { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => run.App.Services;

    public string ClientFile(string navn) => Path.Combine(DataDirectory, "klienter", navn + ".json");

    /// <param name="database">Null for SQLite in the data folder, otherwise a PostgreSQL connection string to an empty database.</param>
    /// <param name="persons">Size of the synthetic population.</param>
    /// <param name="dataDirectory">An existing folder to start on again; null for a new one that goes away with the host.</param>
    /// <param name="settings">Further settings, <c>Felles:…=value</c>.</param>
    public static async Task<FellesVert> StartAsync(
        string? database = null, int persons = 400, string? dataDirectory = null, params string[] settings)
    {
        var ownFolder = dataDirectory is null ? Directory.CreateTempSubdirectory("felles-test-") : null;
        var folder = dataDirectory ?? ownFolder!.FullName;
        // The issuer is part of every token, so the port must be known before the start.
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var args = new List<string>
        {
            $"--urls={address.GetLeftPart(UriPartial.Authority)}",
            $"--Felles:PublicUrl={address.GetLeftPart(UriPartial.Authority)}",
            $"--Felles:DataDirectory={folder}",
            $"--Felles:Population:Size={persons}",
            "--Logging:LogLevel:Default=Warning",
        };
        if (database is not null)
        {
            args.Add($"--Felles:Database={database}");
        }

        args.AddRange(settings.Select(s => "--" + s));
        var run = await FellesRun.StartAsync([.. args]);
        return new FellesVert(run, address, ownFolder, folder);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await run.DisposeAsync();
        ownFolder?.Delete(recursive: true);
    }
}
