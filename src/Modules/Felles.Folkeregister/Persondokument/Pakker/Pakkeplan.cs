using System.Buffers;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;

namespace Felles.Folkeregister.Persondokument.Pakker;

/// <summary>
/// What one call may see and asked to see. Answers are cut from the stored bytes by the index: entries that leave whole are copied in runs,
/// bytes between them included, because neighbours in the document are neighbours in the answer; others are cut member by member. No JSON
/// is parsed and nothing is allocated.
/// </summary>
internal sealed class Pakkeplan(Elementregel[] regler, ulong elementer, bool historikk)
{
    /// <summary>Writes the answer and tells which elements are in it, bit n for <see cref="Personelement"/> n.</summary>
    public ulong Skriv(ReadOnlySpan<byte> dokument, ReadOnlySpan<byte> indeks, IBufferWriter<byte> ut)
    {
        var snitt = new Snittskriver(ut.GetSpan(dokument.Length));
        var levert = Skriv(dokument, Dokumentindeks.Les(indeks, dokument), ref snitt);
        ut.Advance(snitt.Lengde);
        return levert;
    }

    private ulong Skriv(ReadOnlySpan<byte> dokument, Dokumentindeks poster, ref Snittskriver ut)
    {
        var levert = 0UL;
        Elementregel? aapen = null;
        var fra = 0;
        var til = 0;
        ut.Tegn((byte)'{');
        for (var nr = 0; nr < poster.Antall; nr++)
        {
            var post = poster[nr];
            var regel = regler[(int)post.Element];
            if (!Med(post, regel, poster.Skjerming))
            {
                Toem(dokument, ref fra, ref til, ref ut);
                continue;
            }

            levert |= 1UL << (int)post.Element;
            var snitt = regel.Snittfor(post.Gjeldende, poster.Skjerming != Adressegradering.Ugradert);
            if (snitt is null && til != 0)
            {
                aapen = regel;
                til = post.Slutt;
                continue;
            }

            Toem(dokument, ref fra, ref til, ref ut);
            Skille(aapen, regel, ref ut);
            aapen = regel;
            if (snitt is null)
                (fra, til) = (post.Start, post.Slutt);
            else
                snitt.Skriv(dokument, post.Start, ref ut);
        }

        Toem(dokument, ref fra, ref til, ref ut);
        if (aapen is { Liste: true })
            ut.Tegn((byte)']');
        ut.Tegn((byte)'}');
        return levert;
    }

    private bool Med(Indekspost post, Elementregel regel, Adressegradering skjerming) =>
        (elementer >> (int)post.Element & 1) != 0
        && (post.Gjeldende || (historikk && regel.Historikk))
        && regel.Slipper(post, skjerming);

    private static void Toem(ReadOnlySpan<byte> dokument, ref int fra, ref int til, ref Snittskriver ut)
    {
        if (til == 0)
            return;
        ut.Skriv(dokument[fra..til]);
        (fra, til) = (0, 0);
    }

    /// <summary>What stands between the last entry written and the next.</summary>
    private static void Skille(Elementregel? forrige, Elementregel neste, ref Snittskriver ut)
    {
        if (ReferenceEquals(forrige, neste))
        {
            ut.Tegn((byte)',');
            return;
        }

        if (forrige is { Liste: true })
            ut.Tegn((byte)']');
        if (forrige is not null)
            ut.Tegn((byte)',');
        ut.Skriv(neste.Start);
    }
}
