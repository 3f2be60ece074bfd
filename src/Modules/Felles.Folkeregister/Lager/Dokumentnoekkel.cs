using System.Buffers.Binary;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Lager;

/// <summary>
/// Document ids are made from person key and version and can be taken apart again. So a superseded document is found by person key, the
/// key it is distributed by, without a table from document ids to persons; and the same population has the same ids everywhere.
/// An id tells nobody which number the person has: the key is a running number of this register.
/// </summary>
internal static class Dokumentnoekkel
{
    private const ulong Salt = 0x46726567_2D646F6B; // "Freg-dok"

    public static Dokumentidentifikator Lag(long personnoekkel, int versjon)
    {
        Span<byte> bytes = stackalloc byte[Dokumentidentifikator.Bytes];
        Skriv(personnoekkel, versjon, bytes);
        return Dokumentidentifikator.FromBytes(bytes);
    }

    public static void Skriv(long personnoekkel, int versjon, Span<byte> til)
    {
        var hoey = Bland((ulong)personnoekkel ^ Salt);
        BinaryPrimitives.WriteUInt64BigEndian(til, hoey);
        BinaryPrimitives.WriteUInt64BigEndian(til[8..], Bland((uint)versjon ^ hoey));
    }

    /// <summary>Null when the id was not made here.</summary>
    public static (long Personnoekkel, int Versjon)? Les(Dokumentidentifikator id)
    {
        Span<byte> bytes = stackalloc byte[Dokumentidentifikator.Bytes];
        id.WriteBytes(bytes);
        var hoey = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        var personnoekkel = (long)(Skill(hoey) ^ Salt);
        var versjon = Skill(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..])) ^ hoey;
        return personnoekkel > 0 && versjon is > 0 and <= int.MaxValue ? (personnoekkel, (int)versjon) : null;
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood 2014), a permutation of 64 bits.
    internal static ulong Bland(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    // Its inverse: the multipliers' inverses modulo 2^64, the shifts undone.
    internal static ulong Skill(ulong z)
    {
        z = (z ^ (z >> 31) ^ (z >> 62)) * 0x319642B2D24D8EC3;
        z = (z ^ (z >> 27) ^ (z >> 54)) * 0x96DE1B173F119089;
        return z ^ (z >> 30) ^ (z >> 60);
    }
}
