using Felles.Testing;

namespace Felles.Cli.Tests.Vert;

/// <summary>One host with a small population for the tests that only look or change what no other test reads.</summary>
public sealed class Vertsfikstur : IAsyncLifetime
{
    private FellesVert? _vert;

    internal FellesVert Vert => _vert!;

    public async ValueTask InitializeAsync() => _vert = await FellesVert.StartAsync(persons: 300);

    public ValueTask DisposeAsync() => _vert?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal Task<Kommandokjoering> KjoerAsync(string klient, params string[] args) => KjoerAsync(klient, "", args);

    internal Task<Kommandokjoering> KjoerAsync(string klient, string inn, string[] args) => Kommandokjoering.KjoerAsync(
        [.. args, "--url", Vert.Address.ToString(), "--client", Vert.ClientFile(klient)], inn);
}
