using System.Buffers.Binary;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Lager;

/// <summary>
/// Ids of event documents are made from person key, version and place, as those of person documents are, and can be taken apart again: an
/// event document is found by the key it is distributed by.
/// </summary>
internal static class Hendelsesnoekkel
{
    private const ulong Salt = 0x46726567_2D68656E; // "Freg-hen"

    public static Dokumentidentifikator Lag(long personnoekkel, int versjon, byte nr)
    {
        Span<byte> bytes = stackalloc byte[Dokumentidentifikator.Bytes];
        var hoey = Dokumentnoekkel.Bland((ulong)personnoekkel ^ Salt);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, hoey);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Dokumentnoekkel.Bland(((ulong)versjon << 8 | nr) ^ hoey));
        return Dokumentidentifikator.FromBytes(bytes);
    }

    /// <summary>Null when the id was not made here.</summary>
    public static (long Personnoekkel, int Versjon, byte Nr)? Les(Dokumentidentifikator id)
    {
        Span<byte> bytes = stackalloc byte[Dokumentidentifikator.Bytes];
        id.WriteBytes(bytes);
        var hoey = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        var personnoekkel = (long)(Dokumentnoekkel.Skill(hoey) ^ Salt);
        var rest = Dokumentnoekkel.Skill(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..])) ^ hoey;
        return personnoekkel > 0 && rest >> 8 is > 0 and <= int.MaxValue ? (personnoekkel, (int)(rest >> 8), (byte)rest) : null;
    }
}
