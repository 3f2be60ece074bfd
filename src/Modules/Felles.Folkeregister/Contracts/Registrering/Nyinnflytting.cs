using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>Somebody the register has never had comes to live in Norway, and gets a fødselsnummer (folkeregisterloven § 2-2).</summary>
public sealed record Nyinnflytting : Personmelding
{
    public required Nyperson Ny { get; init; }

    public required DateOnly Innflyttingsdato { get; init; }

    public InnflyttingTilNorge Fra { get; init; } = new();

    public required Bostedsadresse Bostedsadresse { get; init; }

    internal override bool TildelerNummer => true;

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (!gang.ErFortid(Innflyttingsdato, "innflyttingsdato"))
            return;
        if (await Ny.OpprettAsync(gang, Identifikatortype.Foedselsnummer, null) is not { } person)
            return;
        person.Hendelse(Hendelsestype.PersonErOpprettet, uansett: true);
        Innflytting.Bosett(person, Innflyttingsdato, Fra, Bostedsadresse);
    }
}
