using Microsoft.Extensions.Primitives;

namespace Felles.Maskinporten;

/// <summary>Tells those who remember verdicts about tokens that a client, key or issuer has changed.</summary>
#pragma warning disable CA1001 // The sources have neither timer nor handle, and a reader may still hold the one that has fired.
internal sealed class Endringsvarsel
#pragma warning restore CA1001
{
    private CancellationTokenSource kilde = new();

    public IChangeToken GetChangeToken() => new CancellationChangeToken(Volatile.Read(ref kilde).Token);

    public void Meld()
    {
        // The new source stands before the old one fires: who is told asks for the next token at once.
        Interlocked.Exchange(ref kilde, new CancellationTokenSource()).Cancel();
    }
}
