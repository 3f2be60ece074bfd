using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// Data of a person are mended by a program, with the one event personErOppdatert, which has no document and says: read the person again.
/// Metadata are as the program leaves them.
/// </summary>
public sealed record Maskinretting : Personmelding
{
    public required Folkeregisteridentifikator Person { get; init; }

    /// <summary>The person as it should be. The numbers cannot be changed so.</summary>
    public required Func<Folkeregisterperson, Folkeregisterperson> Rett { get; init; }

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (await gang.FinnAsync(Person, "person") is not { } person)
            return;
        var rettet = Rett(person.Person);
        if (rettet.Identifikasjonsnummer != person.Person.Identifikasjonsnummer)
        {
            gang.Avvis(Registreringsfeilkoder.UgyldigNummer, "rett.identifikasjonsnummer");
            return;
        }

        if (rettet == person.Person)
            return;
        person.Person = rettet;
        person.Hendelse(Hendelsestype.PersonErOppdatert, uansett: true);
    }
}
