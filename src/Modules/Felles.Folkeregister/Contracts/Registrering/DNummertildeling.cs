using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// Somebody who does not live in Norway gets a d-number (folkeregisterforskriften § 2-2-3). Such a person has no bostedsadresse, but often
/// an oppholdsadresse or a postal address abroad.
/// </summary>
public sealed record DNummertildeling : Personmelding
{
    public required Nyperson Ny { get; init; }

    public Oppholdsadresse? Oppholdsadresse { get; init; }

    public KontaktadresseIUtlandet? PostadresseIUtlandet { get; init; }

    internal override bool TildelerNummer => true;

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (await Ny.OpprettAsync(gang, Identifikatortype.DNummer, Personstatus.Midlertidig) is not { } person)
            return;
        person.Person = person.Person with
        {
            Oppholdsadresse = Oppholdsadresse is { } opphold ? [gang.Stemple(opphold)] : [],
            PostadresseIUtlandet = PostadresseIUtlandet is { } post ? [gang.Stemple(post)] : [],
        };
        person.Hendelse(Hendelsestype.PersonErOpprettet, uansett: true);
    }
}
