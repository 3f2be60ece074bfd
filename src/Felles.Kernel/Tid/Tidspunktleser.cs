using System.Numerics;

namespace Felles.Kernel.Tid;

/// <summary>
/// Reads <c>yyyy-MM-ddTHH:mm:ss[.f…](Z|±HH:mm)</c>: the common part of ISO 8601, RFC 3339 and XML Schema (§ 3.3.7 dateTime), with 1 to 9
/// digits after the point. Leap seconds, 24:00 and a missing offset are refused: no register writes them, and each would mean two things.
/// </summary>
internal static class Tidspunktleser
{
    private const int TilSekunder = 19;

    internal static bool TryLes<T>(ReadOnlySpan<T> tekst, out DateTimeOffset instant, out byte nanosekunder)
        where T : unmanaged, IBinaryInteger<T>
    {
        instant = default;
        nanosekunder = 0;
        if (tekst.Length <= TilSekunder || !Er(tekst, 4, '-') || !Er(tekst, 7, '-')
            || !Er(tekst, 10, 'T') || !Er(tekst, 13, ':') || !Er(tekst, 16, ':'))
            return false;
        if (!Tall(tekst[..4], out var aar) || !Tall(tekst[5..7], out var maaned) || !Tall(tekst[8..10], out var dag)
            || !Tall(tekst[11..13], out var time) || !Tall(tekst[14..16], out var minutt) || !Tall(tekst[17..19], out var sekund))
            return false;
        if (aar < 1 || maaned is < 1 or > 12 || dag < 1 || dag > DateTime.DaysInMonth(aar, maaned)
            || time > 23 || minutt > 59 || sekund > 59)
            return false;

        var rest = tekst[TilSekunder..];
        if (!Broekdel(ref rest, out var nano) || !Forskyvning(rest, out var forskyvning))
            return false;
        var lokal = new DateTime(aar, maaned, dag, time, minutt, sekund).AddTicks(nano / 100);
        var utc = lokal.Ticks - forskyvning.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
            return false;
        instant = new(lokal, forskyvning);
        nanosekunder = (byte)(nano % 100);
        return true;
    }

    private static bool Broekdel<T>(ref ReadOnlySpan<T> rest, out int nano)
        where T : unmanaged, IBinaryInteger<T>
    {
        nano = 0;
        if (!Er(rest, 0, '.'))
            return true;
        var sifre = 0;
        while (sifre + 1 < rest.Length && uint.CreateTruncating(rest[sifre + 1]) - '0' <= 9)
            sifre++;
        if (sifre is 0 or > 9 || !Tall(rest[1..(sifre + 1)], out nano))
            return false;
        for (var i = sifre; i < 9; i++)
            nano *= 10;
        rest = rest[(sifre + 1)..];
        return true;
    }

    private static bool Forskyvning<T>(ReadOnlySpan<T> rest, out TimeSpan forskyvning)
        where T : unmanaged, IBinaryInteger<T>
    {
        forskyvning = TimeSpan.Zero;
        if (rest.Length == 1)
            return Er(rest, 0, 'Z');
        if (rest.Length != 6 || !(Er(rest, 0, '+') || Er(rest, 0, '-')) || !Er(rest, 3, ':')
            || !Tall(rest[1..3], out var timer) || !Tall(rest[4..], out var minutter) || minutter > 59 || (timer * 60) + minutter > 14 * 60)
            return false;
        forskyvning = new TimeSpan(timer, minutter, 0);
        if (Er(rest, 0, '-'))
            forskyvning = -forskyvning;
        return true;
    }

    private static bool Er<T>(ReadOnlySpan<T> tekst, int plass, char tegn)
        where T : unmanaged, IBinaryInteger<T> => plass < tekst.Length && tekst[plass] == T.CreateTruncating(tegn);

    private static bool Tall<T>(ReadOnlySpan<T> tekst, out int verdi)
        where T : unmanaged, IBinaryInteger<T>
    {
        verdi = 0;
        foreach (var tegn in tekst)
        {
            var siffer = uint.CreateTruncating(tegn) - '0';
            if (siffer > 9)
                return false;
            verdi = (verdi * 10) + (int)siffer;
        }

        return true;
    }
}
