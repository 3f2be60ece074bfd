using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Indeks;

/// <summary>
/// One entry of a document in eight bytes: element (bits 0–7), current (8), grading (9–11), offset (16–39) and length (40–63) of its bytes.
/// </summary>
internal readonly struct Indekspost(ulong bits)
{
    public const int Bytes = 8;
    public const int MaksPlass = (1 << 24) - 1;

    public Indekspost(Personelement element, bool gjeldende, Adressegradering gradering, int start, int lengde)
        : this((ulong)element | (gjeldende ? 0x100UL : 0) | ((ulong)gradering << 9) | ((ulong)start << 16) | ((ulong)lengde << 40))
    {
    }

    public ulong Bits => bits;

    public Personelement Element => (Personelement)(bits & 0xff);

    public bool Gjeldende => (bits & 0x100) != 0;

    /// <summary>The entry's own grading; ugradert for elements that have none.</summary>
    public Adressegradering Gradering => (Adressegradering)((bits >> 9) & 7);

    public int Start => (int)((bits >> 16) & MaksPlass);

    public int Lengde => (int)(bits >> 40);

    public int Slutt => Start + Lengde;
}
