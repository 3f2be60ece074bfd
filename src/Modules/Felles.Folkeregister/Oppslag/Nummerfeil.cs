using Felles.Folkeregister.Svar;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Oppslag;

/// <summary>Tells what is wrong with a number without repeating it.</summary>
internal static class Nummerfeil
{
    private static readonly Avvisning IkkeElleveSifre = Feil("skal være elleve sifre.");

    private static readonly Avvisning UgyldigDato = Feil("begynner ikke med en gyldig dato.");

    private static readonly Avvisning UgyldigKontrollsiffer = Feil("har ugyldig kontrollsiffer.");

    private static readonly Avvisning Maaned40 =
        Feil("har 40 lagt til måneden. Folkeregisterets syntetiske personer har 80 lagt til.");

    public static Avvisning Avvisning(Identifikatorfeil feil) => feil switch
    {
        Identifikatorfeil.UgyldigDato => UgyldigDato,
        Identifikatorfeil.UgyldigKontrollsiffer => UgyldigKontrollsiffer,
        Identifikatorfeil.Maaned40 => Maaned40,
        _ => IkkeElleveSifre,
    };

    private static Avvisning Feil(string hva) =>
        Svar.Avvisning.UgyldigParameter("Ugyldig parameter: personidentifikator " + hva, "ugyldigPersonidentifikator");
}
