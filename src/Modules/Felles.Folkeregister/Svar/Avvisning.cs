using Felles.Kernel.Feil;

namespace Felles.Folkeregister.Svar;

/// <summary>A refusal: its status, its documented body and the word the look-up log keeps.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Kode">The stable code in the body.</param>
/// <param name="Melding">What is wrong and where; Norwegian, as the service answers. Never holds a person identifier.</param>
/// <param name="Utfall">The outcome in the look-up log.</param>
/// <param name="Verdi">The refused value, repeated in <c>tilleggsinformasjon</c> so that the caller finds it in a long query.</param>
internal sealed record Avvisning(int Status, Feilkode Kode, string Melding, string Utfall, string? Verdi = null)
{
    public static readonly Avvisning TokenMangler = Av(401, Folkeregisterfeilkoder.TokenMangler);

    public static readonly Avvisning ScopeMangler = Av(403, Folkeregisterfeilkoder.ScopeMangler);

    public static readonly Avvisning PakkeIkkeAapnet = Av(403, Folkeregisterfeilkoder.PakkeIkkeAapnet);

    public static readonly Avvisning DelegeringMangler = Av(403, Folkeregisterfeilkoder.DelegeringMangler);

    public static readonly Avvisning UgyldigAccept = Av(406, Folkeregisterfeilkoder.UgyldigAccept);

    public static readonly Avvisning UkjentPerson = new(404, Folkeregisterfeilkoder.Freg001, "Ukjent person.", "ukjentPerson");

    public static readonly Avvisning UkjentTjeneste =
        new(404, Folkeregisterfeilkoder.Freg001, "Tjenesten finnes ikke, eller den finnes ikke i denne rettighetspakken.",
            "ukjentTjeneste");

    /// <summary>Below the feed, whose 404 is documented with a body of its own (ErrorMessageForExternalUsers).</summary>
    public static readonly Avvisning UkjentIFeed = UkjentTjeneste with { Melding = "Ikke funnet", HarEksternform = true };

    public static readonly Avvisning TilgangUtdatert = new(
        503, Folkeregisterfeilkoder.Freg001, "Feil i tjenesten. Vennligst prøv igjen seinere.", "tilgangUtdatert");

    public static readonly Avvisning ForMangeKall = new(
        429, Folkeregisterfeilkoder.Freg001, "For mange forespørsler. Retry-After sier hvor mange millisekunder det er til neste.",
        "forMangeKall");

    /// <summary>Has an ErrorMessageForExternalUsers, with <see cref="Verdi"/> as the reference of the fault.</summary>
    public bool HarEksternform { get; private init; }

    /// <summary>401, 403 and 406 have a FolkeregisterFeilmelding, all others the general form.</summary>
    public bool HarFolkeregisterfeilmelding => Status is 401 or 403 or 406;

    public static Avvisning TokenUgyldig(string grunn) =>
        Av(401, Folkeregisterfeilkoder.TokenUgyldig) with { Verdi = grunn };

    public static Avvisning UgyldigPart(string part) =>
        new(406, Folkeregisterfeilkoder.UgyldigPart, "Ugyldig part", Folkeregisterfeilkoder.UgyldigPart.Kode, part);

    public static Avvisning UgyldigParameter(string melding, string utfall = "ugyldigParameter") =>
        new(400, Folkeregisterfeilkoder.Freg001, melding, utfall);

    public static Avvisning UgyldigMediatype(string melding) =>
        new(415, Folkeregisterfeilkoder.Freg001, melding, "ugyldigMediatype");

    public static Avvisning ForStor(string melding) =>
        new(413, Folkeregisterfeilkoder.Freg001, melding, "forStor");

    private static Avvisning Av(int status, Feilkode kode) => new(status, kode, kode.Tekst, kode.Kode);
}
