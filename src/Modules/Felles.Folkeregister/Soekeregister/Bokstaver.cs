using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Felles.Kernel.Datafiler;

namespace Felles.Folkeregister.Soekeregister;

/// <summary>
/// Letters with marks (<c>data/folkeregister/bokstaver.csv</c>). The program runs without the culture data of the system, and then the
/// framework leaves every text in the form it came in.
/// </summary>
internal static class Bokstaver
{
    private static readonly (char Bokstav, char Grunn, char Merke)[] Tabell =
        [.. Datatabell.Read(typeof(Bokstaver).Assembly, "folkeregister/bokstaver.csv").Rader.Select(rad => (
            rad["bokstav"][0], rad["grunn"][0], (char)int.Parse(rad["merke"], NumberStyles.HexNumber, CultureInfo.InvariantCulture)))];

    private static readonly FrozenDictionary<char, char> Grunner = Tabell.ToFrozenDictionary(rad => rad.Bokstav, rad => rad.Grunn);

    private static readonly FrozenDictionary<(char, char), char> Sammensatte =
        Tabell.ToFrozenDictionary(rad => (rad.Grunn, rad.Merke), rad => rad.Bokstav);

    /// <summary>The letter without any mark.</summary>
    public static char Grunn(char stor)
    {
        while (Grunner.TryGetValue(stor, out var grunn))
            stor = grunn;
        return stor;
    }

    /// <summary>A text in upper case whose marks stand in their letters, where there is such a letter.</summary>
    public static string Sammensatt(string tekst)
    {
        if (!tekst.AsSpan().ContainsAnyInRange('\u0300', '\u036f'))
            return tekst;
        var ut = new StringBuilder(tekst.Length);
        foreach (var tegn in tekst)
        {
            if (ut.Length > 0 && Sammensatte.TryGetValue((ut[^1], tegn), out var bokstav))
                ut[^1] = bokstav;
            else
                ut.Append(tegn);
        }

        return ut.ToString();
    }
}
