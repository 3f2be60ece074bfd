using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Registrering;

/// <summary>
/// The next free number of a date. By the rule of 1964 the series tells the century and the last of the three digits the gender; from 2032
/// neither holds ("Nytt fødselsnummer fra 2032", Skatteetaten).
/// </summary>
internal static class Nummervalg
{
    private const int SifreEtterDatoen = 100_000;
    private const int NyRegel = 2032;

    // All numbers of one date lie beside each other, so one short range tells which are taken.
    private const string Tatt = "select identifikator from folkeregister.person where identifikator >= $1 and identifikator < $2";

    /// <summary>Null when every number of the date is taken.</summary>
    /// <param name="gang">The unit; holds the lock on new numbers.</param>
    /// <param name="oenske">What the number must be.</param>
    /// <param name="tatt">Numbers that are taken in this unit.</param>
    public static async ValueTask<Folkeregisteridentifikator?> NesteAsync(
        Registreringsgang gang, Nummeroenske oenske, HashSet<long> tatt)
    {
        var lest = false;
        foreach (var kandidat in Kandidater(oenske))
        {
            if (!lest)
            {
                var fra = kandidat.Value / SifreEtterDatoen * SifreEtterDatoen;
                tatt.UnionWith(await gang.Setninger.LesTallAsync(Tatt, gang.Ct, fra, fra + SifreEtterDatoen));
                lest = true;
            }

            if (!tatt.Contains(kandidat.Value))
                return kandidat;
        }

        return null;
    }

    private static IEnumerable<Folkeregisteridentifikator> Kandidater(Nummeroenske o)
    {
        foreach (var individ in Individnumre(o))
        {
            for (var rest = 0; rest < (o.Utstedelsesaar >= NyRegel ? Nummertildeling.Varianter : 1); rest++)
            {
                if (Nummertildeling.TryTildel(o.Dato, individ, o.Type, o.Syntetisk, rest, out var id))
                    yield return id;
            }
        }
    }

    private static IEnumerable<int> Individnumre(Nummeroenske o)
    {
        if (o.Utstedelsesaar >= NyRegel)
            return Enumerable.Range(0, 1000);
        return Individnummerserie.For(o.Type).ToArray()
            .Where(serie => serie.Har(o.Dato.Year))
            .SelectMany(serie => Enumerable.Range(serie.Fra, serie.Til - serie.Fra + 1))
            .Where(individ => o.Kjoenn is not { } kjoenn || individ % 2 == (kjoenn == Kjoenn.Mann ? 1 : 0));
    }
}

/// <summary>What a new number must be.</summary>
internal sealed record Nummeroenske(DateOnly Dato, Kjoenn? Kjoenn, Identifikatortype Type, bool Syntetisk, int Utstedelsesaar);
