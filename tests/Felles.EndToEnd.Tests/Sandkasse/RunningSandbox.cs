using Felles.Testing;

namespace Felles.EndToEnd.Tests.Sandkasse;

/// <summary>One sandbox for the tests of a class that do not change it.</summary>
public sealed class RunningSandbox : IAsyncLifetime
{
    private FellesVert? vert;

    public FellesVert Vert => vert ?? throw new InvalidOperationException("The sandbox has not started.");

    public async ValueTask InitializeAsync() => vert = await FellesVert.StartAsync(persons: 1_000);

    public async ValueTask DisposeAsync()
    {
        if (vert is not null)
        {
            await vert.DisposeAsync();
        }
    }
}
