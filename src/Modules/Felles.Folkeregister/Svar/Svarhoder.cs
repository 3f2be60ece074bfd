using System.Net;
using Microsoft.AspNetCore.Http;

namespace Felles.Folkeregister.Svar;

/// <summary>
/// The headers that recorded answers have, and <c>no-store</c> on all of them: person data, that neither browsers nor gateways may keep.
/// </summary>
internal static class Svarhoder
{
    private const string Utloept = "Thu, 01 Dec 1994 16:00:00 GMT";
    private const string BareHttps = "max-age=16070400; includeSubDomains";

    public static void Sett(HttpContext http)
    {
        var hoder = http.Response.Headers;
        hoder.CacheControl = HttpMethods.IsPost(http.Request.Method) ? "no-store, no-cache" : "no-store";
        hoder.Expires = Utloept;
        // RFC 6797 §7.2: not over http. Not for the machine itself either, where it would keep browsers from every other program that
        // answers there over http.
        if (http.Request.IsHttps && !ErMaskinen(http.Request.Host.Host))
            hoder.StrictTransportSecurity = BareHttps;
    }

    private static bool ErMaskinen(string vert) =>
        vert.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(vert, out var adresse) && IPAddress.IsLoopback(adresse));
}
