using System.Text;
using Felles.Folkeregister.Persondokument.Skjema;

namespace Felles.Folkeregister.Persondokument.Lesing;

/// <summary>Where the reader stands; becomes text only when there is a fault to tell.</summary>
internal sealed class Lesesti
{
    private const int MaksNavn = 64;

    private readonly List<(Skjemafelt Felt, int Nr)> ledd = [];

    public void Toem() => ledd.Clear();

    public void Inn(Skjemafelt felt) => ledd.Add((felt, -1));

    public void Post(int nr) => ledd[^1] = (ledd[^1].Felt, nr);

    public void Ut() => ledd.RemoveAt(ledd.Count - 1);

    /// <summary>As <c>bostedsadresse[1].vegadresse.kommunenummer</c>; <paramref name="medlem"/> is one below.</summary>
    public string Tekst(string? medlem = null)
    {
        var tekst = new StringBuilder();
        foreach (var (felt, nr) in ledd)
        {
            Skille(tekst).Append(felt.Navn);
            if (nr >= 0)
                tekst.Append('[').Append(nr).Append(']');
        }

        return (medlem is null ? tekst : Skille(tekst).Append(medlem)).ToString();
    }

    /// <summary>
    /// A name from outside as it may be shown: letters and digits, not long, and never a row of digits that could identify somebody.
    /// </summary>
    public static string Fremmednavn(ReadOnlySpan<byte> navn)
    {
        if (navn.Length is 0 or > MaksNavn || navn.IndexOfAnyExceptInRange((byte)'0', (byte)'z') >= 0 || Sifre(navn) >= 6)
            return "?";
        return Encoding.ASCII.GetString(navn);
    }

    private static int Sifre(ReadOnlySpan<byte> navn)
    {
        var sifre = 0;
        foreach (var tegn in navn)
            sifre += tegn is >= (byte)'0' and <= (byte)'9' ? 1 : 0;
        return sifre;
    }

    private static StringBuilder Skille(StringBuilder tekst) => tekst.Length == 0 ? tekst : tekst.Append('.');
}
