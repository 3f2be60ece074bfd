using System.Collections.Concurrent;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Svar;
using Felles.Tilgang.Contracts;
using Microsoft.AspNetCore.WebUtilities;

namespace Felles.Folkeregister.Tjenester;

/// <summary>
/// Finds the plan of a call in one package. A client sends the same query again and again, so the plan is kept by the query's text, and a
/// call reads its <c>part</c> parameters once in a client's lifetime; what is longer than any sensible query is read each time. Parameters
/// other than <c>part</c> are passed over, as the service always has.
/// </summary>
internal sealed class Utvalg(Rettighetspakke pakke, Pakkeplaner planer)
{
    private const int Maks = 1000;
    private const int LengsteKjente = 512;

    private readonly ConcurrentDictionary<string, Valgt> kjente = new(StringComparer.Ordinal);

    /// <summary>The plan and what the log keeps of the parts, or the refusal.</summary>
    public Avvisning? Finn(Kall kall, out Pakkeplan? plan)
    {
        var spoerring = kall.Http.Request.QueryString.Value ?? "";
        if (!kjente.TryGetValue(spoerring, out var valgt))
        {
            var avvisning = Les(spoerring, out valgt);
            if (avvisning is not null)
            {
                plan = null;
                return avvisning;
            }

            // A caller with endless different queries gets no more memory than this; the next one starts anew.
            if (kjente.Count >= Maks)
                kjente.Clear();
            if (spoerring.Length <= LengsteKjente)
                kjente[spoerring] = valgt;
        }

        plan = valgt.Plan;
        kall.Parts = valgt.Parts;
        return null;
    }

    /// <summary>The plan of these parts, without keeping it: for queries that no two calls have in common.</summary>
    public Avvisning? Finn(Kall kall, List<string?> deler, out Pakkeplan? plan)
    {
        var avvisning = Les(deler, out var valgt);
        plan = valgt.Plan;
        kall.Parts = valgt.Parts;
        return avvisning;
    }

    private Avvisning? Les(string spoerring, out Valgt valgt)
    {
        List<string?> deler = [];
        foreach (var par in new QueryStringEnumerable(spoerring))
        {
            if (par.DecodeName().Span.Equals("part", StringComparison.OrdinalIgnoreCase))
                deler.Add(par.DecodeValue().ToString());
        }

        return Les(deler, out valgt);
    }

    private Avvisning? Les(List<string?> deler, out Valgt valgt)
    {
        var parts = deler.Count == 0 ? "person-basis" : string.Join(',', deler.Distinct(StringComparer.OrdinalIgnoreCase));
        Valgt funnet = default;
        var avvisning = planer.For(pakke.Kode, deler).Match<Avvisning?>(
            plan =>
            {
                funnet = new Valgt(plan, parts);
                return null;
            },
            Avvisning.UgyldigPart);
        valgt = funnet;
        return avvisning;
    }

    private readonly record struct Valgt(Pakkeplan Plan, string Parts);
}
