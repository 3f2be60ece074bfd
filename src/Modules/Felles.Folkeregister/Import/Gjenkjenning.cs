using Felles.Folkeregister.Lager;
using Felles.Kernel.Feil;

namespace Felles.Folkeregister.Import;

/// <summary>
/// Finds the registered person that a line is about. A document that names a number of a registered person must name the one the person has
/// now, too: otherwise it is about somebody else. No two lines can be about one person then, since no number stands on two lines.
/// </summary>
internal static class Gjenkjenning
{
    /// <summary>Null when nobody has the numbers; or the conflict with the register.</summary>
    public static (Lagretnummer? Person, Funn? Konflikt) Finn(Importlinje linje, Dictionary<long, Lagretnummer> kjente)
    {
        Lagretnummer? person = null;
        Lagretnummer? treff = null;
        foreach (var nummer in linje.Ny.Numre.Alle())
        {
            if (!kjente.TryGetValue(nummer, out var kjent))
                continue;
            if (treff is not null && treff.Personnoekkel != kjent.Personnoekkel)
                return (null, Opptatt(linje, nummer, "Numrene tilhører flere personer i registeret."));
            treff = kjent;
            person = kjent.Gjeldende is null ? kjent : person;
        }

        return treff is not null && person is null
            ? (null, Opptatt(
                linje, treff.Identifikator, "Nummeret tilhører en person som nå har et annet nummer enn dem som er oppgitt."))
            : (person, null);
    }

    private static Funn Opptatt(Importlinje linje, long nummer, string melding) =>
        new(Personimportfeilkoder.NummerOpptatt, linje.Sti(nummer), melding, linje.Linje);
}
