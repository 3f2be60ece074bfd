using System.Text;

namespace Felles.Folkeregister.Soekeregister;

/// <summary>
/// The sound of a name as a Norwegian ear hears it: names that are said alike and spelled differently have the same text. A pure function;
/// the rules and why they are as they are stand in <c>docs/phonetic-search.md</c>. A change of a rule is a new edition of the search rows
/// (<see cref="Soekeutgave"/>).
/// </summary>
internal static class Lydskrift
{
    private const string Vokaler = "AEIOU";

    /// <param name="ord">One word in upper case and composed form.</param>
    public static string Av(string ord)
    {
        var tegn = new StringBuilder(ord.Length + 8);
        Grunnbokstaver(ord, tegn);
        if (tegn.Length == 0)
            return ord;
        var lang = tegn.Length >= 5;
        Foer(tegn);
        var lyd = new StringBuilder(tegn.Length);
        Konsonanter(tegn.ToString(), lyd);
        Vokallyder(lyd);
        Slutt(lyd, lang);
        Enkle(lyd);
        return lyd.ToString();
    }

    /// <summary>Every letter as one of A–Z, or two; marks and what is between the letters of a word fall away.</summary>
    private static void Grunnbokstaver(string ord, StringBuilder ut)
    {
        foreach (var c in ord)
        {
            if (c is >= 'A' and <= 'Z')
                ut.Append(c == 'Y' ? 'I' : c);
            else if (Bokstav(c) is { } navngitt)
                ut.Append(navngitt);
            else if (char.IsLetterOrDigit(c))
                Uten(c, ut);
        }
    }

    private static string? Bokstav(char c) => c switch
    {
        'Æ' or 'Ä' or 'Ǽ' => "E",
        'Ø' or 'Ö' or 'Œ' or 'Ő' => "O",
        'Å' => "A",
        'Ð' or 'Đ' => "D",
        'Ŋ' => "NG",
        'Ŧ' => "T",
        'Þ' => "TH",
        'Ł' => "L",
        'ß' or 'ẞ' => "SS",
        'Ý' or 'Ÿ' or 'ı' => "I",
        'Ħ' => "H",
        'Ʒ' or 'Ǯ' => "S",
        'Ǥ' => "G",
        _ => null,
    };

    private static void Uten(char c, StringBuilder ut)
    {
        var delt = c.ToString().Normalize(NormalizationForm.FormD);
        var grunn = char.ToUpperInvariant(delt[0]);
        ut.Append(grunn == 'Y' ? 'I' : grunn);
    }

    /// <summary>What must be seen while double letters still stand.</summary>
    private static void Foer(StringBuilder s)
    {
        // Arabic and Persian names in English spelling: Rasheed, Kareem, Basheer. Norwegian ones with ee are shorter (Steen).
        if (s.Length >= 5 && s[^1] is 'D' or 'M' or 'R' or 'N' && s[^2] == 'E' && s[^3] == 'E' && (s[^1] == 'D' || s.Length >= 6))
            s.Remove(s.Length - 3, 2).Insert(s.Length - 1, 'I');
        // Jeanette and Jeanett, Isabelle and Isabell.
        if (s.Length >= 6 && s[^1] == 'E' && s[^2] == s[^3] && s[^2] is 'T' or 'L')
            s.Length--;
        if (Begynner(s, "MUHAM"))
            s[1] = 'O';
        s.Replace("OO", "U").Replace("OU", "U");
        s.Replace("QUE", "K", Math.Max(0, s.Length - 3), Math.Min(3, s.Length)).Replace("QU", "KV");
        Enkle(s);
    }

    private static void Konsonanter(string s, StringBuilder ut)
    {
        for (var i = 0; i < s.Length;)
        {
            var (lyd, antall) = Lyd(s, i);
            ut.Append(lyd);
            i += antall;
        }
    }

