using System.Net;
using Microsoft.AspNetCore.Http;

namespace Felles.Web.Struping;

/// <summary>
/// Who called: the peer of the connection, or what the trusted proxies say. The header is read from its end, one hop for each trusted
/// proxy, so nothing that a caller wrote in front of it counts.
/// </summary>
internal sealed class Klientadresse(IPNetwork[] betrodde, Klienthode hode)
{
    private readonly string navn = hode == Klienthode.Forwarded ? "Forwarded" : "X-Forwarded-For";

    /// <summary>Null when the connection has no address, as a Unix socket.</summary>
    public IPAddress? Finn(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } motpart)
            return null;
        var adresse = Nett.Enkel(motpart);
        if (betrodde.Length == 0 || !http.Request.Headers.TryGetValue(navn, out var linjer))
            return adresse;
        for (var linje = linjer.Count - 1; linje >= 0; linje--)
        {
            ReadOnlySpan<char> rest = linjer[linje];
            while (rest.Length > 0)
            {
                var komma = rest.LastIndexOf(',');
                var ledd = rest[(komma + 1)..];
                rest = rest[..Math.Max(komma, 0)];
                // What a trusted proxy could not or would not tell is counted on the proxy itself.
                if (!Betrodd(adresse) || !TryLes(ledd, out var neste))
                    return adresse;
                adresse = neste;
            }
        }

        return adresse;
    }

    private bool Betrodd(IPAddress adresse)
    {
        foreach (var nett in betrodde)
        {
            if (nett.Contains(adresse))
                return true;
        }

        return false;
    }

    private bool TryLes(ReadOnlySpan<char> ledd, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IPAddress? adresse)
    {
        if (hode == Klienthode.XForwardedFor)
            return Nett.TryLesAdresse(ledd, out adresse);
        foreach (var del in ledd.Split(';'))
        {
            var par = ledd[del].Trim();
            if (par.StartsWith("for=", StringComparison.OrdinalIgnoreCase))
                return Nett.TryLesAdresse(par["for=".Length..], out adresse);
        }

        adresse = null;
        return false;
    }
}
