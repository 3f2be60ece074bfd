using Felles.Kernel.Feil;

namespace Felles.Folkeregister.Svar;

/// <summary>
/// The codes of the consumer services. Only FREG-001 has ever been published; the words beside it are our own and stand in the field
/// <c>feilkode</c> of a FolkeregisterFeilmelding, whose values are not documented.
/// </summary>
internal static class Folkeregisterfeilkoder
{
    public static readonly Feilkode Freg001 = new(
        "FREG-001", "Forespørselen kan ikke besvares; årsaken står i meldingen.", "Folkeregisteret");

    public static readonly Feilkode TokenMangler = new("tokenMangler", "Kallet mangler et Bearer-token.", "Folkeregisteret");

    public static readonly Feilkode TokenUgyldig = new("tokenUgyldig", "Tokenet er ugyldig eller utløpt.", "Folkeregisteret");

    public static readonly Feilkode ScopeMangler = new("scopeMangler", "Tokenet har ikke rettighetspakkens scope.", "Folkeregisteret");

    public static readonly Feilkode PakkeIkkeAapnet = new(
        "pakkeIkkeAapnet", "Virksomheten har ikke tilgang til rettighetspakken.", "Folkeregisteret");

    public static readonly Feilkode DelegeringMangler = new(
        "delegeringMangler", "Virksomheten har ikke delegert rettighetspakken til leverandøren.", "Folkeregisteret");

    public static readonly Feilkode UgyldigPart = new("ugyldigPart", "Ugyldig part.", "Folkeregisteret");

    public static readonly Feilkode UgyldigAccept = new(
        "ugyldigAccept", "Accept tilbyr verken application/json eller application/xml.", "Folkeregisteret");

    public static readonly Feilkode UgyldigSekvensnummer = new(
        "ugyldigSekvensnummer",
        "Det er oppgitt ulovlig sekvensnummer. Sekvensnummer kan ikke være mere enn 36 måneder gammelt", "Folkeregisteret");

    public static readonly Feilkode UgyldigAcceptHendelser = new(
        "ugyldigAcceptHendelser", "Accept tilbyr ingen av formene som tjenesten svarer i.", "Folkeregisteret");
}
