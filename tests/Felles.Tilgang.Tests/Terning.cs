namespace Felles.Tilgang.Tests;

/// <summary>Numbers that follow from a seed (xorshift), so that a run can be repeated.</summary>
internal sealed class Terning(uint tilstand)
{
    public int Neste(int grense)
    {
        tilstand ^= tilstand << 13;
        tilstand ^= tilstand >> 17;
        tilstand ^= tilstand << 5;
        return (int)(tilstand % (uint)grense);
    }
}
