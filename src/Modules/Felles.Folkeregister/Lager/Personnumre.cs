using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Lager;

/// <summary>The numbers of one person: the one the document stands under, and those that only lead to it.</summary>
internal sealed class Personnumre
{
    private readonly List<long> tidligere = [];

    public long Gjeldende { get; private set; }

    public IReadOnlyList<long> Tidligere => tidligere;

    /// <summary>How many numbers are current and in use; a sound document has one, or none when the person is opphørt.</summary>
    public int AntallIBruk { get; private set; }

    /// <summary>Which entry is the second that is current and in use; -1 in a sound document.</summary>
    public int AndreIBruk { get; private set; }

    /// <summary>Whether the number that the document stands under is in use; of a person who is opphørt none is.</summary>
    public static bool ErIBruk(in Personrad rad)
    {
        var indeks = Dokumentindeks.Les(rad.Indeks, rad.Dokument);
        for (var i = 0; i < indeks.Antall; i++)
        {
            if (indeks[i].Element == Personelement.Identifikasjonsnummer && indeks[i].Gjeldende
                && IBruk(rad.Dokument.Slice(indeks[i].Start, indeks[i].Lengde)))
                return true;
        }

        return false;
    }

    public IEnumerable<long> Alle() => tidligere.Prepend(Gjeldende);

    /// <summary>Reads the numbers of the document; used again for the next one. False when it has no number that can be a key.</summary>
    public bool Les(ReadOnlySpan<byte> dokument, in Dokumentindeks indeks)
    {
        tidligere.Clear();
        Gjeldende = 0;
        AntallIBruk = 0;
        AndreIBruk = -1;
        var rang = -1;
        var nr = -1;
        for (var i = 0; i < indeks.Antall; i++)
        {
            var post = indeks[i];
            if (post.Element != Personelement.Identifikasjonsnummer)
                continue;
            nr++;
            var oppfoering = dokument.Slice(post.Start, post.Lengde);
            if (!Folkeregisteridentifikator.TryParse(Soekerad.Felt(oppfoering, "foedselsEllerDNummer"u8), out var id))
                return false;
            // The number in use comes first, then one that is said to be current, then the first of the list: a merged person has none in
            // use.
            var denne = (post.Gjeldende ? 1 : 0) + (post.Gjeldende && IBruk(oppfoering) ? 1 : 0);
            AntallIBruk += denne == 2 ? 1 : 0;
            if (denne == 2 && AntallIBruk == 2)
                AndreIBruk = nr;
            if (denne > rang)
            {
                if (rang >= 0)
                    Legg(Gjeldende);
                (rang, Gjeldende) = (denne, id.Value);
                tidligere.Remove(id.Value);
            }
            else
            {
                Legg(id.Value);
            }
        }

        return rang >= 0;
    }

    private static bool IBruk(ReadOnlySpan<byte> oppfoering) => Soekerad.Felt(oppfoering, "status"u8).SequenceEqual("iBruk"u8);

    private void Legg(long id)
    {
        if (id != Gjeldende && !tidligere.Contains(id))
            tidligere.Add(id);
    }
}
