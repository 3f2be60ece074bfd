using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>The person's standing in the register, the present one first.</summary>
internal static class Statusdel
{
    public static Liste<Folkeregisterpersonstatus> Status(Skisse skisse)
    {
        var person = skisse.Person;
        var kom = person.Inn != 0 ? person.Inn : person.Foedt;
        List<Folkeregisterpersonstatus> alle = [];
        switch (person.Slag)
        {
            case Personslag.Doed:
                alle.Add(En(skisse, person.Doed, Personstatus.Doed, true, "Dødsfall"));
                break;
            case Personslag.Utflyttet:
                alle.Add(En(skisse, person.Ut, Personstatus.Utflyttet, true, "Utflytting"));
                break;
            case Personslag.Forsvunnet:
                alle.Add(En(skisse, skisse.Avgang, Personstatus.Forsvunnet, true, "Patch"));
                break;
            case Personslag.Opphoert:
                alle.Add(En(skisse, skisse.Avgang, Personstatus.Opphoert, true, "Opphøre person"));
                break;
            case Personslag.Inaktiv:
                alle.Add(En(skisse, Inaktivert(person), Personstatus.Inaktiv, true, "Patch"));
                break;
        }

        switch (person.Slag)
        {
            case Personslag.Foedselsregistrert:
                alle.Add(En(skisse, kom, Personstatus.Foedselsregistrert, true, "Fødsel"));
                break;
            case Personslag.IkkeBosatt:
                alle.Add(En(skisse, kom, Personstatus.IkkeBosatt, true, "Uregistrert person"));
                break;
            case Personslag.Midlertidig or Personslag.Inaktiv:
                break;
            default:
                alle.Add(En(skisse, kom, Personstatus.Bosatt, alle.Count == 0, person.Inn != 0 ? "Innvandring" : "Fødsel"));
                break;
        }

        if (person.DNummerFra != 0)
            alle.Add(En(skisse, person.DNummerFra, Personstatus.Midlertidig, alle.Count == 0, "Tildele d-nummer"));
        return Liste.Av(alle);
    }

    public static Doedsfall? Doedsfall(Skisse skisse) => skisse.Person.Doed == 0 ? null : new()
    {
        Ajourholdstidspunkt = skisse.Registrert(skisse.Person.Doed),
        ErGjeldende = true,
        Kilde = skisse.Kilde(skisse.Person.Doed, "folkeregistermyndigheten"),
        Aarsak = "Dødsfall",
        Gyldighetstidspunkt = Tider.Midnatt(skisse.Person.Doed),
        Doedsdato = Skisse.Dato(skisse.Person.Doed),
    };

    private static int Inaktivert(in Person person) =>
        person.DNummerFra >= Dag.DNummerFemAar ? Dag.Fyller(person.DNummerFra, 5) : Dag.DNummerInaktivering;

    private static Folkeregisterpersonstatus En(Skisse skisse, int dag, Personstatus status, bool gjelder, string aarsak) => new()
    {
        Ajourholdstidspunkt = skisse.Registrert(dag),
        ErGjeldende = gjelder,
        Kilde = status is Personstatus.Midlertidig or Personstatus.Inaktiv ? "skatteetaten" : skisse.Kilde(dag, "folkeregistermyndigheten"),
        Aarsak = skisse.Aarsak(dag, aarsak),
        Gyldighetstidspunkt = Tider.Midnatt(dag),
        Status = status,
    };
}
