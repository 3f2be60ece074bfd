using Microsoft.Extensions.Primitives;

namespace Felles.Folkeregister.Svar;

/// <summary>A media type that a resource is answered in, by <c>Accept</c> (RFC 9110 §12.5.1).</summary>
internal static class Medietypevalg
{
    /// <summary>
    /// The place of the type that is preferred; the first of equals, and the first when the header says nothing. -1 when none is taken.
    /// </summary>
    public static int Velg(StringValues accept, ReadOnlySpan<string> typer)
    {
        if (accept.Count == 1 && accept[0] is { } en && typer.IndexOf(en) is >= 0 and var eksakt)
            return eksakt;
        ReadOnlySpan<char> tekst = accept.ToString();
        if (tekst.IsWhiteSpace())
            return 0;
        var (best, plass) = (0, -1);
        for (var i = 0; i < typer.Length; i++)
        {
            var q = Formatvalg.Vekting(tekst, typer[i]);
            if (q > best)
                (best, plass) = (q, i);
        }

        return plass;
    }
}
