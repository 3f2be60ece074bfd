using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Felles.Tenor.Befolkning.Tilfeldighet;

/// <summary>
/// A small seeded generator (SplitMix64). Eight bytes of state, so every block and every person can have one of its own and the result
/// does not depend on which thread asks. Passed by reference: a copy would repeat its numbers.
/// </summary>
internal struct Slump(ulong froe)
{
    private ulong tilstand = froe;

    /// <summary>The seed text as a number; any text will do.</summary>
    public static ulong FraTekst(string froe)
    {
        Span<byte> sum = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(froe), sum);
        return BinaryPrimitives.ReadUInt64LittleEndian(sum);
    }

    /// <summary>An independent generator for one use (<paramref name="formaal"/>) and one number within it.</summary>
    public static Slump For(ulong froe, int formaal, int nummer) => new(Bland(froe ^ Bland(((ulong)(uint)formaal << 32) | (uint)nummer)));

    public static ulong Bland(ulong verdi)
    {
        verdi = (verdi ^ (verdi >> 30)) * 0xBF58476D1CE4E5B9;
        verdi = (verdi ^ (verdi >> 27)) * 0x94D049BB133111EB;
        return verdi ^ (verdi >> 31);
    }

    public ulong Neste() => Bland(tilstand += 0x9E3779B97F4A7C15);

    /// <summary>0 … <paramref name="antall"/> − 1.</summary>
    public int Under(int antall) => (int)(((Neste() >> 32) * (ulong)antall) >> 32);

    /// <summary>Both ends included.</summary>
    public int Mellom(int fra, int til) => til <= fra ? fra : fra + Under(til - fra + 1);

    /// <summary>0 ≤ x &lt; 1.</summary>
    public double Broek() => (Neste() >> 11) * (1.0 / (1UL << 53));

    public bool Sann(double sannsynlighet) => Broek() < sannsynlighet;

    /// <summary>Bell-shaped with mean 0 and deviation 1, never beyond 3.5: the sum of four even draws.</summary>
    public double Klokke() => (Broek() + Broek() + Broek() + Broek() - 2) * 1.7320508075688772;

    /// <summary>Waiting time with the given mean.</summary>
    public double Ventetid(double middel) => -Math.Log(1 - Broek()) * middel;

    /// <summary>A whole number of things whose expected number is <paramref name="antall"/>.</summary>
    public int Avrundet(double antall) => (int)(antall + Broek());
}
