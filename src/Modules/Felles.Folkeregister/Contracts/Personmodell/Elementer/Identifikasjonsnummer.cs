using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A number the person has or had. Named after the element, because the number itself is a kernel type.</summary>
public sealed record Identifikasjonsnummer : Opplysning
{
    public required Identifikatorstatuskode Status { get; init; }

    public required Folkeregisteridentifikator FoedselsEllerDNummer { get; init; }

    public required Folkeregisteridentifikatortype Identifikatortype { get; init; }
}
