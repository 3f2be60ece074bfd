using System.Text.Json.Nodes;

namespace Felles.Folkeregister.Dokumentasjon;

/// <summary>
/// The parameters of the consumer services by name: form, meaning, and an example that works in any sandbox, since every population holds
/// the person it is about. A parameter without an example is told by its type alone.
/// </summary>
internal static class Parameterkatalog
{
    private const string Ja = """{"type":"boolean"}""";
    private const string Tekst = """{"type":"string"}""";
    private const string FireSifre = """{"type":"string","pattern":"^[0-9]{4}$"}""";

    private const string Landnummer = "Landkode på tre bokstaver, bindestrek og nummeret.";

    /// <summary>A fixed identity of published test data (<c>data/faste-identiteter.csv</c>).</summary>
    public const string Eksempelperson = "24907999374";

    private static readonly Dictionary<string, (string Skjema, string Beskrivelse, string? Eksempel)> Kjente =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["personidentifikator"] = (
                """{"type":"string","pattern":"^[0-9]{11}$"}""",
                "Fødselsnummer eller d-nummer. Et utgått nummer gir personen som er videreført.",
                $"\"{Eksempelperson}\""),
            ["somBestilt"] = (
                Ja, "Svar i bestilt rekkefølge, med feilmelding for numre som er ukjente eller utgått.", "true"),
            ["navn"] = (Tekst, "Ett eller flere hele ord i navnet.", "\"AKROBATISK KUNSTVERK\""),
            ["kjoenn"] = ("""{"type":"string","enum":["mann","kvinne"]}""", "Kjønn.", "\"mann\""),
            ["foedselsdato"] = ("""{"type":"string","pattern":"^[0-9]{8}$"}""", "Fødselsdato, ÅÅÅÅMMDD.", "\"19791024\""),
            ["foedselsaarFraOgMed"] = (FireSifre, "Første fødselsår.", "\"1979\""),
            ["foedselsaarTilOgMed"] = (FireSifre, "Siste fødselsår.", "\"1980\""),
            ["adressenavn"] = ("""{"type":"string","minLength":3}""", "Minst de tre første tegnene i adressenavnet.", "\"Elvelyveien\""),
            ["husnummer"] = (Tekst, "Husnummer med eller uten bokstav.", "\"13\""),
            ["postnummer"] = (FireSifre, "Postnummer.", "\"3512\""),
            ["kommunenummer"] = (FireSifre, "Kommunenummer.", null),
            ["fylkesnummer"] = ("""{"type":"string","pattern":"^[0-9]{2}$"}""", "De to første sifrene i kommunenummeret.", null),
            ["inkluderOppholdsadresse"] = (Ja, "Søk også i oppholdsadresser.", "true"),
            ["soekFonetisk"] = (Ja, "Ta med navn som lyder likt.", "true"),
            ["inkluderDoede"] = (Ja, "Ta med døde.", "true"),
            ["opplysningsgrunnlag"] = (
                """{"type":"string","enum":["gjeldende","historisk"]}""", "Gjeldende navn og adresser, eller også de historiske.", "\"gjeldende\""),
            ["maksTreff"] = ("""{"type":"integer","format":"int32","minimum":1,"maximum":10000}""", "Flest treff i svaret.", "10"),
            ["dokumentidentifikator"] = (Tekst, "32 heksadesimale sifre, eller en UUID.", $"\"{Personeksempler.Dokument}\""),
            ["hendelsesidentifikator"] = (Tekst, "32 heksadesimale sifre, eller en UUID.", null),
            ["identifikasjonsnummer"] = (
                """{"type":"string","pattern":"^[0-9]{11}$"}""", "Fødselsnummer eller d-nummer.", $"\"{Eksempelperson}\""),
            ["utenlandskPersonidentifikasjon"] = (Tekst, Landnummer, null),
            ["legitimasjonsdokument"] = (Tekst, Landnummer, null),
            ["utlendingsmyndighetenesIdentifikasjonsnummer"] = (Tekst, "DUF-nummer.", null),
            ["feedsekvensnr"] = (
                """{"type":"integer","format":"int64","minimum":0}""",
                "Registeret slik det var ved dette sekvensnummeret; det siste når det mangler eller er for høyt.", "0"),
            ["jobbid"] = ("""{"type":"string","format":"uuid"}""", "jobbId fra bestillingen.", null),
            ["batchnr"] = ("""{"type":"integer","format":"int32","minimum":0}""", "Fra 0 og oppover.", "0"),
            ["seq"] = ("""{"type":"integer","format":"int64","minimum":0}""", "Første sekvensnummer i svaret.", "1"),
        };

    /// <param name="navn">The parameter.</param>
    /// <param name="type">Its type in the signature, for parameters that the catalogue does not know.</param>
    /// <param name="deler">What <c>part</c> may be in the package.</param>
    public static JsonObject Les(string navn, Type type, IEnumerable<string> deler)
    {
        if (navn.Equals("part", StringComparison.OrdinalIgnoreCase))
        {
            return new JsonObject
            {
                ["description"] = "Deler av personen; gjentas for flere. Uten part gis person-basis. historikk gir også det som ikke lenger gjelder.",
                ["schema"] = new JsonObject
                {
                    ["type"] = "array",
                    ["uniqueItems"] = true,
                    ["items"] = new JsonObject
                    {
                        ["type"] = "string",
                        ["enum"] = new JsonArray([.. deler.Select(del => JsonValue.Create(del))]),
                    },
                },
                ["example"] = new JsonArray("navn", "bostedsadresse", "historikk"),
            };
        }

        if (!Kjente.TryGetValue(navn, out var kjent))
            return new JsonObject { ["schema"] = Faste.Json($$"""{"type":"{{Jsontype(type)}}"}""") };
        var parameter = new JsonObject { ["description"] = kjent.Beskrivelse, ["schema"] = Faste.Json(kjent.Skjema) };
        if (kjent.Eksempel is not null)
            parameter["example"] = Faste.Json(kjent.Eksempel);
        return parameter;
    }

    private static string Jsontype(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.Boolean => "boolean",
        TypeCode.Int32 or TypeCode.Int64 => "integer",
        _ => "string",
    };
}
