using System.Buffers.Binary;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Indeks;

/// <summary>
/// The index that is stored beside a document's bytes, so that an answer is cut without reading JSON. Eight bytes of head – version,
/// shielding of the person, number of entries, length of the document – and then eight bytes an entry in wire order, little endian. An
/// index of another version is made anew from the bytes.
/// </summary>
internal readonly ref struct Dokumentindeks
{
    public const byte Versjon = 1;
    public const int Hode = 8;
    public const int MaksOppfoeringer = ushort.MaxValue;

    private readonly ReadOnlySpan<byte> poster;

    private Dokumentindeks(ReadOnlySpan<byte> poster, Adressegradering skjerming)
    {
        this.poster = poster;
        Skjerming = skjerming;
    }

    /// <summary>
    /// The strictest current protection of the person: ugradert, fortrolig or strengt fortrolig. Klientadresse belongs to one address only.
    /// </summary>
    public Adressegradering Skjerming { get; }

    public int Antall => poster.Length / Indekspost.Bytes;

    public Indekspost this[int nr] => new(BinaryPrimitives.ReadUInt64LittleEndian(poster[(nr * Indekspost.Bytes)..]));

    /// <summary>The stored index, or one made anew when the bytes are of another version or of another document.</summary>
    /// <param name="bytes">What is stored beside the document.</param>
    /// <param name="dokument">A judged document in wire order.</param>
    public static Dokumentindeks Les(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> dokument)
    {
        if (TryLes(bytes, dokument.Length, out var indeks))
            return indeks;
        var bygger = new Indeksbygger();
        if (!Indekslesing.Bygg(dokument, bygger))
            throw new InvalidDataException("The person document has more entries than an index holds.");
        var nye = new byte[bygger.Lengde];
        bygger.Skriv(nye, dokument.Length);
        return new(nye.AsSpan(Hode), (Adressegradering)nye[1]);
    }

    /// <summary>False when the bytes are no index of this version, or one of another document.</summary>
    public static bool TryLes(ReadOnlySpan<byte> bytes, int dokumentlengde, out Dokumentindeks indeks)
    {
        indeks = default;
        if (bytes.Length < Hode || bytes[0] != Versjon || BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) != dokumentlengde)
            return false;
        var rest = bytes[Hode..];
        if (rest.Length != BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]) * Indekspost.Bytes)
            return false;
        indeks = new(rest, (Adressegradering)bytes[1]);
        return true;
    }
}
