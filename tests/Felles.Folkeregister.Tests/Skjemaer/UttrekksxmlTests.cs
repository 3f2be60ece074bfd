using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Testing.Filer;
using static Felles.Folkeregister.Tests.Uttrekk.Uttrekksleser;

namespace Felles.Folkeregister.Tests.Skjemaer;

/// <summary>Every answer that an extract can give, in XML.</summary>
public sealed class UttrekksxmlTests
{
    private const string Bosatte = """{"personstatustyper":["bosatt"]}""";

    [Theory, TestDatabases]
    public async Task Orders_batches_ends_and_refusals_of_extracts_are_valid(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await vert.ImportertAsync(new Personbygger(Register.Kari).Json(), new Personbygger(Register.Ola).Json());
        foreach (var pakke in Register.Oppslagspakker)
        {
            using var bestilt = await SendTilpassetAsync(vert, pakke, Bosatte);
            await LesXmlAsync(vert, jobbid => Batchsti(pakke, jobbid, 0), await JobbidAsync(bestilt), "<foedselsEllerDNummer>");
            await GyldigAsync(SendTilpassetAsync(vert, pakke, Bosatte, accept: "application/xml"), 200, "<jobbId>");
        }

        await LesXmlAsync(vert, jobbid => Batchsti(Omh, jobbid, 0), await BestillKomplettAsync(vert), "<dokumentidentifikator>");
        await GyldigAsync(vert.HentAsync(Batchsti(Omh, "tull", 0), "application/xml"), 410, "<feilmelding>");
        await GyldigAsync(vert.HentAsync(Batchsti(Omh, "tull", -1), "application/xml"), 400, "<feil>");
        await GyldigAsync(vert.HentAsync(Register.Omh("uttrekk/komplett?feedsekvensnr=x"), "application/xml"), 400, "<feil>");
        await GyldigAsync(SendTilpassetAsync(vert, Omh, "{}", accept: "application/xml"), 400, "<feil>");

        await StansAsync(vert, dialect);
        var ventende = await BestillKomplettAsync(vert);
        await GyldigAsync(vert.HentAsync(Batchsti(Omh, ventende, 0), "application/xml"), 404, "<feilmelding>Batch med id=0 er enda ikke klar<");
        for (var status = 200; status != 429;)
        {
            using var svar = await vert.HentAsync(Register.Omh("uttrekk/komplett"), "application/xml");
            status = (int)svar.StatusCode;
            Xmlvalidering.ErGyldig(await svar.Content.ReadAsStringAsync());
            Assert.Contains(status, new[] { 200, 429 });
        }
    }

    private static async Task LesXmlAsync(Registervert vert, Func<string, string> batch, string jobbid, string post)
    {
        var foerste = batch(jobbid);
        while (true)
        {
            using var svar = await vert.HentAsync(foerste);
            if ((int)svar.StatusCode != 404)
                break;
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await GyldigAsync(vert.HentAsync(foerste, "application/xml"), 200, post);
        // The end comes when the job is done, which may be a moment after its last batch.
        var neste = foerste[..^1] + "1";
        while (true)
        {
            using var svar = await vert.HentAsync(neste, "application/xml");
            Xmlvalidering.ErGyldig(await svar.Content.ReadAsStringAsync());
            if ((int)svar.StatusCode == 200)
                return;
            Assert.Equal(404, (int)svar.StatusCode);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static async Task GyldigAsync(Task<HttpResponseMessage> kall, int status, string ventet)
    {
        using var svar = await kall;
        var xml = await svar.Content.ReadAsStringAsync();
        Assert.True((int)svar.StatusCode == status, $"{(int)svar.StatusCode} {xml}");
        Assert.Contains(ventet, xml, StringComparison.Ordinal);
        Xmlvalidering.ErGyldig(xml);
    }
}
