using Felles.Testing;

namespace Felles.Host.Tests;

/// <summary>One sandbox for the tests of a class that do not change it.</summary>
public sealed class Vertsfikstur : IAsyncLifetime
{
    private FellesVert? vert;

    public FellesVert Vert => vert ?? throw new InvalidOperationException("The sandbox has not started.");

    public async ValueTask InitializeAsync() => vert = await FellesVert.StartAsync(persons: 150);

    public ValueTask DisposeAsync() => vert?.DisposeAsync() ?? ValueTask.CompletedTask;
}
