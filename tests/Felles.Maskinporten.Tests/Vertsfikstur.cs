namespace Felles.Maskinporten.Tests;

/// <summary>One token server for the tests that only ask it.</summary>
public sealed class Vertsfikstur : IAsyncLifetime
{
    public Maskinportenvert Vert { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Vert = await Maskinportenvert.StartAsync();

    public ValueTask DisposeAsync() => Vert.DisposeAsync();
}
