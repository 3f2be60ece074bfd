using System.Buffers.Binary;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Indeks;

/// <summary>Collects the entries of one document and writes its index; used again for the next document.</summary>
internal sealed class Indeksbygger
{
    private Indekspost[] poster = new Indekspost[64];
    private int antall;
    private Adressegradering skjerming;

    public int Antall => antall;

    public int Lengde => Dokumentindeks.Hode + (antall * Indekspost.Bytes);

    public void Tilbakestill()
    {
        antall = 0;
        skjerming = Adressegradering.Ugradert;
    }

    public void Legg(Indekspost post)
    {
        if (antall == poster.Length)
            Array.Resize(ref poster, antall * 2);
        poster[antall++] = post;

        // A graded current address shields its person also where the element adressebeskyttelse is missing: fortrolig covers every address.
        if (post.Gjeldende && post.Gradering >= Adressegradering.Fortrolig && post.Gradering > skjerming)
            skjerming = post.Gradering;
    }

    /// <param name="ut">At least <see cref="Lengde"/> bytes.</param>
    /// <param name="dokumentlengde">Length of the document that the entries belong to.</param>
    public void Skriv(Span<byte> ut, int dokumentlengde)
    {
        ut[0] = Dokumentindeks.Versjon;
        ut[1] = (byte)skjerming;
        BinaryPrimitives.WriteUInt16LittleEndian(ut[2..], (ushort)antall);
        BinaryPrimitives.WriteInt32LittleEndian(ut[4..], dokumentlengde);
        for (var i = 0; i < antall; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(ut[(Dokumentindeks.Hode + (i * Indekspost.Bytes))..], poster[i].Bits);
    }
}
