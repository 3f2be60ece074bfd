using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using Felles.Web.Maalinger;
using Microsoft.AspNetCore.Http;

namespace Felles.Web.Struping;

/// <summary>
/// Refuses calls above a limit for each client address. Counted on this host alone, by the protocol clock, and for IPv6 by network (/64),
/// since one subscriber has all addresses of it. Memory is bounded: addresses beyond the setting share counters, so nobody escapes the
/// limit by having many addresses, and only then can one caller be held back by another.
/// </summary>
public sealed class Struper
{
    private const int Delte = 1024;

    // A connection without an address; no key of IPv4 or of a network of IPv6 is 1.
    private static readonly UInt128 UtenAdresse = UInt128.One;

    private readonly ConcurrentDictionary<UInt128, Kallteller> kjente = new();
    private readonly Kallteller[] delte = [.. Enumerable.Range(0, Delte).Select(_ => new Kallteller())];
    private readonly TimeProvider klokke;
    private readonly Klientadresse klient;
    private readonly Counter<long> avviste;
    private readonly long start;
    private readonly int grense;
    private readonly int plasser;
    private int antall;
    private long ryddet = -1;

    internal Struper(StrupingOptions valg, int grense, TimeProvider klokke, IMeterFactory maalere)
    {
        this.klokke = klokke;
        this.grense = grense;
        plasser = valg.Adresser;
        start = klokke.GetTimestamp();
        klient = new Klientadresse(
            [.. valg.BetroddeMellomledd.Select(tekst => Nett.TryLes(tekst, out var nett) ? nett : throw new FormatException(tekst))],
            valg.Klienthode);
        avviste = maalere.Create(Metrics.MeterName).CreateCounter<long>(
            "felles.struping.avviste", description: "Calls refused because their address had made too many.");
    }

    /// <summary>How many addresses have a counter of their own now.</summary>
    internal int Antall => Volatile.Read(ref antall);

    /// <summary>The limit around one endpoint; the endpoint itself when there is none, so that no limit costs nothing.</summary>
    /// <param name="endepunkt">What is called within the limit.</param>
    /// <param name="avvisAsync">Writes the service's own 429, with the time until there is room again.</param>
    public RequestDelegate Around(RequestDelegate endepunkt, Func<HttpContext, TimeSpan, Task> avvisAsync)
    {
        if (grense == 0)
            return endepunkt;
        return http =>
        {
            if (Slipper(klient.Finn(http), out var vent))
                return endepunkt(http);
            avviste.Add(1);
            return avvisAsync(http, vent);
        };
    }

    internal bool Slipper(IPAddress? adresse, out TimeSpan vent)
    {
        var gaatt = klokke.GetElapsedTime(start);
        var del = gaatt.Ticks / Kallteller.Del.Ticks;
        var slapp = Teller(Noekkel(adresse), del).Tell(del, grense, out var ledig);
        vent = slapp ? TimeSpan.Zero : (Kallteller.Del * ledig) - gaatt;
        return slapp;
    }

    private static UInt128 Noekkel(IPAddress? adresse)
    {
        if (adresse is null)
            return UtenAdresse;
        Span<byte> bytes = stackalloc byte[16];
        adresse.TryWriteBytes(bytes, out _);
        return adresse.AddressFamily == AddressFamily.InterNetwork
            ? new UInt128(0, 0xFFFF_0000_0000UL | BinaryPrimitives.ReadUInt32BigEndian(bytes))
            : new UInt128(BinaryPrimitives.ReadUInt64BigEndian(bytes), 0);
    }

    private Kallteller Teller(UInt128 noekkel, long del)
    {
        if (kjente.TryGetValue(noekkel, out var kjent))
            return kjent;
        if (Antall >= plasser)
            Rydd(del);
        if (Antall >= plasser)
            return delte[(uint)noekkel.GetHashCode() % Delte];
        var ny = new Kallteller();
        if (!kjente.TryAdd(noekkel, ny))
            return kjente.GetOrAdd(noekkel, ny);
        Interlocked.Increment(ref antall);
        return ny;
    }

    /// <summary>Forgets who has not called for a minute; at most once in each part of time, however many new addresses there are.</summary>
    private void Rydd(long del)
    {
        var sist = Volatile.Read(ref ryddet);
        if (sist >= del || Interlocked.CompareExchange(ref ryddet, del, sist) != sist)
            return;
        foreach (var (noekkel, teller) in kjente)
        {
            // A call that comes in between is counted on a counter that is forgotten: one call in an idle minute.
            if (teller.Ledig(del) && kjente.TryRemove(noekkel, out _))
                Interlocked.Decrement(ref antall);
        }
    }
}
