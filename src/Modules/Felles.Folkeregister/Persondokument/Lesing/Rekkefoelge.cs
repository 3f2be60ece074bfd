using Felles.Folkeregister.Persondokument.Wire;

namespace Felles.Folkeregister.Persondokument.Lesing;

/// <summary>
/// Puts the members of an object in wire order after they are written. Members mostly come in order, so nothing is moved until one does
/// not. Objects nest: each begins on top of the one it stands in.
/// </summary>
internal sealed class Rekkefoelge
{
    private readonly Stack<int> bunner = new();
    private readonly Wirebuffer flyttet = new(1024);
    private (int Nr, int Start, int Slutt)[] medlemmer = new (int, int, int)[64];
    private int antall;

    public void Toem()
    {
        bunner.Clear();
        antall = 0;
    }

    public void Begynn() => bunner.Push(antall);

    /// <param name="nr">The member's number in its type.</param>
    /// <param name="start">Where its bytes begin; they end where the next begins.</param>
    public void Legg(int nr, int start)
    {
        if (antall == medlemmer.Length)
            Array.Resize(ref medlemmer, antall * 2);
        medlemmer[antall++] = (nr, start, 0);
    }

    public void Ordne(Wirebuffer ut, int foerste)
    {
        var bunn = bunner.Pop();
        var egne = medlemmer.AsSpan(bunn, antall - bunn);
        antall = bunn;
        if (ErOrdnet(egne))
            return;
        for (var i = 0; i < egne.Length; i++)
            egne[i].Slutt = i + 1 < egne.Length ? egne[i + 1].Start : ut.Lengde;
        egne.Sort(static (a, b) => a.Nr.CompareTo(b.Nr));
        flyttet.Toem();
        foreach (var (_, start, slutt) in egne)
            flyttet.Skriv(ut.Skrevet[start..slutt]);
        ut.Erstatt(foerste, flyttet.Skrevet);
    }

    private static bool ErOrdnet(ReadOnlySpan<(int Nr, int Start, int Slutt)> egne)
    {
        for (var i = 1; i < egne.Length; i++)
        {
            if (egne[i].Nr < egne[i - 1].Nr)
                return false;
        }

        return true;
    }
}
