using Felles.Enhetsregister.Contracts;
using Felles.Tenor.Befolkning.Dokument;
using Felles.Tenor.Befolkning.Slekt;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Virksomhet;

/// <summary>The roles of one organisation, by its form: an owner, or a manager and a board, and those who serve it.</summary>
internal sealed class Rollemaker(Skisse skisse, Vanligliste vanlige)
{
    private readonly Blokk blokk = skisse.Blokk;

    /// <param name="form">Code of the organisation form.</param>
    /// <param name="plass">The organisation's own place among the ordinary ones: it does not serve itself.</param>
    /// <param name="kjentLeder">The manager is the one whom published test data name.</param>
    /// <param name="slump">The organisation's own.</param>
    public IReadOnlyList<Rollegruppe>? For(string form, int plass, bool kjentLeder, ref Slump slump)
    {
        var leder = kjentLeder ? Kjent() : Voksen(ref slump);
        if (leder < 0)
            return null;
        Rollegruppe[] grupper = form switch
        {
            "ENK" => [Gruppe("INNH", ("INNH", leder))],
            "FLI" => [Styre(leder, slump.Mellom(1, 4), ref slump), Gruppe("KONT", ("KONT", Voksen(ref slump)))],
            "ESEK" =>
            [
                Styre(leder, slump.Mellom(1, 4), ref slump),
                Gruppe("KONT", ("KONT", Voksen(ref slump))),
                Selskap("FFØR", plass, 0.9, ref slump),
            ],
            "ANS" => [Gruppe("DAGL", ("DAGL", leder)), Gruppe("DTSO", ("DTSO", leder), ("DTSO", Voksen(ref slump)))],
            "NUF" => [Gruppe("DAGL", ("DAGL", leder)), Gruppe("REPR", ("REPR", Voksen(ref slump)))],
            _ =>
            [
                Gruppe("DAGL", ("DAGL", leder)),
                Styre(slump.Sann(0.6) ? leder : Voksen(ref slump), slump.Mellom(0, 3), ref slump),
                Gruppe("SIGN", ("SIGN", slump.Sann(0.4) ? leder : -1)),
                Selskap("REVI", plass, 0.35, ref slump),
                Selskap("REGN", plass, 0.6, ref slump),
            ],
        };
        return [.. grupper.Where(gruppe => gruppe.Roller.Count > 0)];
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

        return Av(gruppe, roller);
    }

    private Rollegruppe Av(string gruppe, IReadOnlyList<Rolle> roller) => new()
    {
        Type = Rolletype.Alle.First(rolle => rolle.Gruppe.Kode == gruppe).Gruppe,
        SistEndret = Skisse.Dato(blokk.Naa - 10),
        Roller = roller,
    };

    private Rollegruppe Selskap(string gruppe, int plass, double andel, ref Slump slump)
    {
        var selskap = slump.Sann(andel) ? vanlige.Selskap(plass, ref slump) : null;
        return Av(gruppe, selskap is null
            ? []
            : [new() { Type = Rolletype.Finn(gruppe, gruppe)!.Type, Virksomhet = selskap, Fratraadt = false, Rekkefolge = 0 }]);
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

    private int Kjent() => Array.FindIndex(blokk.Personer, 0, blokk.Antall, person => person.Har(Trekk.KjentLeder));
}
