using System.Collections.Frozen;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Kernel.Datafiler;

namespace Felles.Folkeregister.Persondokument.Pakker;

/// <summary>The values that the parameter <c>part</c> can have in one package, in any letter case, and the elements behind each.</summary>
internal sealed class Pakkedeler
{
    private const string Standard = "person-basis";
    private const string Historikk = "historikk";

    private static readonly Datatabell Tabell = Datatabell.Read(typeof(Pakkedeler).Assembly, "folkeregister/deler.csv");

    private readonly FrozenDictionary<string, ulong> deler;
    private readonly ulong alltid;

    public Pakkedeler(string pakke, Elementregel[] regler)
    {
        alltid = Elementer(regler, Levering.Alltid);
        var medAlias = alltid | Elementer(regler, Levering.Del);
        var medNavn = medAlias | Elementer(regler, Levering.Uttrykkelig);
        var verdier = new Dictionary<string, ulong>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in Enum.GetValues<Personelement>())
        {
            // An element that the package does not have is a valid name and brings nothing: the documents tell no error for it.
            if (regler[(int)element].Levering != Levering.Trukket)
                verdier[Personskjema.Felt(element).Navn] = medNavn & Bit(element);
        }

        foreach (var rad in Tabell.Rader.Where(rad => rad["pakke"] == pakke))
            verdier[rad["del"]] = rad.Liste("elementer")
                .Aggregate(0UL, (sum, navn) => sum | (medAlias & Bit(Enum.Parse<Personelement>(navn, ignoreCase: true))));
        var aliaser = Tabell.Rader.Select(rad => rad["del"]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var nyttige = verdier.Where(del => del.Value != 0).Select(del => del.Key);
        Navn = [.. nyttige.OrderBy(navn => aliaser.Contains(navn) ? 0 : 1), Historikk];
        deler = verdier.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The values that bring something: aliases, elements in wire order, and the modifier.</summary>
    public IReadOnlyList<string> Navn { get; }

    /// <summary>False for a value that is unknown or withdrawn. No values, or history alone, mean the basis of a person.</summary>
    public bool TryLes(IReadOnlyList<string?> verdier, out ulong elementer, out bool historikk, out string ugyldig)
    {
        elementer = alltid;
        historikk = false;
        ugyldig = "";
        var valgt = false;
        for (var nr = 0; nr < verdier.Count; nr++)
        {
            var verdi = verdier[nr] ?? "";
            if (string.Equals(verdi, Historikk, StringComparison.OrdinalIgnoreCase))
            {
                historikk = true;
            }
            else if (deler.TryGetValue(verdi, out var del))
            {
                elementer |= del;
                valgt = true;
            }
            else
            {
                ugyldig = verdi;
                return false;
            }
        }

        if (!valgt)
            elementer |= deler[Standard];
        return true;
    }

    private static ulong Elementer(Elementregel[] regler, Levering levering)
    {
        var bits = 0UL;
        for (var nr = 0; nr < regler.Length; nr++)
            bits |= regler[nr].Levering == levering ? 1UL << nr : 0;
        return bits;
    }

    private static ulong Bit(Personelement element) => 1UL << (int)element;
}
