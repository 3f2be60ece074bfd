using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Felles.Testing;
using Felles.Testing.Databaser;
using Npgsql;

namespace Felles.Host.Tests.Utfall;

/// <summary>The whole program on a PostgreSQL cluster of its own, which a test may stop; with the tokens that the calls need.</summary>
internal sealed class Postgresvert : IAsyncDisposable
{
    private readonly Dictionary<string, string> tokens = [];

    private Postgresvert(ThrowAwayCluster cluster, FellesVert vert) => (Cluster, Vert) = (cluster, vert);

    public ThrowAwayCluster Cluster { get; }

    public FellesVert Vert { get; }

    public static async Task<Postgresvert> StartAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.Absent is not null, PostgreSqlServer.Absent ?? "");
        Assert.SkipWhen(ThrowAwayCluster.Binaries is null, "PostgreSQL: no initdb was found, and this test needs a server that it may stop");
        var cluster = ThrowAwayCluster.Start();
        var vert = await FellesVert.StartAsync(
            cluster.ConnectionString, persons: 150, settings: ["Felles:Tilgang:KontaktgrenseSekunder=2", "Logging:LogLevel:Felles=None"]);
        var started = new Postgresvert(cluster, vert);
        foreach (var client in new[] { "kommune", "drift" })
            started.tokens[client] = await vert.Client.GetStringAsync("/sandkasse/token/" + client);
        return started;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? client = null, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (client is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[client]);
        if (body is not null)
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        return await Vert.Client.SendAsync(request);
    }

    public async Task SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The checks that fail now; all of them are named in the answer.</summary>
    public async Task<IReadOnlyList<string>> UnreadyAsync()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/health/ready");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var checks = body.RootElement.GetProperty("checks").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetString()!);
        Assert.Equal(["access", "clients", "database", "lookup-log"], checks.Keys.Order());
        string[] unready = [.. checks.Where(c => !c.Value.StartsWith("Healthy", StringComparison.Ordinal)).Select(c => c.Key).Order()];
        Assert.Equal(unready.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        return unready;
    }

    public async Task UntilUnreadyAsync(params string[] expected)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        IReadOnlyList<string> now;
        while (!(now = await UnreadyAsync()).SequenceEqual(expected))
        {
            Assert.False(limit.IsCancellationRequested, $"not ready: {string.Join(", ", now)}; expected: {string.Join(", ", expected)}");
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync() => await Vert.DisposeAsync();
}
