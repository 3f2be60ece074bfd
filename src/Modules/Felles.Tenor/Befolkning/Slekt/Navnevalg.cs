using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>
/// Fourth step: names, oldest first, so that a child gets what its parents were called on the day it was born. A change at a wedding is
/// made when the younger of the two is reached; every child of theirs is younger still.
/// </summary>
internal static class Navnevalg
{
    /// <summary>The manager that published test data name without a number ("PUMPE SKÅNSOM", family name first).</summary>
    public const string DagligLeder = "SKÅNSOM PUMPE";

    /// <summary>The same name as the notes of the organisation write it.</summary>
    public const string DagligLederVist = "PUMPE SKÅNSOM";

    private const double ToFornavn = 0.06;
    private const double Mellomnavn = 0.03;

    public static void Gi(Blokk blokk, ref Slump slump)
    {
        var navn = blokk.Data.Navn;
        foreach (var i in blokk.EtterAlder.AsSpan(0, blokk.Antall))
        {
            ref var person = ref blokk.Personer[i];
            person.Fornavn = (short)slump.Under(navn.Fornavn.Length);
            person.Etternavn = person.Foedenavn = Slektsnavn(blokk, person, ref slump);
            if (slump.Sann(ToFornavn))
                person.Fornavn2 = (short)slump.Under(navn.Fornavn.Length);
            if (slump.Sann(Mellomnavn))
            {
                person.Mellomnavn = (short)slump.Under(navn.Etternavn.Length);
                person.Trekk |= Trekk.MellomnavnFraFoedsel;
            }

            KjentNavn(blokk, ref person);
            VedVigsel(blokk, i, ref slump);
        }
    }

    /// <summary>The family name a person had on a day.</summary>
    public static short Etternavn(in Person person, int dag) =>
        person.Navnebytte != 0 && dag >= person.Navnebytte ? person.Etternavn : person.Foedenavn;

    private static short Slektsnavn(Blokk blokk, in Person person, ref Slump slump)
    {
        // Brothers and sisters share a name: which parent's it is follows from who the parents are.
        var fra = person.Far >= 0 && (person.Mor < 0 || (Slump.Bland((ulong)(uint)person.Mor) & 3) != 0) ? person.Far : person.Mor;
        var tilfeldig = (short)slump.Under(blokk.Data.Navn.Etternavn.Length);
        return fra >= 0 ? Etternavn(blokk.Personer[fra], person.Foedt) : tilfeldig;
    }

    private static void KjentNavn(Blokk blokk, ref Person person)
    {
        var kjent = person.Har(Trekk.KjentLeder) ? DagligLeder : person.Fast >= 0 ? blokk.Data.Faste.Personer[person.Fast].Navn : "";
        if (kjent.Length == 0)
            return;
        (person.Fornavn, person.Etternavn) = blokk.Data.Navn.Finn(kjent);
        person.Foedenavn = person.Etternavn;
        person.Fornavn2 = person.Mellomnavn = -1;
    }

    private static void VedVigsel(Blokk blokk, int person, ref Slump slump)
    {
        for (var s = blokk.Personer[person].Samliv; s >= 0; s = blokk.ForrigeSamliv(s, person))
        {
            var samliv = blokk.Samliv[s];
            var annen = samliv.Annen(person);
            ref var meg = ref blokk.Personer[person];
            ref var deg = ref blokk.Personer[annen];

            // The other one has no name yet when younger; equal dates follow the order of places.
            if (samliv.Vigsel == 0 || (deg.Foedt, annen).CompareTo((meg.Foedt, person)) > 0)
                continue;
            var tidlig = DateOnly.FromDayNumber(samliv.Vigsel).Year < 1980;
            if (slump.Sann(tidlig ? 0.9 : 0.42))
                Bytt(ref meg.Kvinne ? ref meg : ref deg, meg.Kvinne ? deg : meg, samliv.Vigsel, ref slump);
            else if (slump.Sann(0.06))
                Bytt(ref meg.Kvinne ? ref deg : ref meg, meg.Kvinne ? meg : deg, samliv.Vigsel, ref slump);
        }
    }

    private static void Bytt(ref Person hvem, in Person fra, int dag, ref Slump slump)
    {
        if (hvem.Navnebytte != 0 || hvem.ErKjent)
            return;
        var nytt = Etternavn(fra, dag);
        if (nytt == hvem.Etternavn)
            return;
        hvem.Navnebytte = dag;
        hvem.Etternavn = nytt;
        if (hvem.Mellomnavn < 0 && slump.Sann(0.3))
            hvem.Mellomnavn = hvem.Foedenavn;
    }
}
