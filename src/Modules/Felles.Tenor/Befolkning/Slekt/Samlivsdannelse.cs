using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>
/// Second step: couples. A first round for all who have ever lived with somebody, a second for those who are alone again.
/// </summary>
internal static class Samlivsdannelse
{
    private const double SammeKjoenn = 0.013;
    private const double NyttSamliv = 0.5;

    public static void Dann(Blokk blokk, ref Slump slump)
    {
        var (kvinner, menn) = (new Partnerliste(blokk), new Partnerliste(blokk));
        for (var i = 0; i < blokk.Antall; i++)
        {
            ref var person = ref blokk.Personer[i];
            if (person.Slag is not (Personslag.Bosatt or Personslag.Doed or Personslag.Utflyttet) || person.Har(Trekk.Enslig))
                continue;
            if (slump.Sann(Sammensetning.HarHattSamliv(Dag.Alder(person.Foedt, Slutt(blokk, person)))))
                (person.Kvinne ? kvinner : menn).Legg(i);
        }

        Runde(blokk, kvinner, menn, ref slump);

        (kvinner, menn) = (new Partnerliste(blokk), new Partnerliste(blokk));
        for (var i = 0; i < blokk.Antall; i++)
        {
            ref var person = ref blokk.Personer[i];
            if (person.Slag == Personslag.Bosatt && person.Samliv >= 0 && blokk.Samliv[person.Samliv].Til != 0 && slump.Sann(NyttSamliv))
                (person.Kvinne ? kvinner : menn).Legg(i);
        }

        Runde(blokk, kvinner, menn, ref slump);
    }

    /// <summary>The last day on which something can happen to a person here.</summary>
    public static int Slutt(Blokk blokk, in Person person) =>
        person.Doed != 0 ? person.Doed : person.Ut != 0 ? person.Ut : blokk.Naa - 1;

    private static void Runde(Blokk blokk, Partnerliste kvinner, Partnerliste menn, ref Slump slump)
    {
        kvinner.Ordne();
        menn.Ordne();
        MedSammeKjoenn(blokk, kvinner, ref slump);
        MedSammeKjoenn(blokk, menn, ref slump);
        for (var i = 0; i < kvinner.Antall; i++)
        {
            if (kvinner.ErLedig(i))
                FinnPartner(blokk, kvinner[i], menn, Dag.PerAar * 2.4, ref slump);
        }
    }

    private static void MedSammeKjoenn(Blokk blokk, Partnerliste liste, ref Slump slump)
    {
        for (var i = 0; i < liste.Antall; i++)
        {
            if (!liste.ErLedig(i) || !slump.Sann(SammeKjoenn))
                continue;
            liste.Ta(i);
            FinnPartner(blokk, liste[i], liste, 0, ref slump);
        }
    }

    private static void FinnPartner(Blokk blokk, int person, Partnerliste liste, double eldre, ref Slump slump)
    {
        ref var meg = ref blokk.Personer[person];
        var oensket = meg.Foedt - (int)(eldre + (slump.Klokke() * Dag.PerAar * 3.6));
        var sammeLand = slump.Sann(meg.Statsborger == Landliste.Norge ? 0.9 : 0.65);
        var indeks = liste.Finn(person, oensket, sammeLand);
        if (indeks < 0)
            return;

        // The one who finds is A. Whoever is asked is taken even when the two turn out to have had no time together.
        liste.Ta(indeks);
        Samlivsloep.Lag(blokk, person, liste[indeks], ref slump);
    }
}
