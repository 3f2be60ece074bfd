using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Felles.Kernel.Identifikatorer;

namespace Felles.Storage.Oppslagslogg.Format;

/// <summary>
/// Version 1 of a record's body, little endian: fixed fields first, then twelve texts, then keys and document ids.
/// A later version gets a new first byte and a decoder of its own; stored records are never rewritten.
/// </summary>
internal static class RecordEncoder
{
    public const byte Version = 1;

    /// <summary>version, ticks, type, status, consumer, supplier, element groups, number of persons, number of documents.</summary>
    public const int FixedSize = 1 + 8 + 1 + 2 + 4 + 4 + 8 + 4 + 4;

    /// <summary>One text: three bytes of length at most, and UTF-8.</summary>
    private const int TextOverhead = 3;

    /// <summary>
    /// Long enough for anything the host writes; a longer text can only come from a client, and is cut so that it cannot swell the log.
    /// </summary>
    private const int MaxTextChars = 1024;

    /// <summary>An upper bound of what <see cref="Write"/> needs, cheap enough to take under the lock.</summary>
    public static int MaxSize(in LookupRecord record) =>
        FixedSize
        + TextSize(record.Tjeneste) + TextSize(record.Rute) + TextSize(record.Metode) + TextSize(record.Utfall)
        + TextSize(record.Systembruker) + TextSize(record.ClientId) + TextSize(record.Jti) + TextSize(record.Scope)
        + TextSize(record.Pakke) + TextSize(record.Parts) + TextSize(record.Detalj) + TextSize(record.Korrelasjonsid)
        + (record.Personer.Length * sizeof(long))
        + (record.Dokumenter.Length * Dokumentidentifikator.Bytes);

    /// <summary>Writes the body and returns its length.</summary>
    public static int Write(in LookupRecord record, Span<byte> destination)
    {
        destination[0] = Version;
        BinaryPrimitives.WriteInt64LittleEndian(destination[1..], record.Tidspunkt.UtcTicks);
        destination[9] = (byte)record.Type;
        BinaryPrimitives.WriteUInt16LittleEndian(destination[10..], (ushort)record.Status);
        BinaryPrimitives.WriteInt32LittleEndian(destination[12..], record.Konsument.GetValueOrDefault().Value);
        BinaryPrimitives.WriteInt32LittleEndian(destination[16..], record.Leverandoer.GetValueOrDefault().Value);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[20..], record.Elementgrupper);
        BinaryPrimitives.WriteInt32LittleEndian(destination[28..], record.Personer.Length);
        BinaryPrimitives.WriteInt32LittleEndian(destination[32..], record.Dokumenter.Length);
        var at = FixedSize;

        // Keys come before the texts: the index and the reader of a person's look-ups find them without walking the texts.
        at = WriteKeys(record.Personer.Span, destination, at);
        at = WriteDocuments(record.Dokumenter.Span, destination, at);
        at = WriteText(record.Tjeneste, destination, at);
        at = WriteText(record.Rute, destination, at);
        at = WriteText(record.Metode, destination, at);
        at = WriteText(record.Utfall, destination, at);
        at = WriteText(record.Systembruker, destination, at);
        at = WriteText(record.ClientId, destination, at);
        at = WriteText(record.Jti, destination, at);
        at = WriteText(record.Scope, destination, at);
        at = WriteText(record.Pakke, destination, at);
        at = WriteText(record.Parts, destination, at);
        at = WriteText(record.Detalj, destination, at);
        return WriteText(record.Korrelasjonsid, destination, at);
    }

    private static int TextSize(string? text) => TextOverhead + (3 * Math.Min(text?.Length ?? 0, MaxTextChars));

    private static int WriteKeys(ReadOnlySpan<long> keys, Span<byte> destination, int at)
    {
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(keys).CopyTo(destination[at..]);
            return at + (keys.Length * sizeof(long));
        }

        foreach (var key in keys)
        {
            BinaryPrimitives.WriteInt64LittleEndian(destination[at..], key);
            at += sizeof(long);
        }

        return at;
    }

    private static int WriteDocuments(ReadOnlySpan<Dokumentidentifikator> documents, Span<byte> destination, int at)
    {
        foreach (var document in documents)
        {
            document.WriteBytes(destination[at..]);
            at += Dokumentidentifikator.Bytes;
        }

        return at;
    }

    /// <summary>Length plus one as a varint, so that 0 is null and the empty text stays itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WriteText(string? text, Span<byte> destination, int at)
    {
        if (text is null)
        {
            destination[at] = 0;
            return at + 1;
        }

        return WriteTextBytes(text.Length <= MaxTextChars ? text : text.AsSpan(0, MaxTextChars), destination, at);
    }

    private static int WriteTextBytes(ReadOnlySpan<char> text, Span<byte> destination, int at)
    {
        // Up to 42 characters fit in one byte of length whatever they are, which is nearly every text: no moving afterwards.
        if (text.Length <= 42)
        {
            var length = Encoding.UTF8.GetBytes(text, destination[(at + 1)..]);
            destination[at] = (byte)(length + 1);
            return at + 1 + length;
        }

        var bytes = Encoding.UTF8.GetByteCount(text);
        at = Varint.Write((uint)bytes + 1, destination, at);
        return at + Encoding.UTF8.GetBytes(text, destination[at..]);
    }
}
