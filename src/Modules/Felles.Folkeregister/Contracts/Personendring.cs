using System.Buffers.Binary;
using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts;

/// <summary>
/// What stands in each event of the stream <see cref="Stroem"/>, the one line that every package's feed is a part of: something happened to a
/// person, who has a new document. It says which elements differ and nothing of what is in them; who needs that reads the document. One
/// change of the register can be several events with the same document.
/// </summary>
public readonly record struct Personendring
{
    public const string Stroem = "folkeregister";

    public const string Type = "person";

    private const byte Form = 2;

    private const int Bytes = 40 + Dokumentidentifikator.Bytes;

    /// <summary>The person, also after a change of number.</summary>
    public required long Personnoekkel { get; init; }

    /// <summary>The number that the event is about: of a person who got a new number perhaps the old one.</summary>
    public required Folkeregisteridentifikator Identifikator { get; init; }

    public required Hendelsestype Hendelsestype { get; init; }

    /// <summary>1 for a person who is new in the register.</summary>
    public required int Versjon { get; init; }

    /// <summary>The event's place among those of the same version, from 0.</summary>
    public required byte Nr { get; init; }

    /// <summary>The id of the new document; of a duplicate that is withdrawn its last one, which nobody is led to.</summary>
    public required Dokumentidentifikator Dokument { get; init; }

    /// <summary>Bit n is set when <see cref="Personelement"/> n differs from the document before.</summary>
    public required ulong Elementer { get; init; }

    /// <summary>The person's protection before the change and after it: an event about addresses goes to those who could see them then
    /// or can see them now.</summary>
    public required Adressegradering SkjermingFoer { get; init; }

    public required Adressegradering SkjermingEtter { get; init; }

    /// <summary>When it was written into the register, by the register's clock, to the microsecond.</summary>
    public required DateTimeOffset Ajourholdstidspunkt { get; init; }

    public bool Gjelder(Personelement element) => (Elementer >> (int)element & 1) != 0;

    /// <param name="noekkel">The key of the event.</param>
    /// <param name="innhold">The content of the event.</param>
    /// <exception cref="FormatException">The content has a form this program does not know.</exception>
    public static Personendring Les(long noekkel, ReadOnlySpan<byte> innhold)
    {
        if (innhold.Length != Bytes || innhold[0] != Form)
            throw new FormatException("The content of the event is of a form that this program does not know.");
        return new Personendring
        {
            Personnoekkel = noekkel,
            Hendelsestype = (Hendelsestype)innhold[1],
            Nr = innhold[2],
            SkjermingFoer = (Adressegradering)innhold[3],
            SkjermingEtter = (Adressegradering)innhold[4],
            Versjon = BinaryPrimitives.ReadInt32LittleEndian(innhold[8..]),
            Identifikator = Folkeregisteridentifikator.FromValue(BinaryPrimitives.ReadInt64LittleEndian(innhold[16..])),
            Elementer = BinaryPrimitives.ReadUInt64LittleEndian(innhold[24..]),
            Ajourholdstidspunkt = DateTimeOffset.UnixEpoch.AddTicks(
                BinaryPrimitives.ReadInt64LittleEndian(innhold[32..]) * TimeSpan.TicksPerMicrosecond),
            Dokument = Dokumentidentifikator.FromBytes(innhold.Slice(40, Dokumentidentifikator.Bytes)),
        };
    }

    internal byte[] Skriv()
    {
        var ut = new byte[Bytes];
        ut[0] = Form;
        ut[1] = (byte)Hendelsestype;
        ut[2] = Nr;
        ut[3] = (byte)SkjermingFoer;
        ut[4] = (byte)SkjermingEtter;
        BinaryPrimitives.WriteInt32LittleEndian(ut.AsSpan(8), Versjon);
        BinaryPrimitives.WriteInt64LittleEndian(ut.AsSpan(16), Identifikator.Value);
        BinaryPrimitives.WriteUInt64LittleEndian(ut.AsSpan(24), Elementer);
        BinaryPrimitives.WriteInt64LittleEndian(
            ut.AsSpan(32), (Ajourholdstidspunkt.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond);
        Dokument.WriteBytes(ut.AsSpan(40));
        return ut;
    }
}
