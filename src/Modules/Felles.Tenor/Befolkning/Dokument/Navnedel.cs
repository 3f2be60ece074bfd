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
        var fornavn = person.Fornavn2 < 0 ? liste.Fornavn[person.Fornavn] : $"{liste.Fornavn[person.Fornavn]} {liste.Fornavn[person.Fornavn2]}";
        var mellomnavn = person.Mellomnavn < 0 ? null : liste.Etternavn[person.Mellomnavn];
        var byttet = person.Navnebytte != 0;
        var kom = person.Inn != 0 ? person.Inn : person.ErDNummer ? person.DNummerFra : person.Foedt;

        // A name taken before coming here is the only one the register knows.
        var historisk = byttet && person.Navnebytte > kom;
        var naa = En(skisse, byttet ? Math.Max(person.Navnebytte, kom) : kom, true, historisk ? "Vigsel" : "Patch", fornavn, mellomnavn,
            liste.Etternavn[person.Etternavn]);
        return historisk
            ? [naa, En(skisse, kom, false, "Patch", fornavn, person.Har(Trekk.MellomnavnFraFoedsel) ? mellomnavn : null, liste.Etternavn[person.Foedenavn])]
            : [naa];
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
