using System.Net;
using Felles.Testing.Maskinporten;

namespace Felles.Host.Tests.Utfall;

/// <summary>The server is killed under a host at work, and comes back.</summary>
public sealed class LostDatabaseTests
{
    private const string Folkeregisteret = "/folkeregisteret/offentlig-med-hjemmel/api/v1/personer";

    private static readonly (string Name, Func<Postgresvert, Task<HttpResponseMessage>> Send)[] Calls =
    [
        ("look-up", v => v.SendAsync(HttpMethod.Get, Folkeregisteret + "/24907999374", "kommune")),
        ("bulk", v => v.SendAsync(
            HttpMethod.Post, Folkeregisteret + "/bulkoppslag", "kommune", """{"foedselsEllerDNummer":["24907999374"]}""")),
        ("search", v => v.SendAsync(HttpMethod.Get, Folkeregisteret + "/soek?kjoenn=kvinne&foedselsaarFraOgMed=1979&foedselsaarTilOgMed=1979", "kommune")),
        ("token", async v => await v.Vert.Client.PostAsync("/maskinporten/token", Assertion(v).Skjema())),
        ("administration", v => v.SendAsync(HttpMethod.Get, "/felles/api/v1/pakker/315260183", "drift")),
        ("change", v => v.SendAsync(HttpMethod.Put, "/felles/api/v1/pakker/315260183/privat", "drift")),
    ];

    [Fact]
    public async Task Every_call_is_answered_503_with_Retry_After_and_again_when_the_server_is_back()
    {
        await using var vert = await Postgresvert.StartAsync();
        await EveryCallAsync(vert, HttpStatusCode.OK);

        vert.Cluster.Kill();
        await EveryCallAsync(vert, HttpStatusCode.ServiceUnavailable);
        await vert.UntilUnreadyAsync("access", "clients", "database", "lookup-log");
        await EveryCallAsync(vert, HttpStatusCode.ServiceUnavailable);

        vert.Cluster.Restart();
        await vert.UntilUnreadyAsync();
        await EveryCallAsync(vert, HttpStatusCode.OK);
    }

    private static async Task EveryCallAsync(Postgresvert vert, HttpStatusCode expected)
    {
        foreach (var (name, send) in Calls)
        {
            using var answer = await send(vert);
            Assert.True(answer.StatusCode == expected, $"{name}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            Assert.True(expected == HttpStatusCode.OK || answer.Headers.RetryAfter is { Delta.TotalSeconds: > 0 }, name);
        }
    }

    private static Assertion Assertion(Postgresvert vert) =>
        Testklient.Les(vert.Vert.ClientFile("kommune")).Assertion(new Uri(vert.Vert.Address, "/maskinporten/").ToString(), TimeProvider.System.GetUtcNow());
}
