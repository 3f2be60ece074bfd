using System.Xml.Linq;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Filer;
using static Felles.Folkeregister.Tests.Uttrekk.Uttrekksleser;

namespace Felles.Folkeregister.Tests.Feilkoder;

/// <summary>Answers of extracts that have bodies of their own: an UttrekkJobbResponse or UttrekkDataResponse with the reason.</summary>
internal static class Uttrekksrader
{
    public static async Task ForMangeAsync()
    {
        await using var vert = await Registervert.StartAsync(Dialect.Sqlite);
        await StansAsync(vert, Dialect.Sqlite);
        for (var nr = 0; nr < 10; nr++)
            await BestillKomplettAsync(vert);
        var sti = Register.Omh("uttrekk/komplett");
        const string Grunn = "Virksomheten har 10 uttrekk som ikke er ferdige. Vent til ett er ferdig.";
        await SvaresAsync(vert, sti, 429, $$"""{"feilmelding":"{{Grunn}}"}""", "uttrekkJobbResponse", Grunn);
        using var tilpasset = await SendTilpassetAsync(vert, Omh, """{"personstatustyper":["bosatt"]}""");
        Assert.Equal(429, (int)tilpasset.StatusCode);
        Assert.InRange(int.Parse(Assert.Single(tilpasset.Headers.GetValues("Retry-After"))), 1000, 60_000);
    }

    public static async Task IkkeKlarAsync()
    {
        await using var vert = await Registervert.StartAsync(Dialect.Sqlite);
        await StansAsync(vert, Dialect.Sqlite);
        const string Grunn = "Batch med id=0 er enda ikke klar";
        await SvaresAsync(
            vert, Batchsti(Omh, await BestillKomplettAsync(vert), 0), 404, $$"""{"feilmelding":"{{Grunn}}"}""", "uttrekkDataResponse", Grunn);
    }

    public static async Task FinnesIkkeAsync(Registervert vert)
    {
        await SvaresAsync(
            vert, Batchsti(Omh, Guid.Empty.ToString(), 0), 410, """{"feilmelding":"Jobben finnes ikke"}""", "uttrekkDataResponse", "Jobben finnes ikke");
        var jobbid = await BestillKomplettAsync(vert);
        await LesAsync(vert, Omh, jobbid);
        await SvaresAsync(
            vert, Batchsti(Omh, jobbid, 99), 410, """{"feilmelding":"Batchen finnes ikke"}""", "uttrekkDataResponse", "Batchen finnes ikke");
    }

    public static async Task SluttAsync(Registervert vert)
    {
        var jobbid = await BestillKomplettAsync(vert);
        var antall = (await LesAsync(vert, Omh, jobbid)).Count;
        await SvaresAsync(vert, Batchsti(Omh, jobbid, antall), 200, "{}", "uttrekkDataResponse", "");
    }

    private static async Task SvaresAsync(Registervert vert, string sti, int status, string json, string rot, string tekst)
    {
        using var svar = await vert.HentAsync(sti);
        Assert.Equal((status, json), ((int)svar.StatusCode, await svar.Content.ReadAsStringAsync()));
        using var xmlsvar = await vert.HentAsync(sti, "application/xml");
        var xml = await xmlsvar.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)xmlsvar.StatusCode);
        Xmlvalidering.ErGyldig(xml);
        Assert.Equal((rot, tekst), (XDocument.Parse(xml).Root!.Name.LocalName, XDocument.Parse(xml).Root!.Value));
    }
}
