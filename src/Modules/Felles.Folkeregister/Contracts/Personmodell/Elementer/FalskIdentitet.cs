using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>The person is registered under a false identity; one of the first three members tells what is known of the right one.</summary>
public sealed record FalskIdentitet : Opplysning
{
    public IdentifiserendeInformasjon? RettIdentitetVedOpplysninger { get; init; }

    public bool? RettIdentitetErUkjent { get; init; }

    public Folkeregisteridentifikator? RettIdentitetVedIdentifikasjonsnummer { get; init; }

    public required bool ErFalsk { get; init; }
}
