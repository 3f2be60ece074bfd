using System.Text.Json.Nodes;

namespace Felles.Folkeregister.Dokumentasjon;

/// <summary>The schemas of everything around the person: orders, answers of bulk and search, and the three bodies of refusals.</summary>
internal static class Faste
{
    public const string Person = "Folkeregisterperson";
    public const string Bulkbestilling = "PersonBulkoppslagRequest";
    public const string Bulksvar = "PersonBulkoppslagResponse";
    public const string Soekesvar = "PersonsoekResponse";
    public const string Arkivbestilling = "ArkivDokumentBulkoppslagRequest";
    public const string Arkivsvar = "ArkivDokumentBulkoppslagResponse";
    public const string Uttrekksbestilling = "TilpassetUttrekkRequest";
    public const string Uttrekksjobb = "UttrekkJobbResponse";
    public const string Uttrekksdata = "UttrekkDataResponse";
    public const string Uttrekksstopp = "UttrekkForMange";
    public const string Feil = "Feil";
    public const string Folkeregisterfeil = "FolkeregisterFeilmelding";
    public const string Eksternfeil = "ErrorMessageForExternalUsers";

    /// <summary>By the names of the published OpenAPI documents, where they have one.</summary>
    public static IReadOnlyDictionary<string, string> Skjemaer { get; } = new Dictionary<string, string>
    {
        [Bulkbestilling] = """
            {"type":"object","required":["foedselsEllerDNummer"],"properties":{
              "foedselsEllerDNummer":{"type":"array","maxItems":1000,"items":{"type":"string","pattern":"^[0-9]{11}$"}}}}
            """,
        [Bulksvar] = """
            {"type":"object","required":["oppslag"],"properties":{
              "oppslag":{"type":"array","items":{"$ref":"#/components/schemas/PersonBulkoppslag"}}}}
            """,
        ["PersonBulkoppslag"] = """
            {"type":"object","required":["foedselsEllerDNummer"],"description":"Ett av: folkeregisterperson, feilmelding.","properties":{
              "foedselsEllerDNummer":{"type":"string","pattern":"^[0-9]{11}$","description":"Nummeret slik det ble bestilt."},
              "folkeregisterperson":{"$ref":"#/components/schemas/Folkeregisterperson"},
              "feilmelding":{"$ref":"#/components/schemas/Oppslagsfeilmelding"}}}
            """,
        ["Oppslagsfeilmelding"] = """
            {"type":"object","required":["feilmelding"],"properties":{"feilmelding":{"type":"string"}}}
            """,
        [Soekesvar] = """
            {"type":"object","properties":{
              "foedselsEllerDNummer":{"type":"array","maxItems":10000,"items":{"type":"string","pattern":"^[0-9]{11}$"}}}}
            """,
        [Arkivbestilling] = """
            {"type":"object","required":["dokumentidentifikator"],"properties":{
              "dokumentidentifikator":{"type":"array","maxItems":1000,"items":{"type":"string"},"description":"32 heksadesimale sifre, eller en UUID."}}}
            """,
        [Arkivsvar] = """
            {"type":"object","required":["oppslag"],"properties":{
              "oppslag":{"type":"array","maxItems":1000,"items":{"$ref":"#/components/schemas/ArkivDokumentBulkoppslag"}}}}
            """,
        ["ArkivDokumentBulkoppslag"] = """
            {"type":"object","required":["foedselsEllerDNummer","dokumentidentifikator","folkeregisterperson"],"properties":{
              "foedselsEllerDNummer":{"type":"string","pattern":"^[0-9]{11}$","description":"Nummeret personen hadde i dokumentet."},
              "dokumentidentifikator":{"type":"string","pattern":"^[0-9a-f]{32}$"},
              "folkeregisterperson":{"$ref":"#/components/schemas/Folkeregisterperson"}}}
            """,
        [Uttrekksbestilling] = """
            {"type":"object","required":["personstatustyper"],"additionalProperties":false,"properties":{
              "personstatustyper":{"type":"array","minItems":1,
                "items":{"type":"string","enum":["aktiv","bosatt","utflyttet","doed","inaktiv"]},
                "description":"aktiv er midlertidig, ikkeBosatt, forsvunnet og foedselsregistrert."},
              "kommunenummer":{"type":"object","minProperties":1,"maxProperties":1,"description":"Ett av: bostedskommunenummer, oppholdskommunenummer.",
                "properties":{"bostedskommunenummer":{"type":"string","pattern":"^[0-9]{4}$"},
                  "oppholdskommunenummer":{"type":"string","pattern":"^[0-9]{4}$"}}},
              "foedselsaarFraOgMed":{"type":"string","pattern":"^[0-9]{4}$"},"foedselsaarTilOgMed":{"type":"string","pattern":"^[0-9]{4}$"},
              "doedsaarFraOgMed":{"type":"string","pattern":"^[0-9]{4}$"},"doedsaarTilOgMed":{"type":"string","pattern":"^[0-9]{4}$"},
              "kjoenn":{"type":"string","enum":["mann","kvinne"]},
              "statsborgerskap":{"type":"string","pattern":"^[A-Z]{3}$"},
              "sivilstandstype":{"type":"string"}}}
            """,
        [Uttrekksjobb] = """
            {"type":"object","description":"Ett av: jobbId, feilmelding.","properties":{
              "jobbId":{"type":"string","format":"uuid"},"feilmelding":{"type":"string"}}}
            """,
        [Uttrekksdata] = """
            {"type":"object","description":"Høyst ett av: dokumentidentifikator (komplett), foedselsEllerDNummer (tilpasset), feilmelding.","properties":{
              "dokumentidentifikator":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^[0-9a-f]{32}$"}},
              "foedselsEllerDNummer":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^[0-9]{11}$"}},
              "feilmelding":{"type":"string"}}}
            """,
        [Uttrekksstopp] = """
            {"anyOf":[{"$ref":"#/components/schemas/Feil"},{"$ref":"#/components/schemas/UttrekkJobbResponse"}],
             "description":"Feil når det er for mange kall, UttrekkJobbResponse når virksomheten har ti uttrekk som ikke er ferdige."}
            """,
        [Feil] = """
            {"type":"object","required":["kode","melding"],"description":"Den alminnelige formen.","properties":{
              "kode":{"type":"string"},"melding":{"type":"string"}}}
            """,
        [Folkeregisterfeil] = """
            {"type":"object","required":["httpStatus","alvorlighetsgrad","feilkode","feilmelding"],"description":"Status 401, 403 og 406.","properties":{
              "httpStatus":{"type":"integer","format":"int32"},"alvorlighetsgrad":{"type":"string"},"feilkode":{"type":"string"},
              "feilmelding":{"type":"string"},"tilleggsinformasjon":{"type":"object","additionalProperties":{"type":"string"}}}}
            """,
        [Eksternfeil] = """
            {"type":"object","required":["httpStatus","code","message"],"description":"Status 404 fra hendelseslisten.","properties":{
              "httpStatus":{"type":"integer","format":"int32"},"code":{"type":"string"},"message":{"type":"string"},"feilreferanse":{"type":"string"}}}
            """,
    };

