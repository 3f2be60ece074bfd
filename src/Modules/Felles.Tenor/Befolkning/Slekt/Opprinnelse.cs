using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>
/// Where a person comes from, when, and whether Norwegian citizenship came later (statsborgerloven § 7: about eight years).
/// </summary>
internal static class Opprinnelse
{
    private static readonly int KrigIUkraina = Dag.Av(2022, 2, 24);

    public static void Innvandret(ref Person person, Blokk blokk, ref Slump slump)
    {
        var land = blokk.Data.Land;
        person.Statsborger = land.TrekkInnvandrer(ref slump);
        person.Foedeland = land[person.Statsborger].ErSted ? person.Statsborger : land.TrekkSted(ref slump);
        var slutt = (person.Ut != 0 ? person.Ut : blokk.Naa) - 60;
        person.Inn = person.Statsborger == land.Ukraina && slutt > KrigIUkraina + 30 && slump.Sann(0.9)
            ? slump.Mellom(KrigIUkraina + 10, slutt)
            : slutt - (int)Math.Min(slump.Ventetid(Dag.Aar(11)), Dag.Aar(50));
        if (person.Inn < person.Foedt + 100)
            person.Inn = slump.Mellom(person.Foedt + 100, slutt);
        Norsk(ref person, slutt, land, ref slump);
    }

    /// <summary>A child who comes with its mother has her country and, where she got it, her Norwegian citizenship.</summary>
    public static void MedMor(ref Person barn, in Person mor)
    {
        barn.Inn = mor.Inn;
        barn.Foedeland = mor.Foedeland;
        barn.Statsborger = mor.Statsborger;
        barn.NorskFra = SammenMed(barn, mor);
    }

    /// <summary>A child born here is Norwegian when a parent is (statsborgerloven § 4); else it shares the mother's citizenship.</summary>
    public static void FoedtHer(ref Person barn, in Person mor, bool farErNorsk)
    {
        if (farErNorsk || mor.Statsborger == Landliste.Norge || (mor.NorskFra != 0 && mor.NorskFra <= barn.Foedt))
            return;
        barn.Statsborger = mor.Statsborger;
        barn.NorskFra = SammenMed(barn, mor);
    }

    public static bool ErNorsk(in Person person, int dag) =>
        person.Statsborger == Landliste.Norge || (person.NorskFra != 0 && person.NorskFra <= dag);

    public static void EnsligMindreaarig(ref Person barn, Blokk blokk, ref Slump slump)
    {
        ReadOnlySpan<string> land = ["AFG", "SYR", "ERI", "SOM"];
        barn.Statsborger = barn.Foedeland = blokk.Data.Land.Indeks(land[slump.Under(land.Length)]);
        barn.Inn = slump.Mellom(barn.Foedt + Dag.Aar(8), blokk.Naa - 30);
        barn.Trekk |= Trekk.EnsligMindreaarig | Trekk.Verge;
    }

    // Statsborgerloven § 17: with the mother, for one who is still here to get it.
    private static int SammenMed(in Person barn, in Person mor) => barn.Doed != 0 && barn.Doed < mor.NorskFra ? 0 : mor.NorskFra;

    private static void Norsk(ref Person person, int slutt, Landliste land, ref Slump slump)
    {
        var dag = person.Inn + Dag.Aar(7) + slump.Under(Dag.Aar(6));
        var sannsynlighet = land[person.Statsborger].Gruppe switch { Landgruppe.Tredjeland => 0.62, Landgruppe.Eoes => 0.15, _ => 0.2 };
        if (dag < slutt && slump.Sann(sannsynlighet))
            person.NorskFra = dag;
        if (person.NorskFra >= Dag.DobbeltStatsborgerskap && slump.Sann(0.7))
            person.Trekk |= Trekk.BeholderStatsborgerskap;
    }
}
