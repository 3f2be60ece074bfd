using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Persondokument.Wire;

namespace Felles.Folkeregister.Persondokument.Modell;

/// <summary>
/// Writes objects of the model as wire JSON into a buffer that is used again for the next document, and keeps the index as it goes. Every
/// value is followed by a comma, which the end of the object or array overwrites: so no member needs to know whether it is the first.
/// </summary>
internal sealed partial class Wireskriver
{
    private readonly Indeksbygger indeks = new();
    private readonly Wirebuffer ut = new(16 * 1024);
    private Adressegradering gradering;

    /// <summary>The document, until the next <see cref="Tilbakestill"/>.</summary>
    public ReadOnlyMemory<byte> Dokument => ut.Minne[..^1];

    public void SkrivIndeks(Span<byte> bytes) => indeks.Skriv(bytes, ut.Lengde - 1);

    public int Indekslengde => indeks.Lengde;

    public void Tilbakestill()
    {
        ut.Toem();
        indeks.Tilbakestill();
    }

    public void Start() => ut.Tegn((byte)'{');

    public void Slutt() => ut.Lukk((byte)'}');

    public void Navn(ReadOnlySpan<byte> navn) => ut.Skriv(navn);

    public void Liste<T>(ReadOnlySpan<byte> navn, Liste<T> poster, Action<Wireskriver, T> skriv)
    {
        if (poster.Count == 0)
            return;
        Navn(navn);
        foreach (var post in poster.AsSpan())
            skriv(this, post);
        ut.Lukk((byte)']');
    }

    public void Element<T>(Personelement element, ReadOnlySpan<byte> navn, Liste<T> oppfoeringer, Action<Wireskriver, T> skriv)
        where T : Opplysning
    {
        if (oppfoeringer.Count == 0)
            return;
        Navn(navn);
        foreach (var oppfoering in oppfoeringer.AsSpan())
            Oppfoering(element, oppfoering, skriv);
        ut.Lukk((byte)']');
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
        var start = ut.Lengde;
        gradering = Adressegradering.Ugradert;
        skriv(this, oppfoering);
        indeks.Legg(new(element, oppfoering.ErGjeldende != false, gradering, start, ut.Lengde - 1 - start));
    }
}
