using System.Net;
using System.Net.Sockets;
using Felles.Testing;
using Felles.Testing.Databaser;
using Npgsql;

namespace Felles.Host.Tests.Dokumenter;

public sealed class MetricsEndpointTests(Vertsfikstur vert) : IClassFixture<Vertsfikstur>
{
    private const string Number = "24907999374";
    private const string Path = "/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/";

    [Fact]
    public async Task A_look_up_is_counted_by_its_route_and_its_number_is_not_told()
    {
        await LookUpAsync(vert.Vert);
        var text = await vert.Vert.Client.GetStringAsync("/metrics");
        Assert.Contains("http_server_request_duration_seconds_count{", text);
        Assert.Contains($"http_route=\"{Path}{{", text);
        Assert.Contains("felles_", text);
        Assert.DoesNotContain(Number, text);
    }

    [Fact]
    public async Task With_a_port_of_its_own_it_answers_there_alone_whatever_the_host_header_says()
    {
        var (open, own) = (FreePort(), FreePort());
        var folder = Directory.CreateTempSubdirectory("felles-maalinger-");
        await using (await FellesRun.StartAsync(
        [
            $"--urls=http://127.0.0.1:{open};http://127.0.0.1:{own}", $"--Felles:DataDirectory={folder.FullName}", "--Felles:Population:Size=150",
            $"--Felles:Maalinger:Port={own}", "--Logging:LogLevel:Default=Warning",
        ]))
        {
            using var client = new HttpClient();
            Assert.Contains("felles_", await client.GetStringAsync($"http://127.0.0.1:{own}/metrics"));
            client.DefaultRequestHeaders.Host = $"127.0.0.1:{own}";
            using var refused = await client.GetAsync($"http://127.0.0.1:{open}/metrics");
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_connection_string_is_not_told()
    {
        Assert.SkipWhen(PostgreSqlServer.Absent is not null, PostgreSqlServer.Absent ?? "");
        var database = await PostgreSqlServer.CreateDatabaseAsync();
        var withPassword = new NpgsqlConnectionStringBuilder(database) { Password = "hemmeligheten" }.ConnectionString;
        await using (var postgres = await FellesVert.StartAsync(withPassword, persons: 150))
        {
            var text = await postgres.Client.GetStringAsync("/metrics");
            Assert.Contains("db_client_connection_pool_name=\"felles\"", text);
            Assert.Contains("db_client_connection_pool_name=\"felles-oppslagslogg\"", text);
            // Other tests of this process have pools of their own; this database has this one host.
            Assert.DoesNotContain(new NpgsqlConnectionStringBuilder(database).Database!, text);
            Assert.DoesNotContain("hemmeligheten", text);
        }

        await PostgreSqlServer.DropDatabaseAsync(database);
    }

    private static async Task LookUpAsync(FellesVert vert)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path + Number);
        request.Headers.Authorization = new("Bearer", await vert.Client.GetStringAsync("/sandkasse/token/kommune"));
        using var answer = await vert.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
