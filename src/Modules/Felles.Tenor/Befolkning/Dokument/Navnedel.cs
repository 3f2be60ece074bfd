using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>The name, and the one before a wedding.</summary>
internal static class Navnedel
{
    public static Liste<Folkeregisterpersonnavn> Navn(Skisse skisse)
    {
        var person = skisse.Person;
        var liste = skisse.Data.Navn;
        var fornavn = liste.Fornavnene(person.Fornavn, person.Fornavn2);
        var mellomnavn = person.Mellomnavn < 0 ? null : liste.Etternavn[person.Mellomnavn];
        var byttet = person.Navnebytte != 0;
        var kom = person.Kom;

        // A name taken before coming here is the only one the register knows.
        var historisk = byttet && person.Navnebytte > kom;
        var naa = En(skisse, byttet ? Math.Max(person.Navnebytte, kom) : kom, true, historisk ? "Vigsel" : "Patch", fornavn, mellomnavn,
            liste.Etternavn[person.Etternavn]);
        if (!historisk)
            return [naa];
        var foer = person.Har(Trekk.MellomnavnFraFoedsel) ? mellomnavn : null;
        return [naa, En(skisse, kom, false, "Patch", fornavn, foer, liste.Etternavn[person.Foedenavn])];
    }

    private static Folkeregisterpersonnavn En(
        Skisse skisse, int dag, bool gjelder, string aarsak, string fornavn, string? mellomnavn, string etternavn) => new()
        {
            Ajourholdstidspunkt = skisse.Registrert(dag),
            ErGjeldende = gjelder,
            Kilde = skisse.Kilde(dag, "folkeregistermyndigheten"),
            Aarsak = aarsak,
            Gyldighetstidspunkt = Tider.Midnatt(dag),
            Fornavn = fornavn,
            Mellomnavn = mellomnavn,
            Etternavn = etternavn,
        };
}
