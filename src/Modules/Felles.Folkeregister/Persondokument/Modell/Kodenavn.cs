using System.Runtime.CompilerServices;
using System.Text;

namespace Felles.Folkeregister.Persondokument.Modell;

/// <summary>
/// The wire names of a closed code list: the enum's names with a lower first letter. The enums number their values from 0 without gaps, so
/// a lookup is one array access.
/// </summary>
internal static class Kodenavn<T>
    where T : unmanaged, Enum
{
    private static readonly byte[][] Navn =
        [.. Enum.GetNames<T>().Select(navn => Encoding.UTF8.GetBytes(char.ToLowerInvariant(navn[0]) + navn[1..]))];

    public static ReadOnlySpan<byte> Wire(T verdi) => Navn[Unsafe.BitCast<T, int>(verdi)];

    public static bool TryLes(ReadOnlySpan<byte> wire, out T verdi)
    {
        for (var i = 0; i < Navn.Length; i++)
        {
            if (!wire.SequenceEqual(Navn[i]))
                continue;
            verdi = Unsafe.BitCast<int, T>(i);
            return true;
        }

        verdi = default;
        return false;
    }
}
