using System.Text;
using System.Text.Json.Nodes;
using Felles.Enhetsregister.Dokument;
using Felles.Enhetsregister.Import;

namespace Felles.Enhetsregister.Tests.Import;

/// <summary>Every member, missing and with every kind of wrong value.</summary>
public sealed class LinjedomTests
{
    private const string Full = """
        {"organisasjonsnummer":"313700526","navn":"SJENERT STOLT TIGER","organisasjonsform":{"kode":"BEDR","beskrivelse":"x"},
        "hjemmeside":"a.example","postadresse":{"land":"Norge","landkode":"NO","postnummer":"0150","poststed":"OSLO","adresse":[
        "Gate 1"],"kommune":"OSLO","kommunenummer":"0301"},"registreringsdatoEnhetsregisteret":"2020-02-29",
        "registrertIMvaregisteret":true,"registrertIForetaksregisteret":false,"registrertIStiftelsesregisteret":false,
        "registrertIFrivillighetsregisteret":false,"naeringskode1":{"kode":"62.010","beskrivelse":"x"},"naeringskode2":{"kode":
        "62.020"},"naeringskode3":{"kode":"62.030"},"antallAnsatte":3,"overordnetEnhet":"313409953","forretningsadresse":{
        "postnummer":"0150"},"beliggenhetsadresse":{"postnummer":"0150"},"stiftelsesdato":"2019-01-01","institusjonellSektorkode":{
        "kode":"2100","beskrivelse":"x"},"konkurs":false,"underAvvikling":false,"underTvangsavviklingEllerTvangsopplosning":false,
        "maalform":"Nynorsk","slettedato":"2024-01-01","rollegrupper":[{"type":{"kode":"STYR","beskrivelse":"x"},"sistEndret":
        "2020-01-01","roller":[{"type":{"kode":"LEDE"},"person":{"foedselsnummer":"24907999374","fodselsdato":"1979-10-24","navn":{
        "fornavn":"A","mellomnavn":"B","etternavn":"C"},"erDoed":false},"fratraadt":false,"rekkefolge":1}]},{"type":{"kode":"REVI"},
        "roller":[{"type":{"kode":"REVI"},"virksomhet":{"organisasjonsnummer":"310166138","navn":"R"}}]}]}
        """;

    private const string Foedselsnummer = "rollegrupper[0].roller[0].person.foedselsnummer";

    [Fact]
    public void A_full_organisation_has_no_fault() => Assert.Empty(Doem(Full));

    [Fact]
    public void Every_member_of_the_rules_is_in_the_full_example()
    {
        var stier = Blader(JsonNode.Parse(Full)!).Select(b => System.Text.RegularExpressions.Regex.Replace(b, @"\[\d+\]", "")).ToHashSet();
        Assert.All(Medlemmer.Enhet.Where(m => m.Medlemmer is null && m.Type != Verditype.Rollegrupper), m =>
            Assert.Contains(m.Navn, stier));
        Assert.All(Medlemmer.Rolleperson.Where(m => m.Medlemmer is null), m =>
            Assert.Contains($"rollegrupper.roller.person.{m.Navn}", stier));
    }

    [Fact]
    public void Every_wrong_value_of_every_member_is_a_fault_at_that_member()
    {
        JsonNode?[] feil = ["\u0001", "", new string('x', 600), -1, 1.5, 99999999999, new JsonObject(), new JsonArray(1), true];
        foreach (var sti in Blader(JsonNode.Parse(Full)!))
        {
            foreach (var verdi in feil)
            {
                if (Passer(sti, verdi)) continue;
                var funn = Doem(Med(sti, verdi?.DeepClone()));
                Assert.True(funn.Any(f => f.Sti == sti || sti.StartsWith(f.Sti + "[", StringComparison.Ordinal)),
                    $"{sti} = {verdi?.ToJsonString()}: {string.Join(';', funn)}");
            }
        }
    }

    [Theory]
    [InlineData("organisasjonsnummer")]
    [InlineData("navn")]
    [InlineData("organisasjonsform")]
    [InlineData("organisasjonsform.kode")]
    [InlineData("naeringskode1.kode")]
    [InlineData("rollegrupper[0].type")]
    [InlineData("rollegrupper[0].type.kode")]
    [InlineData("rollegrupper[0].roller")]
    [InlineData("rollegrupper[0].roller[0].type")]
    [InlineData("rollegrupper[0].roller[0].person.foedselsnummer")]
    [InlineData("rollegrupper[1].roller[0].virksomhet.organisasjonsnummer")]
    public void A_required_member_that_is_absent_is_a_fault(string sti)
    {
        var funn = Assert.Single(Doem(Uten(sti)));
        Assert.Equal((sti, "virksomhet-medlem-mangler"), (funn.Sti, funn.Kode));
    }