    /// <summary>A 404 in the general form, with the message of the service.</summary>
    public static Dictionary<int, (string Skjema, string? Eksempel)> IkkeFunnet(string melding) =>
        new() { [404] = (Feil, $$"""{"kode":"FREG-001","melding":"{{melding}}"}""") };

    /// <summary>What a status means, whatever the service, and the body that tells it.</summary>
    public static (string Beskrivelse, string Skjema, string? Eksempel) Avvisning(int status) => status switch
    {
        400 => ("Ugyldig forespørsel; meldingen sier hva og hvor.", Feil, """{"kode":"FREG-001","melding":"Ugyldig parameter."}"""),
        401 => ("Tokenet mangler, er utløpt eller er ugyldig.", Folkeregisterfeil, Melding(401, "tokenMangler", "Kallet mangler et Bearer-token.")),
        403 => ("Tokenet eller virksomheten har ikke rettighetspakken.", Folkeregisterfeil,
            Melding(403, "pakkeIkkeAapnet", "Virksomheten har ikke tilgang til rettighetspakken.")),
        404 => ("Finnes ikke.", Feil, """{"kode":"FREG-001","melding":"Ukjent person."}"""),
        406 => ("Ugyldig part, eller Accept uten noe tjenesten kan gi.", Folkeregisterfeil, Melding(406, "ugyldigPart", "Ugyldig part")),
        410 => ("Jobben eller batchen finnes ikke.", Uttrekksdata, """{"feilmelding":"Jobben finnes ikke"}"""),
        413 => ("Meldingskroppen er for stor.", Feil, """{"kode":"FREG-001","melding":"Meldingskroppen kan være på opp til 1048576 byte."}"""),
        415 => ("Meldingskroppen er verken JSON eller XML.", Feil,
            """{"kode":"FREG-001","melding":"Content-Type skal være application/json eller application/xml."}"""),
        429 => ("For mange kall. Retry-After er i millisekunder.", Feil, """{"kode":"FREG-001","melding":"For mange forespørsler."}"""),
        >= 500 => ("Feil i tjenesten.", Feil, """{"kode":"FREG-001","melding":"Feil i tjenesten. Vennligst prøv igjen seinere."}"""),
        _ => ("Avvist.", Feil, """{"kode":"FREG-001","melding":"Forespørselen kan ikke besvares."}"""),
    };

    public static JsonNode Json(string tekst) => JsonNode.Parse(tekst)!;

    private static string Melding(int status, string kode, string melding) =>
        $$$"""{"httpStatus":{{{status}}},"alvorlighetsgrad":"ERROR","feilkode":"{{{kode}}}","feilmelding":"{{{melding}}}","tilleggsinformasjon":{}}""";
}
