using Felles.Enhetsregister.Contracts;
using Felles.Tenor.Befolkning.Dokument;
using Felles.Tenor.Befolkning.Slekt;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Virksomhet;

/// <summary>The roles of one organisation, by its form: an owner, or a manager and a board.</summary>
internal sealed class Rollemaker(Skisse skisse)
{
    private readonly Blokk blokk = skisse.Blokk;

    /// <param name="form">Code of the organisation form.</param>
    /// <param name="kjentLeder">The manager is the one whom published test data name.</param>
    /// <param name="slump">The organisation's own.</param>
    public IReadOnlyList<Rollegruppe>? For(string form, bool kjentLeder, ref Slump slump)
    {
        var leder = kjentLeder ? Kjent() : Voksen(ref slump);
        if (leder < 0)
            return null;
        return form switch
        {
            "ENK" => [Gruppe("INNH", ("INNH", leder))],
            "FLI" or "ESEK" => [Styre(leder, slump.Mellom(1, 4), ref slump), Gruppe("KONT", ("KONT", Voksen(ref slump)))],
            "ANS" => [Gruppe("DAGL", ("DAGL", leder)), Gruppe("DTSO", ("DTSO", leder), ("DTSO", Voksen(ref slump)))],
            _ => [Gruppe("DAGL", ("DAGL", leder)), Styre(slump.Sann(0.6) ? leder : Voksen(ref slump), slump.Mellom(0, 3), ref slump)],
        };
    }

    private Rollegruppe Styre(int leder, int medlemmer, ref Slump slump)
    {
        var roller = new List<(string, int)> { ("LEDE", leder) };
        for (var i = 0; i < medlemmer; i++)
        {
            var medlem = Voksen(ref slump);
            if (!roller.Exists(rolle => rolle.Item2 == medlem))
                roller.Add(("MEDL", medlem));
        }

        return Gruppe("STYR", [.. roller]);
    }

    private Rollegruppe Gruppe(string gruppe, params ReadOnlySpan<(string Type, int Person)> innehavere)
    {
        var roller = new List<Rolle>(innehavere.Length);
        foreach (var (type, person) in innehavere)
        {
            if (person < 0)
                continue;
            var slag = Rolletype.Finn(gruppe, type)!.Type;
            roller.Add(new() { Type = slag, Person = Person(person), Fratraadt = false, Rekkefolge = roller.Count });
        }

        return new()
        {
            Type = Rolletype.Alle.First(rolle => rolle.Gruppe.Kode == gruppe).Gruppe,
            SistEndret = Skisse.Dato(blokk.Naa - 10),
            Roller = roller,
        };
    }

    private Rolleperson Person(int plass)
    {
        ref var person = ref blokk.Personer[plass];
        var navn = skisse.Data.Navn;
        return new()
        {
            Foedselsnummer = skisse.Nummer(plass),
            Fodselsdato = Skisse.Dato(person.Foedt),
            Navn = new()
            {
                Fornavn = navn.Fornavnene(person.Fornavn, person.Fornavn2),
                Mellomnavn = person.Mellomnavn < 0 ? null : navn.Etternavn[person.Mellomnavn],
                Etternavn = navn.Etternavn[person.Etternavn],
            },
            ErDoed = false,
        };
    }

    private int Voksen(ref Slump slump)
    {
        for (var forsoek = 0; forsoek < 60; forsoek++)
        {
            var plass = slump.Under(blokk.Antall);
            if (Rolleinnehaver.Passer(blokk, blokk.Personer[plass]))
                return plass;
        }

        return -1;
    }

    private int Kjent()
    {
        var (fornavn, etternavn) = skisse.Data.Navn.Finn(Navnevalg.DagligLeder);
        for (var i = 0; i < blokk.Antall; i++)
        {
            ref var person = ref blokk.Personer[i];
            if (person.Fornavn == fornavn && person.Etternavn == etternavn && Rolleinnehaver.Passer(blokk, person))
                return i;
        }

        return -1;
    }
}