    [Theory]
    [InlineData("rollegrupper[0].roller[0].person", "rollegrupper[0].roller[0]", "virksomhet-feil-rolleinnehaver")]
    [InlineData("overordnetEnhet", "overordnetEnhet", "virksomhet-overordnet-mangler")]
    public void A_rule_between_members_is_judged(string uten, string sti, string kode)
    {
        var funn = Assert.Single(Doem(Uten(uten)));
        Assert.Equal((sti, kode), (funn.Sti, funn.Kode));
    }

    [Theory]
    [InlineData("rollegrupper[0].type.kode", "FINNESIKKE", "rollegrupper[0].type.kode", "virksomhet-ukjent-rolle")]
    [InlineData("rollegrupper[0].roller[0].type.kode", "REVI", "rollegrupper[0].roller[0].type.kode", "virksomhet-ukjent-rolle")]
    [InlineData("rollegrupper[0].roller[0].person.foedselsnummer", "24907999375", "rollegrupper[0].roller[0].person.foedselsnummer",
        "virksomhet-ugyldig-personnummer")]
    [InlineData("overordnetEnhet", "313409954", "overordnetEnhet", "virksomhet-ugyldig-organisasjonsnummer")]
    [InlineData("slettedato", "2023-02-29", "slettedato", "virksomhet-ugyldig-verdi")]
    [InlineData("naeringskode2.kode", "6201", "naeringskode2.kode", "virksomhet-ugyldig-verdi")]
    [InlineData("postadresse.landkode", "no", "postadresse.landkode", "virksomhet-ugyldig-verdi")]
    [InlineData("postadresse.kommunenummer", "٠٣٠١", "postadresse.kommunenummer", "virksomhet-ugyldig-verdi")]
    public void A_wrong_code_or_number_is_a_fault(string hvor, string verdi, string sti, string kode)
    {
        var funn = Assert.Single(Doem(Med(hvor, verdi)));
        Assert.Equal((sti, kode), (funn.Sti, funn.Kode));
        Assert.DoesNotContain(verdi, funn.Melding);
    }

    [Fact]
    public void An_organisation_cannot_be_chair_of_a_board()
    {
        var node = JsonNode.Parse(Full)!;
        var rolle = node["rollegrupper"]![0]!["roller"]![0]!.AsObject();
        rolle.Remove("person");
        rolle["virksomhet"] = new JsonObject { ["organisasjonsnummer"] = "310166138" };
        Assert.Equal("virksomhet-feil-rolleinnehaver", Assert.Single(Doem(node.ToJsonString())).Kode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{} {}")]
    [InlineData("{\"navn\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}")]
    public void Text_that_is_not_one_object_is_a_fault_and_never_an_exception(string linje) => Assert.NotEmpty(Doem(linje));

    [Fact]
    public void Bytes_that_are_not_utf8_are_a_fault()
    {
        var bytes = Encoding.UTF8.GetBytes(Full);
        bytes[bytes.AsSpan().IndexOf("STOLT"u8)] = 0xFF;
        Assert.Equal("virksomhet-ugyldig-json", Assert.Single(Linjedom.Doem(bytes).Funn).Feil.Kode);
    }

    private static List<(string Sti, string Kode, string Melding)> Doem(string linje) =>
        [.. Linjedom.Doem(Encoding.UTF8.GetBytes(linje)).Funn.Select(f => (f.Sti, f.Feil.Kode, f.Melding))];

    private static bool Passer(string sti, JsonNode? verdi) => verdi!.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True =>
            sti is "konkurs" || sti.Contains("regist", StringComparison.Ordinal) && !sti.Contains("dato", StringComparison.Ordinal)
            || sti.StartsWith("under", StringComparison.Ordinal) || sti.EndsWith("erDoed", StringComparison.Ordinal)
                || sti.EndsWith("fratraadt", StringComparison.Ordinal),
        System.Text.Json.JsonValueKind.String =>
            verdi.GetValue<string>().Length == 0 && sti.EndsWith("adresse[0]", StringComparison.Ordinal),
        _ => false,
    };

    private static IEnumerable<string> Blader(JsonNode node, string sti = "") => node switch
    {
        JsonObject objekt => objekt.SelectMany(m => Blader(m.Value!, sti.Length == 0 ? m.Key : $"{sti}.{m.Key}")),
        JsonArray liste => liste.SelectMany((d, i) => Blader(d!, $"{sti}[{i}]")),
        _ => [sti],
    };

    private static string Med(string sti, JsonNode? verdi) => Endre(sti, (forelder, navn) =>
    {
        if (forelder is JsonArray liste) liste[int.Parse(navn)] = verdi;
        else forelder[navn] = verdi;
    });

    private static string Uten(string sti) => Endre(sti, (forelder, navn) => forelder.AsObject().Remove(navn));

    private static string Endre(string sti, Action<JsonNode, string> endring)
    {
        var node = JsonNode.Parse(Full)!;
        var deler = sti.Replace("[", ".").Replace("]", "").Split('.');
        var forelder = node;
        foreach (var del in deler[..^1]) forelder = forelder is JsonArray liste ? liste[int.Parse(del)]! : forelder[del]!;
        endring(forelder, deler[^1]);
        return node.ToJsonString();
    }
}
