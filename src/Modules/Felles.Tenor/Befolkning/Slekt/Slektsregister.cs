namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>
/// Relations the other way: a block tells each child's parents and each ward's guardian, and here are a person's children and wards.
/// </summary>
internal sealed class Slektsregister
{
    private readonly int[] start;
    private readonly int[] personer;

    public Slektsregister(Blokk blokk)
    {
        start = new int[blokk.Antall + 1];
        for (var i = 0; i < blokk.Antall; i++)
            ForHver(blokk.Personer[i], eldre => start[eldre + 1]++);
        for (var i = 0; i < blokk.Antall; i++)
            start[i + 1] += start[i];
        personer = new int[start[^1]];
        var neste = start.AsSpan(0, blokk.Antall).ToArray();
        foreach (var yngre in blokk.EtterAlder.AsSpan(0, blokk.Antall))
            ForHver(blokk.Personer[yngre], eldre => personer[neste[eldre]++] = yngre);
    }

    /// <summary>Children and wards of a person, oldest first.</summary>
    public ReadOnlySpan<int> Til(int person) => personer.AsSpan(start[person], start[person + 1] - start[person]);

    private static void ForHver(in Person person, Action<int> gjoer)
    {
        if (person.Mor >= 0)
            gjoer(person.Mor);
        if (person.Far >= 0)
            gjoer(person.Far);
        if (person.Verge >= 0 && person.Verge != person.Mor && person.Verge != person.Far)
            gjoer(person.Verge);
    }
}
