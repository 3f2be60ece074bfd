using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Utvalgte;

/// <summary>Which kinds of sample a person is good for.</summary>
internal static class Personslagene
{
    public static IEnumerable<Personslag> Av(Folkeregisterperson person, Folkeregisteridentifikator id)
    {
        var gradering = person.Adressebeskyttelse.FirstOrDefault(Gjelder)?.Graderingsnivaa;
        if (gradering == Adressegradering.StrengtFortrolig)
            yield return Personslag.StrengtFortrolig;
        else if (gradering == Adressegradering.Fortrolig)
            yield return Personslag.Fortrolig;
        if (person.Doedsfall is not null)
        {
            yield return Personslag.Doed;
            yield break;
        }

        if (gradering is not null)
            yield break;
        if (id.Type == Identifikatortype.DNummer)
        {
            yield return Personslag.DNummer;
            yield break;
        }

        if (person.Identifikasjonsnummer.Count > 1)
            yield return Personslag.TidligereNummer;
        if (person.Status.FirstOrDefault(Gjelder)?.Status == Personstatus.Utflyttet)
        {
            yield return Personslag.Utflyttet;
            yield break;
        }

        // Whose children are children still: parental responsibility ends when they come of age.
        if (person.Foreldreansvar.Any(f => Gjelder(f) && f.Ansvarssubjekt is not null))
            yield return Personslag.ForelderMedBarn;
        if (person.Foreldreansvar.Any(f => Gjelder(f) && f.Ansvarlig is not null))
            yield return Personslag.Barn;
        if (person.Sivilstand.Any(s => Gjelder(s) && s.Type == Sivilstandstype.Gift))
            yield return Personslag.Gift;
        if (person.VergemaalEllerFremtidsfullmakt.Any(Gjelder))
            yield return Personslag.MedVerge;
        if (person.Statsborgerskap.Any(Gjelder) && person.Statsborgerskap.All(s => s.Land != "NOR"))
            yield return Personslag.UtenlandskStatsborger;
        if (person.Navn.Count > 1)
            yield return Personslag.TidligereNavn;
    }

    public static string Navn(Folkeregisterperson person) =>
        person.Navn.FirstOrDefault(Gjelder) is { } navn
            ? string.Join(' ', ((string?[])[navn.Fornavn, navn.Mellomnavn, navn.Etternavn]).Where(del => del is { Length: > 0 }))
            : "";

    private static bool Gjelder(Opplysning opplysning) => opplysning.ErGjeldende != false;
}
