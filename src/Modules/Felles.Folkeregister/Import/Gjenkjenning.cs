using Felles.Web.Ndjson;

namespace Felles.Folkeregister.Import;

/// <summary>
/// Finds the registered person that each line of a file is about. A document that names a number of a registered person must name the one
/// the person has now, too: otherwise it is about somebody else.
/// </summary>
internal sealed class Gjenkjenning(Feilsamling feil)
{
    // Persons met so far in the whole file, with the line of each.
    private readonly Dictionary<long, int> personer = [];

    /// <summary>False when the line conflicts with the register; the fault is told. The person is null when nobody has the numbers.</summary>
    public bool Finn(Importlinje linje, Dictionary<long, Lagretnummer> kjente, out Lagretnummer? person)
    {
        person = null;
        Lagretnummer? treff = null;
        foreach (var nummer in linje.Numre.Alle())
        {
            if (!kjente.TryGetValue(nummer, out var kjent))
                continue;
            if (treff is not null && treff.Personnoekkel != kjent.Personnoekkel)
                return Opptatt(linje, nummer, "Numrene tilhører flere personer i registeret.");
            treff = kjent;
            person = kjent.Gjeldende is null ? kjent : person;
        }

        if (treff is null)
            return true;
        if (person is null)
            return Opptatt(
                linje, treff.Identifikator, "Nummeret tilhører en person som nå har et annet nummer enn dem som er oppgitt.");
        if (personer.TryAdd(person.Personnoekkel, linje.Linje))
            return true;
        feil.Legg(
            Personimportfeilkoder.PersonGjentatt, linje.Sti(person.Identifikator),
            $"Personen står også på linje {personer[person.Personnoekkel]}.", linje.Linje);
        return false;
    }

    private bool Opptatt(Importlinje linje, long nummer, string melding)
    {
        feil.Legg(Personimportfeilkoder.NummerOpptatt, linje.Sti(nummer), melding, linje.Linje);
        return false;
    }
}
