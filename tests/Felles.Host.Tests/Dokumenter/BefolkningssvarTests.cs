using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Felles.Testing.Filer;
using Felles.Tilgang.Contracts;

namespace Felles.Host.Tests.Dokumenter;

/// <summary>
/// The whole population of a sandbox, in every package with look-up, with everything that can be asked for: each answer keeps to the XML
/// schema and to the OpenAPI document.
/// </summary>
public sealed class BefolkningssvarTests(Pakkevert vert) : IClassFixture<Pakkevert>
{
    public static TheoryData<string> Pakker =>
        [.. Rettighetspakke.Alle.Where(pakke => pakke.Kode is "OMH" or "OUH" or "PUH" or "FIN" or "EID").Select(pakke => pakke.Navn)];

    [Theory]
    [MemberData(nameof(Pakker))]
    public async Task Every_answer_in_xml_keeps_to_the_schema(string pakke)
    {
        var (rot, numre, alt) = await SpoerAsync(pakke);
        foreach (var nummer in numre)
        {
            foreach (var deler in new[] { "", alt })
                Xmlvalidering.ErGyldig(await HentAsync($"{rot}personer/{nummer}{deler}", "application/xml"));
        }

        Xmlvalidering.ErGyldig(await HentAsync($"{rot}personer/bulkoppslag{alt}&somBestilt=true", "application/xml", Bestilling(numre)));
        Xmlvalidering.ErGyldig(await HentAsync($"{rot}personer/soek?inkluderDoede=true", "application/xml"));
    }

    [Theory]
    [MemberData(nameof(Pakker))]
    public async Task Every_answer_in_json_keeps_to_the_document_of_its_package(string pakke)
    {
        var (rot, numre, alt) = await SpoerAsync(pakke);
        var dokument = JsonNode.Parse(await vert.Vert.Client.GetStringAsync($"/openapi/folkeregisteret-{pakke}.json"));
        List<string> linjer = [new JsonObject { ["dokument"] = pakke, ["innhold"] = dokument }.ToJsonString()];
        foreach (var deler in new[] { "?somBestilt=true", alt + "&somBestilt=true" })
        {
            var svar = JsonNode.Parse(await HentAsync($"{rot}personer/bulkoppslag{deler}", "application/json", Bestilling(numre)))!;
            linjer.AddRange(svar["oppslag"]!.AsArray().Select(post => new JsonObject
            {
                ["dokument"] = pakke,
                ["peker"] = "#/components/schemas/PersonBulkoppslag",
                ["hva"] = $"{pakke} {deler}",
                ["kropp"] = post!.DeepClone(),
            }.ToJsonString()));
        }

        var dom = await Ajv.KjoerAsync(Path.Combine(AppContext.BaseDirectory, "Dokumenter", "valider-svar.cjs"), [], linjer);
        Assert.SkipWhen(dom is null, "node or its packages are not installed (npm ci)");
        Assert.True(dom!.Value.Kode == 0, dom.Value.Ut);
    }

    private static string Bestilling(string[] numre) => JsonSerializer.Serialize(new { foedselsEllerDNummer = numre.Append("01010000000") });

    /// <summary>The address of the package, everybody's number, and the query that asks for all that the package may have.</summary>
    private async Task<(string Rot, string[] Numre, string Alt)> SpoerAsync(string pakke)
    {
        var sti = $"/folkeregisteret/{Rettighetspakke.MedNavn(pakke)!.Sti}/v1/";
        var treff = JsonNode.Parse(await HentAsync($"{sti}personer/soek?inkluderDoede=true", "application/json"))!;
        string[] numre = [.. treff["foedselsEllerDNummer"]!.AsArray().Select(nummer => nummer!.GetValue<string>()).Take(999)];
        Assert.True(numre.Length >= 300);
        var dokument = JsonNode.Parse(await vert.Vert.Client.GetStringAsync($"/openapi/folkeregisteret-{pakke}.json"))!;
        var deler = dokument["paths"]![$"{sti}personer/{{personidentifikator}}"]!["get"]!["parameters"]!.AsArray()
            .Single(parameter => parameter!["name"]!.GetValue<string>() == "part")!["schema"]!["items"]!["enum"]!.AsArray();
        return (sti, numre, "?" + string.Join('&', deler.Select(del => $"part={del}")));
    }

    private async Task<string> HentAsync(string sti, string accept, string? kropp = null)
    {
        var (status, type, svar) = await vert.HentAsync(sti, accept, kropp is null ? HttpMethod.Get : HttpMethod.Post, kropp);
        Assert.True((status, type) == (HttpStatusCode.OK, accept), $"{sti}: {status} {type}\n{svar}");
        return svar;
    }
}
