namespace Felles.Web.Struping;

/// <summary>
/// The calls of one address in the last minute, in twenty parts of three seconds that slide with the clock. A call is counted for at least
/// 57 and at most 60 seconds: there is no edge of a minute at which twice as many get through, and a caller that keeps within the limit is
/// never refused. A refused call is not counted, so a caller that goes on trying gets in as soon as there is room.
/// </summary>
internal sealed class Kallteller
{
    public const int Deler = 20;

    public static readonly TimeSpan Del = TimeSpan.FromSeconds(3);

    private readonly Lock laas = new();
    private readonly int[] kall = new int[Deler];
    private long siste;
    private int sum;

    /// <summary>Whether the address has had no call for a minute.</summary>
    public bool Ledig(long del)
    {
        lock (laas)
            return del - siste >= Deler;
    }

    /// <param name="del">The part of time that is now, counted from any start.</param>
    /// <param name="grense">How many calls a minute may have; at least one.</param>
    /// <param name="slipper">The part in which there is room again.</param>
    public bool Tell(long del, int grense, out long slipper)
    {
        lock (laas)
        {
            Glem(del);
            slipper = siste;
            if (sum < grense)
            {
                kall[siste % Deler]++;
                sum++;
                return true;
            }

            var igjen = sum;
            for (var eldst = siste - Deler + 1; igjen >= grense; eldst++)
            {
                igjen -= eldst < 0 ? 0 : kall[eldst % Deler];
                slipper = eldst + Deler;
            }

            return false;
        }
    }

    private void Glem(long del)
    {
        // Another thread may have read the clock a moment later and been here first.
        for (var nr = Math.Max(siste + 1, del - Deler + 1); nr <= del; nr++)
        {
            sum -= kall[nr % Deler];
            kall[nr % Deler] = 0;
        }

        siste = Math.Max(siste, del);
    }
}
