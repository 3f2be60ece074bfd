using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>The guardian: a number, or name and birth date.</summary>
public sealed record VergeRepresentantEllerFullmektig
{
    public Personnavn? Navn { get; init; }

    public IdentifiserendeInformasjon? NavnFoedselsdato { get; init; }

    public Folkeregisteridentifikator? FoedselsEllerDNummer { get; init; }

    public Vergemaalsomfang? Omfang { get; init; }

    public bool? OmfangetErInnenPersonligOmraade { get; init; }

    public Liste<VergeTjenesteomraade> Tjenesteomraade { get; init; }
}
