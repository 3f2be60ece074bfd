using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Felles.Web.Struping;

/// <summary>Addresses and networks as settings and headers write them. IPv4 in IPv6 clothes is IPv4 everywhere.</summary>
internal static class Nett
{
    private const int MappetPrefiks = 96;

    /// <summary>An address alone is the network of that address.</summary>
    public static bool TryLes(string? tekst, out IPNetwork nett)
    {
        nett = default;
        if (tekst is null)
            return false;
        if (TryLesAdresse(tekst, out var adresse))
            nett = new IPNetwork(adresse, adresse.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
        else if (!IPNetwork.TryParse(tekst, out nett))
            return false;
        else if (nett.BaseAddress.IsIPv4MappedToIPv6 && nett.PrefixLength >= MappetPrefiks)
            nett = new IPNetwork(nett.BaseAddress.MapToIPv4(), nett.PrefixLength - MappetPrefiks);
        return true;
    }

    /// <summary>
    /// An address as a proxy writes it: with or without brackets and port. The short and octal forms that libraries read in different ways
    /// (<c>127.1</c>, <c>010.0.0.1</c>) are no addresses here.
    /// </summary>
    public static bool TryLesAdresse(ReadOnlySpan<char> tekst, [NotNullWhen(true)] out IPAddress? adresse)
    {
        adresse = null;
        tekst = tekst.Trim().Trim('"');
        if (tekst.StartsWith('['))
        {
            var slutt = tekst.IndexOf(']');
            if (slutt < 0 || (slutt + 1 < tekst.Length && tekst[slutt + 1] != ':'))
                return false;
            tekst = tekst[1..slutt];
        }
        else if (tekst.Count(':') == 1)
            tekst = tekst[..tekst.IndexOf(':')];

        if (!IPAddress.TryParse(tekst, out var lest))
            return false;
        if (lest.AddressFamily == AddressFamily.InterNetwork && !tekst.SequenceEqual(lest.ToString()))
            return false;
        adresse = Enkel(lest);
        return true;
    }

    /// <summary>IPv4 as IPv4, and IPv6 without the interface it came in by.</summary>
    public static IPAddress Enkel(IPAddress adresse) =>
        adresse.IsIPv4MappedToIPv6 ? adresse.MapToIPv4()
        : adresse.AddressFamily == AddressFamily.InterNetworkV6 && adresse.ScopeId != 0 ? new IPAddress(adresse.GetAddressBytes())
        : adresse;
}
