using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Felles.Testing.Filer;
using Felles.Tilgang.Contracts;
using Microsoft.OpenApi;

namespace Felles.Host.Tests.Dokumenter;

/// <summary>The OpenAPI document of each rights package: what is checked in, and that what it says is true.</summary>
public sealed class PakkedokumentTests(Pakkevert vert) : IClassFixture<Pakkevert>
{
    private const string Json = "application/json";

    private static readonly JsonSerializerOptions Skriving =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Pakker => [.. Rettighetspakke.Alle.Select(pakke => pakke.Navn)];

    [Theory]
    [MemberData(nameof(Pakker))]
    public async Task The_document_is_the_one_in_the_repository(string pakke)
    {
        var dokument = await DokumentAsync(pakke);
        // Where this host listens is no part of the contract.
        dokument.Remove("servers");
        Fasit.Sammenlign($"docs/openapi/folkeregisteret-{pakke}.json", dokument.ToJsonString(Skriving) + "\n");
    }

    [Theory]
    [MemberData(nameof(Pakker))]
    public async Task The_document_keeps_to_the_rules_of_OpenAPI(string pakke)
    {
        var (dokument, funn) = OpenApiDocument.Parse((await DokumentAsync(pakke)).ToJsonString(), "json");
        Assert.NotNull(dokument);
        Assert.Empty(funn!.Errors.Select(feil => feil.ToString()).Concat(funn.Warnings.Select(varsel => varsel.ToString())));
        var id = dokument.Paths.Values.SelectMany(sti => sti.Operations!.Values).Select(operasjon => operasjon.OperationId).ToArray();
        Assert.Equal(id.Length, id.Distinct().Count());
    }

    [Fact]
    public async Task Every_example_is_true_of_its_schema_and_every_call_made_of_examples_is_answered_as_documented()
    {
        List<string> linjer = [];
        List<string> uten = [];
        foreach (var pakke in Rettighetspakke.Alle)
        {
            var dokument = await DokumentAsync(pakke.Navn);
            linjer.Add(new JsonObject { ["dokument"] = pakke.Navn, ["innhold"] = dokument.DeepClone() }.ToJsonString());
            foreach (var operasjon in Operasjon.Alle(dokument, await vert.LagedeIderAsync(pakke)))
            {
                if (!operasjon.KanKalles)
                    uten.Add($"{pakke.Navn} {operasjon}");
                linjer.AddRange(operasjon.Eksempler().Select(e => Post(pakke.Navn, e.Peker, $"{pakke.Navn} example {operasjon} {e.Peker}", e.Verdi)));
                if (!operasjon.KanKalles)
                    continue;
                var svarte200 = false;
                foreach (var sti in operasjon.Kall())
                {
                    var (status, type, kropp) = await vert.HentAsync(sti, "*/*", operasjon.Metode, operasjon.Kropp);
                    var hva = $"{pakke.Navn} {operasjon.Metode} {sti}: {(int)status}";
                    Assert.True(operasjon.Dokumentert(status), $"{hva} is not documented.\n{kropp}");
                    svarte200 |= status == HttpStatusCode.OK;
                    if (type == Json && kropp.Length > 0 && operasjon.Svarpeker(status) is { } peker)
                        linjer.Add(Post(pakke.Navn, peker, hva, JsonNode.Parse(kropp)));
                }

                if (!svarte200)
                    uten.Add($"{pakke.Navn} {operasjon}");
            }
        }

        Assert.True(uten.Count == 0, "No example, or none that is answered with 200:\n" + string.Join('\n', uten));
        var dom = await Ajv.KjoerAsync(Path.Combine(AppContext.BaseDirectory, "Dokumenter", "valider-svar.cjs"), [], linjer);
        Assert.SkipWhen(dom is null, "node or its packages are not installed (npm ci)");
        Assert.True(dom!.Value.Kode == 0, dom.Value.Ut);
    }

    [Fact]
    public async Task The_judge_finds_an_answer_that_breaks_the_document()
    {
        var dokument = await DokumentAsync("finans");
        string[] linjer =
        [
            new JsonObject { ["dokument"] = "finans", ["innhold"] = dokument }.ToJsonString(),
            Post("finans", "#/components/schemas/Folkeregisterperson", "kilde", JsonNode.Parse("""{"navn":[{"kilde":"x","fornavn":"A","etternavn":"B"}]}""")),
        ];
        var dom = await Ajv.KjoerAsync(Path.Combine(AppContext.BaseDirectory, "Dokumenter", "valider-svar.cjs"), [], linjer);
        Assert.SkipWhen(dom is null, "node or its packages are not installed (npm ci)");
        Assert.Equal(1, dom!.Value.Kode);
    }

    [Fact]
    public async Task A_package_is_documented_with_its_own_services_and_members()
    {
        var alt = await DokumentAsync("offentlig-med-hjemmel");
        var person = Medlemmer(alt, "Folkeregisterperson");
        Assert.Contains("falskIdentitet", person);
        Assert.Contains("kilde", Medlemmer(alt, "Folkeregisterpersonnavn"));
        Assert.DoesNotContain("forholdTilSametingetsValgmanntall", person);

        var finans = await DokumentAsync("finans");
        Assert.DoesNotContain("kilde", Medlemmer(finans, "Folkeregisterpersonnavn"));
        Assert.Contains("etternavn", Medlemmer(finans, "Folkeregisterpersonnavn"));
        Assert.DoesNotContain("utlendingsmyndighetenesIdentifikasjonsnummer", Medlemmer(finans, "Folkeregisterperson"));
        Assert.DoesNotContain("/folkeregisteret/api/presse/v1/personer/{personidentifikator}", (await DokumentAsync("presse"))["paths"]!.AsObject().Select(p => p.Key));
    }

    private static string[] Medlemmer(JsonObject dokument, string skjema) =>
        [.. dokument["components"]!["schemas"]![skjema]!["properties"]!.AsObject().Select(medlem => medlem.Key)];

    private static string Post(string dokument, string peker, string hva, JsonNode? kropp) =>
        new JsonObject { ["dokument"] = dokument, ["peker"] = peker, ["hva"] = hva, ["kropp"] = kropp?.DeepClone() }.ToJsonString();

    private async Task<JsonObject> DokumentAsync(string pakke) =>
        JsonNode.Parse(await vert.Vert.Client.GetStringAsync($"/openapi/folkeregisteret-{pakke}.json"))!.AsObject();
}
