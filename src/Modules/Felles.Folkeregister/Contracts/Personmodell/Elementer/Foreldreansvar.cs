using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Parental responsibility: the child's document names who has it, the adult's document names the child.</summary>
public sealed record Foreldreansvar : Opplysning
{
    public required Foreldreansvarstype Ansvar { get; init; }

    public Folkeregisteridentifikator? Ansvarssubjekt { get; init; }

    public Folkeregisteridentifikator? Ansvarlig { get; init; }

    public Organisasjonsnummer? AnsvarligOrganisasjon { get; init; }

    public RelatertBiPerson? AnsvarligUtenIdentifikator { get; init; }

    public RelatertBiPerson? AnsvarssubjektUtenIdentifikator { get; init; }
}
