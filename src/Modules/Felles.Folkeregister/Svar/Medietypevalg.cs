using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Felles.Folkeregister.Svar;

/// <summary>A media type that a resource is answered in, by <c>Accept</c> (RFC 9110 § 12.5.1).</summary>
internal static class Medietypevalg
{
    /// <summary>
    /// The place of the type that is preferred; the first of equals, and the first when the header says nothing. -1 when none is taken.
    /// </summary>
    public static int Velg(StringValues accept, ReadOnlySpan<string> typer)
    {
        if (accept.Count == 0 || StringValues.IsNullOrEmpty(accept))
            return 0;
        if (accept.Count == 1 && accept[0] is { } en && typer.IndexOf(en) is >= 0 and var eksakt)
            return eksakt;
        if (!MediaTypeHeaderValue.TryParseList([.. accept.OfType<string>()], out var omraader))
            return -1;
        var (best, plass) = (0.0, -1);
        for (var i = 0; i < typer.Length; i++)
        {
            var q = Kvalitet(omraader, typer[i]);
            if (q > best)
                (best, plass) = (q, i);
        }

        return plass;
    }

    // The weight under the most specific range that names the type.
    private static double Kvalitet(IList<MediaTypeHeaderValue> omraader, string type)
    {
        var (naerhet, q) = (0, 0.0);
        foreach (var omraade in omraader)
        {
            var denne = omraade.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) ? 3
                : omraade.MatchesAllTypes ? 1
                : omraade.MatchesAllSubTypes
                    && omraade.Type.AsSpan().Equals(type.AsSpan(0, type.IndexOf('/')), StringComparison.OrdinalIgnoreCase) ? 2
                : 0;
            if (denne > naerhet)
                (naerhet, q) = (denne, omraade.Quality ?? 1);
        }

        return q;
    }
}
