using System.Net;
using Felles.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Felles.Maskinporten.Sandkasse;

/// <summary>Who may use what the sandbox gives without a key: programs on this machine, unless a setting opens it to all.</summary>
internal sealed class Sandkassevakt(IOptions<SandkasseOptions> sandkasse, IOptions<FellesOptions> felles)
{
    private readonly string vertsnavn = new Uri(felles.Value.PublicUrl).Host;

    /// <summary>
    /// A caller on this machine, by a name that is this machine's. A web page can make a browser call any port here; by a name of the
    /// page's own that it has pointed here (DNS rebinding), it could read the answer too.
    /// </summary>
    public bool Slipper(HttpContext ctx)
    {
        if (sandkasse.Value.AapenForAlle)
            return true;
        // Null is a socket in the file system.
        if (ctx.Connection.RemoteIpAddress is { } avsender && !IPAddress.IsLoopback(avsender))
            return false;
        var navn = ctx.Request.Host.Host;
        return navn.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || navn.Equals(vertsnavn, StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(navn, out var adresse) && IPAddress.IsLoopback(adresse));
    }
}
