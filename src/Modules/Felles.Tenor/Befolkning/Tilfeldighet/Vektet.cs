namespace Felles.Tenor.Befolkning.Tilfeldighet;

/// <summary>
/// Draws an index with given weights in constant time (Walker's alias method): one table look-up a draw instead of a search.
/// </summary>
internal sealed class Vektet
{
    private readonly double[] terskel;
    private readonly int[] annen;

    public Vektet(ReadOnlySpan<double> vekter)
    {
        var antall = vekter.Length;
        terskel = new double[antall];
        annen = new int[antall];
        double sum = 0;
        foreach (var vekt in vekter)
            sum += vekt;
        var smaa = new Stack<int>();
        var store = new Stack<int>();
        for (var i = 0; i < antall; i++)
        {
            terskel[i] = vekter[i] * antall / sum;
            (terskel[i] < 1 ? smaa : store).Push(i);
        }

        while (smaa.Count > 0 && store.Count > 0)
        {
            var (liten, stor) = (smaa.Pop(), store.Peek());
            annen[liten] = stor;
            terskel[stor] -= 1 - terskel[liten];
            if (terskel[stor] < 1)
                smaa.Push(store.Pop());
        }

        // What is left differs from 1 by rounding alone.
        foreach (var i in smaa.Concat(store))
            terskel[i] = 1;
    }

    public int Trekk(ref Slump slump)
    {
        var i = slump.Under(terskel.Length);
        return slump.Broek() < terskel[i] ? i : annen[i];
    }
}
