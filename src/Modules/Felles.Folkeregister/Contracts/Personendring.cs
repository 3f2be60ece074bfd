using System.Buffers.Binary;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts;

/// <summary>
/// What stands in each event of the stream <see cref="Stroem"/>: a person has a new document. It says which elements differ and nothing of
/// what is in them; who needs that reads the document.
/// </summary>
/// <param name="Personnoekkel">The person, also after a change of number.</param>
/// <param name="Identifikator">The number the person had when this was written.</param>
/// <param name="Versjon">1 for a person who is new in the register.</param>
/// <param name="Dokument">The id of the new document.</param>
/// <param name="Elementer">Bit n is set when <see cref="Personelement"/> n differs from the document before.</param>
public readonly record struct Personendring(
    long Personnoekkel, Folkeregisteridentifikator Identifikator, int Versjon, Dokumentidentifikator Dokument, ulong Elementer)
{
    public const string Stroem = "folkeregister";

    public const string Type = "person";

    private const byte Form = 1;

    private const int Bytes = 1 + 8 + 4 + 8 + Dokumentidentifikator.Bytes;

    public bool Gjelder(Personelement element) => (Elementer >> (int)element & 1) != 0;

    /// <param name="noekkel">The key of the event.</param>
    /// <param name="innhold">The content of the event.</param>
    /// <exception cref="FormatException">The content has a form this program does not know.</exception>
    public static Personendring Les(long noekkel, ReadOnlySpan<byte> innhold)
    {
        if (innhold.Length != Bytes || innhold[0] != Form)
            throw new FormatException("The content of the event is of a form that this program does not know.");
        return new Personendring(
            noekkel,
            Folkeregisteridentifikator.FromValue(BinaryPrimitives.ReadInt64LittleEndian(innhold[1..])),
            BinaryPrimitives.ReadInt32LittleEndian(innhold[9..]),
            Dokumentidentifikator.FromBytes(innhold.Slice(21, Dokumentidentifikator.Bytes)),
            BinaryPrimitives.ReadUInt64LittleEndian(innhold[13..]));
    }

    internal byte[] Skriv()
    {
        var ut = new byte[Bytes];
        ut[0] = Form;
        BinaryPrimitives.WriteInt64LittleEndian(ut.AsSpan(1), Identifikator.Value);
        BinaryPrimitives.WriteInt32LittleEndian(ut.AsSpan(9), Versjon);
        BinaryPrimitives.WriteUInt64LittleEndian(ut.AsSpan(13), Elementer);
        Dokument.WriteBytes(ut.AsSpan(21));
        return ut;
    }
}
