using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;

namespace Felles.Folkeregister.Persondokument.Modell;

/// <summary>
/// Writes objects of the model as wire JSON into a buffer that is used again for the next document, and keeps the index as it goes. Every value is followed by a
/// comma, which the end of the object or array overwrites: so no member needs to know whether it is the first.
/// </summary>
internal sealed partial class Wireskriver
{
    private readonly Indeksbygger indeks = new();
    private byte[] buffer = new byte[16 * 1024];
    private int lengde;
    private Adressegradering gradering;

    /// <summary>The document, until the next <see cref="Tilbakestill"/>.</summary>
    public ReadOnlyMemory<byte> Dokument => buffer.AsMemory(0, lengde - 1);

    public void SkrivIndeks(Span<byte> ut) => indeks.Skriv(ut, lengde - 1);

    public int Indekslengde => indeks.Lengde;

    public void Tilbakestill()
    {
        lengde = 0;
        indeks.Tilbakestill();
    }

    public void Start() => Tegn((byte)'{');

    public void Slutt() => Lukk((byte)'}');

    public void Navn(ReadOnlySpan<byte> navn)
    {
        navn.CopyTo(Plass(navn.Length));
        lengde += navn.Length;
    }

    public void Liste<T>(ReadOnlySpan<byte> navn, Liste<T> poster, Action<Wireskriver, T> skriv)
    {
        if (poster.Count == 0)
            return;
        Navn(navn);
        foreach (var post in poster.AsSpan())
            skriv(this, post);
        Lukk((byte)']');
    }

    public void Element<T>(Personelement element, ReadOnlySpan<byte> navn, Liste<T> oppfoeringer, Action<Wireskriver, T> skriv)
        where T : Opplysning
    {
        if (oppfoeringer.Count == 0)
            return;
        Navn(navn);
        foreach (var oppfoering in oppfoeringer.AsSpan())
            Oppfoering(element, oppfoering, skriv);
        Lukk((byte)']');
    }

    public void Enkeltelement<T>(Personelement element, ReadOnlySpan<byte> navn, T? oppfoering, Action<Wireskriver, T> skriv)
        where T : Opplysning
    {
        if (oppfoering is null)
            return;
        Navn(navn);
        Oppfoering(element, oppfoering, skriv);
    }

    private void Oppfoering<T>(Personelement element, T oppfoering, Action<Wireskriver, T> skriv)
        where T : Opplysning
    {
        var start = lengde;
        gradering = Adressegradering.Ugradert;
        skriv(this, oppfoering);
        indeks.Legg(new(element, oppfoering.ErGjeldende != false, gradering, start, lengde - 1 - start));
    }

    private void Lukk(byte tegn)
    {
        if (buffer[lengde - 1] == ',')
            buffer[lengde - 1] = tegn;
        else
            Tegn(tegn);
        Tegn((byte)',');
    }

    private void Tegn(byte tegn)
    {
        Plass(1)[0] = tegn;
        lengde++;
    }

    private Span<byte> Plass(int antall)
    {
        if (buffer.Length - lengde < antall)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, lengde + antall));
        return buffer.AsSpan(lengde);
    }
}
