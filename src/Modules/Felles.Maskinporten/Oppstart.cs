using Felles.Maskinporten.Klienter;
using Felles.Maskinporten.Noekler;
using Felles.Storage;

namespace Felles.Maskinporten;

/// <summary>Signing keys exist, and the registered clients are known to the steps that follow.</summary>
internal sealed class Oppstart(Signeringslager noekler, Klientlager klienter) : IStartupStep
{
    public int Order => 10;

    public async Task RunAsync(CancellationToken ct)
    {
        await noekler.StartAsync(ct);
        await klienter.LastAsync(null, ct);
    }
}
