using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Felles.Folkeregister.Tests.Hendelser;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Filer;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Tests.Skjemaer;

/// <summary>Events of every type that the register makes, in JSON as the OpenAPI documents of the packages say.</summary>
public sealed class HendelsesjsonTests
{
    private const string Skjema = "#/components/schemas/";

    [Fact]
    public async Task Feeds_event_documents_and_archived_persons_of_every_type_keep_to_the_documents()
    {
        await using var vert = await Registervert.StartAsync(Dialect.Sqlite);
        string[] dokumenter = [.. Allehendelser.Dokumenter(await Allehendelser.LagAsync(vert)).Distinct()];
        List<string> linjer = [];
        foreach (var pakke in Rettighetspakke.Alle)
        {
            var openApi = await File.ReadAllTextAsync(Path.Combine(Fasit.Rot, "docs", "openapi", $"folkeregisteret-{pakke.Navn}.json"));
            linjer.Add(new JsonObject { ["dokument"] = pakke.Navn, ["innhold"] = JsonNode.Parse(openApi) }.ToJsonString());
            var liste = pakke.Kode switch { "OMH" => "Hendelsesliste", "PRIVU" or "PREU" => "AnonymHendelsesliste", _ => "TynnHendelsesliste" };
            linjer.Add(Post(pakke, liste, (await Feedklient.HentAsync(vert, pakke.Kode, "?seq=0")).Kropp));
        }

        var omh = Feedklient.Pakke("OMH");
        foreach (var id in dokumenter)
        {
            using var svar = await vert.HentAsync(Register.Omh("hendelser/" + id));
            Assert.Equal(200, (int)svar.StatusCode);
            linjer.Add(Post(omh, "DokumentForHendelse", await svar.Content.ReadAsStringAsync()));
        }

        linjer.Add(Post(omh, "HendelseBulkoppslagResponse", await BulkAsync(vert, "hendelser/bulkoppslag", dokumenter)));
        string[] personer = [.. (await Feedklient.AlleAsync(vert, "OMH")).Select(h => h.Persondokument).OfType<string>().Distinct()];
        linjer.Add(Post(omh, "ArkivDokumentBulkoppslagResponse", await BulkAsync(vert, "personer/bulkoppslag/arkiv?part=historikk", personer)));

        var dom = await Ajv.KjoerAsync(
            Path.Combine(Fasit.Rot, "tests", "Felles.Host.Tests", "Dokumenter", "valider-svar.cjs"), [], linjer);
        Assert.SkipWhen(dom is null, "node or its packages are not installed (npm ci)");
        Assert.True(dom!.Value.Kode == 0, dom.Value.Ut);
    }

    private static async Task<string> BulkAsync(Registervert vert, string ressurs, string[] ider)
    {
        using var innhold = new StringContent(
            JsonSerializer.Serialize(new { dokumentidentifikator = ider }), Encoding.UTF8, "application/json");
        using var svar = await vert.SendAsync(HttpMethod.Post, Register.Omh(ressurs), innhold: innhold);
        var kropp = await svar.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(kropp);
        Assert.Equal(ider.Length, json.RootElement.GetProperty("oppslag").GetArrayLength());
        return kropp;
    }

    private static string Post(Rettighetspakke pakke, string skjema, string kropp) => new JsonObject
    {
        ["dokument"] = pakke.Navn, ["peker"] = Skjema + skjema, ["hva"] = $"{pakke.Navn} {skjema}", ["kropp"] = JsonNode.Parse(kropp),
    }.ToJsonString();
}
