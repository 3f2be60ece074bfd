using Felles.Kernel.Datafiler;

namespace Felles.Tenor.Befolkning.Grunnlag;

/// <summary>
/// Invented street names. A municipality uses the first few hundred of its own order, so streets repeat within it and differ between
/// them.
/// </summary>
internal sealed class Veinavn
{
    private readonly string[] navn;

    public Veinavn()
    {
        var rader = Datatabell.Read(typeof(Veinavn).Assembly, "veinavn.csv").Rader.ToArray();
        var slutter = rader.Where(rad => rad["del"] == "slutt").Select(rad => rad["ord"]).ToArray();
        navn = [.. rader.Where(rad => rad["del"] == "start")
            .SelectMany(rad => slutter, (rad, slutt) => Sammen(rad["ord"], slutt))];
    }

    public int Antall => navn.Length;

    public string this[int indeks] => navn[indeks];

    // Never three equal letters in a row: Nut + tunet.
    private static string Sammen(string start, string slutt) =>
        start.Length > 1 && start[^1] == slutt[0] && start[^2] == slutt[0] ? start + slutt[1..] : start + slutt;
}
