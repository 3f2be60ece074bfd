using System.Text.Json.Nodes;

namespace Felles.Folkeregister.Dokumentasjon;

/// <summary>
/// The schemas of events: the feed in its three forms, and the event document with the entries of the person document as events have them.
/// </summary>
internal static class Hendelsesskjemaer
{
    public const string Liste = "Hendelsesliste";
    public const string TynnListe = "TynnHendelsesliste";
    public const string AnonymListe = "AnonymHendelsesliste";
    public const string Sekvensnummer = "Sekvensnummer";
    public const string Hendelsesdokument = "DokumentForHendelse";
    public const string Bulkbestilling = "HendelseBulkoppslagRequest";
    public const string Bulksvar = "HendelseBulkoppslagResponse";

    private const string Id = """{"type":"string","pattern":"^[0-9a-f]{32}$"}""";
    private const string Nummer = """{"type":"string","pattern":"^[0-9]{11}$"}""";
    private const string Tid = """{"type":"string","format":"date-time"}""";

    /// <summary>The names Hendelse and TynnHendelse are those of the published OpenAPI documents.</summary>
    public static IReadOnlyDictionary<string, string> Faste { get; } = new Dictionary<string, string>
    {
        [Liste] = Side("LagretHendelse"),
        ["LagretHendelse"] = Lagret("Hendelse"),
        ["Hendelse"] = $$$$"""
            {"type":"object","required":["folkeregisteridentifikator","hendelsetype","hendelsesdokument","ajourholdstidspunkt"],"properties":{
              "folkeregisteridentifikator":{{{{Nummer}}}},"hendelsetype":{"type":"string"},
              "hendelsesdokument":{{{{Id}}}},"persondokument":{{{{Id}}}},"ajourholdstidspunkt":{{{{Tid}}}}}}
            """,
        [TynnListe] = Side("LagretTynnHendelse"),
        ["LagretTynnHendelse"] = Lagret("TynnHendelse"),
        ["TynnHendelse"] = $$$$"""
            {"type":"object","required":["folkeregisteridentifikator","hendelsetype","ajourholdstidspunkt"],"properties":{
              "folkeregisteridentifikator":{{{{Nummer}}}},"hendelsetype":{"type":"string"},"ajourholdstidspunkt":{{{{Tid}}}}}}
            """,
        [AnonymListe] = Side("LagretAnonymHendelse"),
        ["LagretAnonymHendelse"] = Lagret("AnonymHendelse"),
        ["AnonymHendelse"] = $$$$"""
            {"type":"object","required":["hendelsetype","ajourholdstidspunkt"],"properties":{
              "hendelsetype":{"type":"string"},"ajourholdstidspunkt":{{{{Tid}}}}}}
            """,
        [Sekvensnummer] = """{"type":"integer","format":"int64","minimum":0}""",
        [Bulkbestilling] = """
            {"type":"object","required":["dokumentidentifikator"],"properties":{
              "dokumentidentifikator":{"type":"array","maxItems":1000,"items":{"type":"string"},"description":"32 heksadesimale sifre, eller en UUID."}}}
            """,
        [Bulksvar] = """
            {"type":"object","required":["oppslag"],"properties":{
              "oppslag":{"type":"array","maxItems":1000,"items":{"$ref":"#/components/schemas/HendelseBulkoppslag"}}}}
            """,
        ["HendelseBulkoppslag"] = $$$$"""
            {"type":"object","required":["dokumentidentifikator","hendelsedokument"],"properties":{
              "dokumentidentifikator":{{{{Id}}}},"hendelsedokument":{"$ref":"#/components/schemas/{{{{Hendelsesdokument}}}}"}}}
            """,
        [Hendelsesdokument] = $$$$"""
            {"type":"object","required":["dokumentidentifikator","skjemaversjon","hendelse"],"properties":{
              "dokumentidentifikator":{{{{Id}}}},"skjemaversjon":{"type":"string"},"hendelse":{"$ref":"#/components/schemas/HendelseIDokument"}}}
            """,
        ["HendelseIDokument"] = $$$$"""
            {"type":"object","required":["folkeregisteridentifikator","hendelsestype","ajourholdstidspunkt","egenskapshendelse"],"properties":{
              "folkeregisteridentifikator":{{{{Nummer}}}},"hendelsestype":{"type":"string"},"ajourholdstidspunkt":{{{{Tid}}}},
              "egenskapshendelse":{"type":"array","items":{"$ref":"#/components/schemas/Egenskapshendelse"}},
              "hendelsesaarsakIDsf":{"type":"string"}}}
            """,
    };

    /// <summary>The entries of an event document; made anew, since a node stands in one document alone.</summary>
    public static SortedDictionary<string, JsonNode> Dokument()
    {
        var (medlemmer, skjemaer) = Personkomponenter.LagHendelse();
        medlemmer["entitet"] = new JsonObject { ["type"] = "string" };
        medlemmer["entitetsendring"] = Dokumentasjon.Faste.Json(
            """{"type":"string","enum":["registrereNy","korrigere","annullere","korrigereHistorisk"]}""");
        skjemaer["Egenskapshendelse"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("entitet", "entitetsendring"),
            ["description"] = "Høyst én opplysning; ingen når den er annullert.",
            ["properties"] = medlemmer,
        };
        return skjemaer;
    }

    private static string Side(string hendelse) =>
        $$$$"""{"type":"array","maxItems":1000,"items":{"$ref":"#/components/schemas/{{{{hendelse}}}}"}}""";

    private static string Lagret(string hendelse) => $$$$"""
        {"type":"object","required":["sekvensnummer","hendelse"],"properties":{
          "sekvensnummer":{"type":"integer","format":"int64","minimum":1},"hendelse":{"$ref":"#/components/schemas/{{{{hendelse}}}}"}}}
        """;
}
