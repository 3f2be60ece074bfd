using Felles.Testing;

namespace Felles.Client.Tests.Vert;

/// <summary>One host with a small population, and a client of it.</summary>
public sealed class Vertsfikstur : IAsyncLifetime
{
    private FellesVert? _vert;
    private FellesKlient? _klient;

    internal FellesVert Vert => _vert!;

    internal FellesKlient Klient => _klient!;

    public async ValueTask InitializeAsync()
    {
        _vert = await FellesVert.StartAsync(persons: 150);
        _klient = new(_vert.Address, Klientfil.Les(_vert.ClientFile("kommune")));
    }

    public async ValueTask DisposeAsync()
    {
        _klient?.Dispose();
        if (_vert is not null)
            await _vert.DisposeAsync();
    }
}
