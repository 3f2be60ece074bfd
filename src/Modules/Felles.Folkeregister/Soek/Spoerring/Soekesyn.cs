using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Soekeregister;

namespace Felles.Folkeregister.Soek.Spoerring;

/// <summary>
/// What a package may see of that which persons are searched by, from the matrix: a hit must tell nothing that an answer would not. Whether
/// a single entry may leave depends on its grading and the protection of its person, and that is in its row.
/// </summary>
internal sealed class Soekesyn
{
    private readonly Elementregel[] regler;

    public Soekesyn(Elementregel[] regler)
    {
        this.regler = regler;
        NavnHistorisk = Ser(Personelement.Navn) && regler[(int)Personelement.Navn].Historikk;
        Bosted = Adresser(Personelement.Bostedsadresse, Adresseslag.Bosted);
        Opphold = Adresser(Personelement.Oppholdsadresse, Adresseslag.Opphold);
    }

    public bool NavnHistorisk { get; }

    /// <summary>Conditions on rows of addresses, for the current and the earlier ones; null where none may be seen.</summary>
    public (string? Gjeldende, string? Tidligere) Bosted { get; }

    public (string? Gjeldende, string? Tidligere) Opphold { get; }

    public bool Ser(Personelement element) => regler[(int)element].Levering is Levering.Alltid or Levering.Del or Levering.Uttrykkelig;

    /// <summary>The addresses that may be matched, as a condition on the alias <c>a</c>; null when there are none.</summary>
    public string? Adresser(bool medOpphold, bool historisk)
    {
        string?[] deler =
        [
            Bosted.Gjeldende, historisk ? Bosted.Tidligere : null,
            medOpphold ? Opphold.Gjeldende : null, medOpphold && historisk ? Opphold.Tidligere : null,
        ];
        var synlige = deler.Where(del => del is not null).ToArray();
        return synlige.Length == 0 ? null : $"({string.Join(" or ", synlige)})";
    }

    private (string? Gjeldende, string? Tidligere) Adresser(Personelement element, Adresseslag slag) =>
        (Adresser(element, slag, gjeldende: true), Adresser(element, slag, gjeldende: false));

    private string? Adresser(Personelement element, Adresseslag slag, bool gjeldende)
    {
        var regel = regler[(int)element];
        if (!Ser(element) || (!gjeldende && !regel.Historikk))
            return null;
        var nivaaer = Adressenivaa.Synlige(regel, element, gjeldende);
        return nivaaer.Length == 0 ? null : $"a.slag = {(short)slag} and a.gjeldende = {(gjeldende ? 1 : 0)} and a.nivaa in ({nivaaer})";
    }
}
