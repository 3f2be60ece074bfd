using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;
using Felles.Tenor.Befolkning.Grunnlag;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>People outside the register: known by name, birth date and citizenship alone.</summary>
internal static class Annendel
{
    public static Personnavn Navn(Skisse skisse) => new()
    {
        Fornavn = skisse.Data.Navn.Fornavn[skisse.Slump.Under(skisse.Data.Navn.Fornavn.Length)],
        Etternavn = skisse.Data.Navn.Etternavn[skisse.Slump.Under(skisse.Data.Navn.Etternavn.Length)],
    };

    public static IdentifiserendeInformasjon Identifiserende(Skisse skisse, short land) => new()
    {
        Personnavn = Navn(skisse),
        Foedselsdato = Voksen(skisse),
        Statsborgerskap = [skisse.Data.Land[land].Alfa3],
    };

    public static RelatertBiPerson Relatert(Skisse skisse, short land, int foedt, Kjoenn kjoenn) => new()
    {
        Navn = Navn(skisse),
        Foedselsdato = Skisse.Dato(foedt),
        Statsborgerskap = skisse.Data.Land[land].Alfa3,
        Kjoenn = kjoenn,
    };

    private static DateOnly Voksen(Skisse skisse) => Skisse.Dato(skisse.Blokk.Naa - Dag.Aar(28) - skisse.Slump.Under(Dag.Aar(40)));
}
