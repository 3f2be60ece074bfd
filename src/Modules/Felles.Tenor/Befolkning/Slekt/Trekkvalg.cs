using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>Sixth step: what only some have – graded addresses, guardians, second addresses, documents, earlier numbers.</summary>
internal static class Trekkvalg
{
    public static void Velg(Blokk blokk, ref Slump slump)
    {
        for (var i = 0; i < blokk.Antall; i++)
        {
            ref var person = ref blokk.Personer[i];
            switch (person.Slag)
            {
                case Personslag.Bosatt:
                    Bosatt(blokk, i, ref person, ref slump);
                    break;
                case Personslag.Doed:
                    Legg(ref person, Trekk.KontaktDoedsbo, person.Doed > blokk.Naa - Dag.Aar(3) ? 0.6 : 0, ref slump);
                    break;
                case Personslag.Midlertidig or Personslag.Inaktiv:
                    MedDNummer(blokk, ref person, ref slump);
                    break;
                case Personslag.Utflyttet or Personslag.IkkeBosatt:
                    Legg(ref person, Trekk.PostadresseIUtlandet, 0.8, ref slump);
                    break;
                case Personslag.Opphoert:
                    Legg(ref person, Trekk.FalskIdentitet, 0.6, ref slump);
                    break;
            }

            if (person.Inn != 0)
                Innvandret(blokk, ref person, ref slump);
        }

        Graderingsvalg.Velg(blokk, ref slump);
        Vergevalg.Velg(blokk, ref slump);
    }

    public static void Legg(ref Person person, Trekk trekk, double sannsynlighet, ref Slump slump)
    {
        if (slump.Sann(sannsynlighet))
            person.Trekk |= trekk;
    }

    private static void Bosatt(Blokk blokk, int plass, ref Person person, ref Slump slump)
    {
        if (person.ErKjent)
            return;
        Legg(ref person, Trekk.Postadresse, 0.018, ref slump);
        Legg(ref person, Trekk.PostadresseIUtlandet, 0.014, ref slump);
        Legg(ref person, Trekk.Oppholdsadresse, 0.008, ref slump);
        Legg(ref person, Trekk.Svalbard, 0.0006, ref slump);
        Legg(ref person, Trekk.Dublett, 0.001, ref slump);
        Legg(ref person, Trekk.Legitimasjon, 0.01, ref slump);
        Legg(ref person, Trekk.Identitetsgrunnlag, 0.004, ref slump);
        // Nobody loses sight of where a child's parent lives.
        Legg(ref person, Trekk.UkjentBosted, person.Barn == 0 && !Foreldreskap.ErMindreaarig(blokk, person) ? 0.003 : 0, ref slump);
        Legg(ref person, Trekk.UtenFlyttedato, 0.014, ref slump);
        Legg(ref person, Trekk.Bibehold, person.Statsborger == Landliste.Norge ? 0.001 : 0, ref slump);
        var kommune = blokk.Data.Kommuner[blokk.Boliger[blokk.Opphold[person.Opphold + person.AntallOpphold - 1].Bolig].Kommune];
        Legg(ref person, Trekk.SamiskSpraak, kommune.Fylkesnummer is "55" or "56" ? 0.06 : 0.001, ref slump);
        if (Foreldreskap.ErMindreaarig(blokk, person))
            DeltBosted(blokk, plass, ref slump);
    }

    // Barneloven § 36: by agreement between parents who live apart.
    private static void DeltBosted(Blokk blokk, int plass, ref Slump slump)
    {
        ref var barn = ref blokk.Personer[plass];
        if (!ErBosatt(blokk, barn.Mor) || !ErBosatt(blokk, barn.Far))
            return;
        for (var i = blokk.Personer[barn.Mor].Samliv; i >= 0; i = blokk.ForrigeSamliv(i, barn.Mor))
        {
            if (blokk.Samliv[i].Annen(barn.Mor) == barn.Far && blokk.Samliv[i].Til > barn.Foedt)
                Legg(ref barn, Trekk.DeltBosted, 0.35, ref slump);
        }
    }

    private static bool ErBosatt(Blokk blokk, int plass) => plass >= 0 && blokk.Personer[plass].Slag == Personslag.Bosatt;

    private static void MedDNummer(Blokk blokk, ref Person person, ref Slump slump)
    {
        Legg(ref person, Trekk.Oppholdsadresse, 0.7, ref slump);
        Legg(ref person, Trekk.PostadresseIUtlandet, 0.55, ref slump);
        Legg(ref person, Trekk.Legitimasjon, 0.7, ref slump);
        Legg(ref person, Trekk.UtenlandskNummer, 0.5, ref slump);
        Legg(ref person, Trekk.Identitetsgrunnlag, 0.5, ref slump);
        Legg(ref person, Trekk.Utlendingsnummer, blokk.Data.Land[person.Statsborger].Gruppe == Landgruppe.Tredjeland ? 0.5 : 0, ref slump);
    }

    private static void Innvandret(Blokk blokk, ref Person person, ref Slump slump)
    {
        Legg(ref person, Trekk.Legitimasjon, 0.15, ref slump);
        Legg(ref person, Trekk.UtenlandskNummer, 0.15, ref slump);
        Legg(ref person, Trekk.Identitetsgrunnlag, 0.12, ref slump);
        Legg(ref person, Trekk.Utlendingsnummer, blokk.Data.Land[person.Statsborger].Gruppe == Landgruppe.Tredjeland ? 0.8 : 0, ref slump);

        // Many had a D-number while they worked or waited here.
        var tildelt = person.Inn - 30 - slump.Under(Dag.Aar(3));
        if (tildelt > person.Foedt + 20 && slump.Sann(0.5))
            person.DNummerFra = tildelt;
    }
}
