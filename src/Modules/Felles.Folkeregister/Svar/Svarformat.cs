using Microsoft.Extensions.Primitives;

namespace Felles.Folkeregister.Svar;

internal enum Svarformat
{
    Json,
    Xml,
}

/// <summary>
/// Chooses the form of the answer from <c>Accept</c> (RFC 9110 §12.5.1): JSON unless XML is preferred. The usual headers of real clients
/// are decided without parsing.
/// </summary>
internal static class Formatvalg
{
    /// <summary>Null when the header offers neither form, which is answered with 406.</summary>
    public static Svarformat? Velg(StringValues accept, Svarformat tom = Svarformat.Json)
    {
        if (accept.Count == 0)
            return tom;
        if (accept.Count == 1)
        {
            switch (accept[0])
            {
                case null or "":
                    return tom;
                case "application/json" or "*/*" or "application/json, */*":
                    return Svarformat.Json;
                case "application/xml":
                    return Svarformat.Xml;
                default:
                    break;
            }
        }

        return Vei(accept.ToString(), tom);
    }

    /// <summary>Whether a resource with one form alone may be answered.</summary>
    public static bool Tar(StringValues accept, string type)
    {
        ReadOnlySpan<char> tekst = accept.ToString();
        return tekst.IsWhiteSpace() || Vekting(tekst, type) > 0;
    }

    /// <summary>The weight of one media type in thousandths; 0 when it is not taken.</summary>
    public static int Vekting(ReadOnlySpan<char> accept, string mediatype)
    {
        var vekt = new Vekt();
        foreach (var del in accept.Split(','))
        {
            var omraade = accept[del].Trim();
            var slutt = omraade.IndexOf(';');
            vekt.Foelg(
                slutt < 0 ? omraade : omraade[..slutt].TrimEnd(), mediatype, slutt < 0 ? 1000 : Kvalitet(omraade[(slutt + 1)..]));
        }

        return vekt.Q;
    }

    private static Svarformat? Vei(ReadOnlySpan<char> accept, Svarformat tom)
    {
        if (accept.IsWhiteSpace())
            return tom;
        return (Vekting(accept, "application/json"), Vekting(accept, "application/xml")) switch
        {
            (<= 0, <= 0) => null,
            var (j, x) when x > j => Svarformat.Xml,
            _ => Svarformat.Json,
        };
    }

    // The weight in thousandths; a malformed one counts as 1, as most servers do.
    private static int Kvalitet(ReadOnlySpan<char> parametre)
    {
        foreach (var del in parametre.Split(';'))
        {
            var p = parametre[del].Trim();
            if (p.Length > 2 && p[0] is 'q' or 'Q' && p[1] == '=')
                return double.TryParse(p[2..], System.Globalization.NumberStyles.AllowDecimalPoint, null, out var q) && q <= 1
                    ? (int)(q * 1000) : 1000;
        }

        return 1000;
    }

    /// <summary>The weight of one media type under the most specific range that names it.</summary>
    private struct Vekt
    {
        private int naerhet;

        public int Q { get; private set; }

        public void Foelg(ReadOnlySpan<char> omraade, ReadOnlySpan<char> type, int q)
        {
            var treff = omraade.Equals(type, StringComparison.OrdinalIgnoreCase) ? 3
                : omraade.EndsWith("/*") && type.StartsWith(omraade[..^1], StringComparison.OrdinalIgnoreCase) ? 2
                : omraade is "*/*" or "*" ? 1 : 0;
            if (treff > naerhet)
                (naerhet, Q) = (treff, q);
        }
    }
}
