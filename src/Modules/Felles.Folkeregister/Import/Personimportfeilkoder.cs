using Felles.Kernel.Feil;

namespace Felles.Folkeregister.Import;

/// <summary>What can be wrong with a file of persons beyond the documents themselves.</summary>
internal static class Personimportfeilkoder
{
    private const string Sted = "import av personer";

    public static readonly Feilkode Avvist = new("personimportAvvist", "Filen er ikke tatt inn; antallFunn sier hvor mange feil den har.", Sted);

    public static readonly Feilkode GrunnlagUferdig = new(
        "grunnlagUferdig",
        "Grunnlaget lastes eller ble avbrutt. Vent til verten er startet ferdig, eller tøm registeret med felles nullstill.", Sted);

    public static readonly Feilkode LinjeForLang = new("linjeForLang", "Linjen er for lang.", Sted);

    public static readonly Feilkode ManglerNummer = new(
        "manglerIdentifikasjonsnummer", "Personen har ikke noe identifikasjonsnummer.", Sted);

    public static readonly Feilkode FlereIBruk = new("flereNumreIBruk", "Personen har mer enn ett nummer i bruk.", Sted);

    public static readonly Feilkode NummerGjentatt = new("nummerGjentatt", "Nummeret står på flere personer i filen.", Sted);

    public static readonly Feilkode NummerOpptatt = new("nummerOpptatt", "Nummeret tilhører en annen person i registeret.", Sted);
}
