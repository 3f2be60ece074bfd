using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Felles.Bench.Maaling;
using Felles.Client;
using Felles.Client.Administrasjon;
using Felles.Client.Folkeregister;
using Felles.Client.Token;
using Felles.Kernel.Identifikatorer;

namespace Felles.Bench.Scenarier;

/// <summary>Felles in a process of its own with a fresh data folder, and what a load on it needs: persons and tokens.</summary>
internal sealed class Sandkasse : IAsyncDisposable
{
    private readonly DirectoryInfo folder;

    private Sandkasse(ServerProcess server, DirectoryInfo folder)
    {
        Server = server;
        this.folder = folder;
    }

    public ServerProcess Server { get; }

    public static string Host => Path.Combine(AppContext.BaseDirectory, "Felles.Host.dll");

    /// <param name="database">Null for SQLite.</param>
    public static async Task<Sandkasse> StartAsync(string? database, int persons)
    {
        var folder = Directory.CreateTempSubdirectory("felles-bench-");
        return new Sandkasse(await StartOnAsync(folder, database, persons), folder);
    }

    public static Task<ServerProcess> StartOnAsync(DirectoryInfo folder, string? database, int persons)
    {
        var address = FreeAddress();
        return ServerProcess.StartAsync(
            Host,
            address,
            "/health/ready",
            $"--urls={address.GetLeftPart(UriPartial.Authority)}",
            $"--Felles:DataDirectory={folder.FullName}",
            $"--Felles:Database={database ?? "sqlite"}",
            $"--Felles:Population:Size={persons}");
    }

    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public FellesKlient Client(string name) =>
        new(Server.Address, Klientfil.Les(Path.Combine(folder.FullName, "klienter", name + ".json")));

    public Klientfil ClientFile(string name) => Klientfil.Les(Path.Combine(folder.FullName, "klienter", name + ".json"));

    /// <summary>A new token, good for two minutes: longer than any round.</summary>
    public async Task<string> TokenAsync(string client, string scope)
    {
        using var klient = Client(client);
        var answer = await klient.Token.HentAsync(new Tokenforespoersel(scope));
        return answer.Match(t => t.Token, a => throw new InvalidOperationException(a.ToString()));
    }

    public async Task<IReadOnlyList<string>> PersonsAsync(int count)
    {
        using var klient = Client("kommune");
        var found = await klient.Folkeregister(Pakke.OffentligMedHjemmel).SoekAsync(new Personsoek { MaksTreff = count });
        return found.Match(ids => ids, a => throw new InvalidOperationException(a.ToString()));
    }

    /// <summary>A client whose calls carry a new token.</summary>
    public async Task<HttpClient> HttpAsync(string client, string scope) => new()
    {
        BaseAddress = Server.Address,
        DefaultRequestHeaders = { Authorization = new("Bearer", await TokenAsync(client, scope)) },
    };

    /// <summary>The first persons of the register, however many it has; a search stops at ten thousand.</summary>
    public async Task<IReadOnlyList<string>> FirstPersonsAsync(int count) =>
        [.. (await FirstDocumentsAsync(count)).Select(Number)];

    /// <summary>The whole documents of the first persons.</summary>
    public async Task<IReadOnlyList<JsonElement>> FirstDocumentsAsync(int count)
    {
        using var klient = Client("drift");
        var found = await klient.Administrasjon.EksporterAsync(
            Registertype.Personer,
            async (stream, ct) =>
            {
                var documents = new List<JsonElement>();
                using var reader = new StreamReader(stream);
                while (documents.Count < count && await reader.ReadLineAsync(ct) is { } line)
                {
                    using var person = JsonDocument.Parse(line);
                    documents.Add(person.RootElement.Clone());
                }

                return (IReadOnlyList<JsonElement>)documents;
            });
        return found.Match(ids => ids, a => throw new InvalidOperationException(a.ToString()));
    }

    private static string Number(JsonElement person) =>
        person.GetProperty("identifikasjonsnummer").EnumerateArray().First(n => n.GetProperty("erGjeldende").GetBoolean())
            .GetProperty("foedselsEllerDNummer").GetString()!;

    public async Task<byte[]> DocumentAsync(string number)
    {
        using var klient = Client("kommune");
        var id = Folkeregisteridentifikator.TryParse(number, out var parsed) ? parsed : throw new FormatException();
        var answer = await klient.Folkeregister(Pakke.OffentligMedHjemmel).OppslagAsync(id, []);
        return answer.Match(bytes => bytes, a => throw new InvalidOperationException(a.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
