using System.Numerics;

namespace Felles.Kernel.Identifikatorer;

/// <summary>Digits in text, for UTF-16 and UTF-8 alike; nothing here allocates.</summary>
internal static class Sifferrekke
{
    /// <summary>The weights of the second check digit of a fødselsnummer and of a bank account, the digit itself last.</summary>
    internal static ReadOnlySpan<byte> Modulus11Elleve => [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>The weights of an organisation number, the check digit last.</summary>
    internal static ReadOnlySpan<byte> Modulus11Ni => [3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Reads ASCII digits only: other scripts' digits are letters to a register.</summary>
    internal static bool TryLes<T>(ReadOnlySpan<T> tekst, Span<byte> sifre, out long verdi)
        where T : unmanaged, IBinaryInteger<T>
    {
        verdi = 0;
        if (tekst.Length != sifre.Length)
            return false;
        for (var i = 0; i < tekst.Length; i++)
        {
            var siffer = uint.CreateTruncating(tekst[i]) - '0';
            if (siffer > 9)
                return false;
            sifre[i] = (byte)siffer;
            verdi = (verdi * 10) + siffer;
        }

        return true;
    }

    internal static void Del(long verdi, Span<byte> sifre)
    {
        for (var i = sifre.Length - 1; i >= 0; i--)
        {
            (verdi, var siffer) = Math.DivRem(verdi, 10);
            sifre[i] = (byte)siffer;
        }
    }

    internal static int Vektsum(ReadOnlySpan<byte> sifre, ReadOnlySpan<byte> vekter)
    {
        var sum = 0;
        for (var i = 0; i < vekter.Length; i++)
            sum += sifre[i] * vekter[i];
        return sum;
    }

    /// <summary>Writes with leading zeros to a fixed width.</summary>
    internal static bool TrySkriv<T>(long verdi, int lengde, Span<T> maal, out int skrevet)
        where T : unmanaged, IBinaryInteger<T>
    {
        skrevet = 0;
        if (maal.Length < lengde)
            return false;
        for (var i = lengde - 1; i >= 0; i--)
        {
            (verdi, var siffer) = Math.DivRem(verdi, 10);
            maal[i] = T.CreateTruncating('0' + siffer);
        }

        skrevet = lengde;
        return true;
    }

    internal static string Tekst(long verdi, int lengde) =>
        string.Create(lengde, verdi, static (maal, v) => TrySkriv(v, maal.Length, maal, out _));
}
