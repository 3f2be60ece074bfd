using System.Net;
using System.Net.Sockets;
using Felles.Testing;

namespace Felles.Host.Tests.Administrasjon;

/// <summary>Tokens without a key are for programs on the same machine.</summary>
public sealed class SandboxTokenTests(Vertsfikstur vert) : IClassFixture<Vertsfikstur>
{
    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:80", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("angriper.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost.angriper.example", HttpStatusCode.Forbidden)]
    [InlineData("10.0.0.1", HttpStatusCode.Forbidden)]
    public async Task A_name_that_is_not_this_machines_gets_no_token(string host, HttpStatusCode expected) =>
        Assert.Equal(expected, await StatusAsync(vert.Vert.Client, vert.Vert.Address, host));

    [Fact]
    public async Task A_caller_from_another_address_gets_a_token_only_when_the_sandbox_is_open_to_all()
    {
        var own = (await Dns.GetHostAddressesAsync(Dns.GetHostName()))
            .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        Assert.SkipWhen(own is null, "This machine has no address but loopback");
        foreach (var open in new[] { false, true })
        {
            using var listener = new TcpListener(IPAddress.Any, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            listener.Stop();
            await using var reachable = await FellesVert.StartAsync(
                persons: 150, settings: [$"Kestrel:Endpoints:Ute:Url=http://0.0.0.0:{port}", $"Felles:Sandkasse:AapenForAlle={open}"]);
            var status = await StatusAsync(reachable.Client, new Uri($"http://{own}:{port}"), "localhost");
            Assert.Equal(open ? HttpStatusCode.OK : HttpStatusCode.Forbidden, status);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Uri address, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/sandkasse/token/drift"));
        request.Headers.Host = host;
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
