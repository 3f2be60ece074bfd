using Felles.Folkeregister.Svar;
using Microsoft.AspNetCore.Http;

namespace Felles.Folkeregister.Tjenester;

/// <summary>
/// HEAD where the other method does work: it tests the connection, as the documents say of resources. Whether the caller is let in, and
/// whether it takes a form that the service has, is answered; nothing is looked up or ordered.
/// </summary>
internal static class Tilkoblingsproeve
{
    /// <param name="vakt">Lets the caller in.</param>
    /// <param name="http">The request.</param>
    /// <param name="tjeneste">The service.</param>
    /// <param name="somGet">A body as long as that of GET, for <c>Content-Length</c> (RFC 9110 §8.6); it is not sent.</param>
    public static async Task ProevAsync(
        this Kallvakt vakt, HttpContext http, Tjeneste tjeneste, Func<Svarformat, byte[]>? somGet = null)
    {
        if (await vakt.AapneAsync(http, tjeneste, out var kall) is { } avvisning)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        await vakt.LoggAsync(kall, StatusCodes.Status200OK, "ok", 0, default, default);
        await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, somGet?.Invoke(kall.Format));
    }
}