    /// <summary>The sound at a place and how many letters make it. X is the sound of sj, C that of kj.</summary>
    private static (string Lyd, int Antall) Lyd(string s, int i)
    {
        var neste = Ved(s, i + 1);
        var tredje = Ved(s, i + 2);
        switch (s[i])
        {
            case 'S':
                return Sj(s, i);
            case 'K' when neste == 'J':
                return ("C", 2);
            case 'K' when neste == 'I' && ErVokal(tredje):
                return ("C", 2);
            case 'K' or 'Q':
                return ("K", 1);
            case 'T' when neste == 'J' && i == 0:
                return ("C", 2);
            case 'T' when neste == 'S' && i > 0 && s[i - 1] is 'N' or 'L' or 'R':
                return ("", 1);
            case 'T' when neste == 'Z' && i > 0 && s[i - 1] is 'N' or 'L' or 'R':
                return ("", 1);
            case 'C':
                return C(neste);
            case 'P' when neste == 'H':
                return ("F", 2);
            case 'F' when neste is '\0' or 'S':
                return ("V", 1);
            case 'W':
                return ("V", 1);
            case 'Z':
                return ("S", 1);
            case 'X':
                return ("KS", 1);
            case 'D':
                return D(s, i);
            case 'G' or 'H' or 'L' when neste == 'J' && i == 0:
                return ("I", 2);
            case 'H' when !(ErVokal(neste) && (i == 0 || ErVokal(s[i - 1]))):
                return ("", 1);
            case 'J':
                return ("I", 1);
            default:
                return (s[i].ToString(), 1);
        }
    }

    private static (string Lyd, int Antall) Sj(string s, int i)
    {
        var etter = s.AsSpan(i + 1);
        if (etter.StartsWith("CHJ") || etter.StartsWith("KJ"))
            return ("X", etter[0] == 'C' ? 4 : 3);
        if (etter.StartsWith("CH") && Ved(s, i + 3) == 'I' && ErVokal(Ved(s, i + 4)))
            return ("X", 4);
        if (etter.StartsWith("CH"))
            return (ErVokal(Ved(s, i + 3)) ? "X" : "S", 3);
        if (etter.StartsWith("KI") && ErVokal(Ved(s, i + 3)))
            return ("X", 3);
        if (etter.StartsWith("KEI"))
            return ("X", 2);
        if (etter.StartsWith("J") || (etter.StartsWith("H") && ErVokal(Ved(s, i + 2))))
            return ("X", 2);
        return etter.StartsWith("I") && Ved(s, i + 2) is 'A' or 'O' or 'U' ? ("X", 2) : ("S", 1);
    }

    private static (string Lyd, int Antall) C(char neste) => neste switch
    {
        'H' or 'K' => ("K", 2),
        'E' or 'I' => ("S", 1),
        'Z' => ("S", 2),
        _ => ("K", 1),
    };

    /// <summary>Silent between consonants and before s and t; as t in Knudsen.</summary>
    private static (string Lyd, int Antall) D(string s, int i)
    {
        var neste = Ved(s, i + 1);
        if (neste == 'J' && i == 0)
            return ("I", 2);
        if (neste == 'T')
            return ("", 1);
        var etterNasal = i > 0 && s[i - 1] is 'N' or 'L';
        if (neste is 'S' or 'Z')
            return (etterNasal || (i > 0 && s[i - 1] == 'R') ? "" : "T", 1);
        return etterNasal && neste != '\0' && neste != 'J' && neste != 'H' && !ErVokal(neste) ? ("", 1) : ("D", 1);
    }

    private static void Vokallyder(StringBuilder s)
    {
        s.Replace("AE", "E").Replace("OE", "O");
        Enkle(s);
        s.Replace("AI", "EI");
        for (var i = 0; i + 2 < s.Length; i++)
        {
            // Nielsen and Nilsen, Mueller and Müller.
            if (s[i] is 'I' or 'U' && s[i + 1] == 'E' && !ErVokal(s[i + 2]) && i > 0)
                s.Remove(i + 1, 1);
        }

        // Jelena, Yelena and Elena.
        if (s.Length > 2 && s[0] == 'I' && s[1] == 'E' && s[2] is 'L' or 'K' or 'V')
            s.Remove(0, 1);
    }

    private static void Slutt(StringBuilder s, bool lang)
    {
        if (Slutter(s, "EIG") || Slutter(s, "RID"))
            s.Length--;
        else if (lang && s.Length > 2 && s[^1] == 'D' && s[^2] is 'N' or 'L' or 'R')
            s.Length--;
        else if (lang && Slutter(s, "MAD"))
            s[^2] = 'E';
    }

    private static void Enkle(StringBuilder s)
    {
        var til = 0;
        for (var i = 0; i < s.Length; i++)
        {
            if (i == 0 || s[i] != s[til - 1])
                s[til++] = s[i];
        }

        s.Length = til;
    }

    private static char Ved(string s, int i) => i < s.Length ? s[i] : '\0';

    private static bool ErVokal(char c) => Vokaler.Contains(c, StringComparison.Ordinal);

    private static bool Begynner(StringBuilder s, string med) => s.Length > med.Length && s.ToString(0, med.Length) == med;

    private static bool Slutter(StringBuilder s, string med) => s.Length > med.Length && s.ToString(s.Length - med.Length, med.Length) == med;
}
