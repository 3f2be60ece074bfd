using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Hendelser;
using Felles.Folkeregister.Skjemaer;
using Felles.Folkeregister.Tests.Hendelser;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Testing.Filer;

namespace Felles.Folkeregister.Tests.Skjemaer;

/// <summary>Events of every type that the register makes, and what they lead to, in XML as the schemas say.</summary>
public sealed class HendelsesxmlTests
{
    private static readonly XNamespace Navnerom = Xmlskjemaer.HendelseNavnerom;

    [Theory, TestDatabases]
    public async Task Feeds_event_documents_and_archived_persons_of_every_type_are_valid(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var kvitteringer = await Allehendelser.LagAsync(vert);
        var siste = await Feedklient.SisteAsync(vert, "OMH");
        var hendelser = await FeedAsync(vert, "OMH", "application/atom+xml");
        Assert.Equal(siste, hendelser[^1].Parent!.Element(Navnerom + "sekvensnummer")!.Value);
        // No package may see these elements; their documents exist all the same.
        Assert.Equal(
            [Hendelsestype.EndringIOppholdPaaSvalbard, Hendelsestype.EndringISametingetsValgmanntall],
            Allehendelser.Typer.Except(hendelser.Select(h => Type(h).Type)));
        // Numbers and names, numbers and no names, and neither.
        foreach (var pakke in new[] { "FIN", "PRIV", "PRIVU" })
            Assert.All(await FeedAsync(vert, pakke, "application/xml"), h => Assert.Null(h.Element(Navnerom + "hendelsesdokument")));

        string[] dokumenter =
        [
            .. hendelser.Where(h => Type(h).HarHendelsesdokument).Select(h => h.Element(Navnerom + "hendelsesdokument")!.Value)
                .Union(Allehendelser.Dokumenter(kvitteringer)),
        ];
        foreach (var id in dokumenter)
            Assert.Contains($"<dokumentidentifikator>{id}</", await GyldigAsync(vert, "hendelser/" + id), StringComparison.Ordinal);
        await BulkAsync(vert, "hendelser/bulkoppslag", dokumenter);

        string[] personer = [.. hendelser.Select(h => h.Element(Navnerom + "persondokument")?.Value).OfType<string>().Distinct()];
        foreach (var id in personer)
            await GyldigAsync(vert, "personer/arkiv/" + id + "?part=historikk");
        await BulkAsync(vert, "personer/bulkoppslag/arkiv?part=historikk", personer);
        Assert.Contains($"<sekvensnummer>{siste}<", await GyldigAsync(vert, "hendelser/siste/sekvensnummer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_without_events_has_valid_answers_too()
    {
        await using var vert = await Registervert.StartAsync(Dialect.Sqlite);
        Assert.Empty(await FeedAsync(vert, "OMH", "application/atom+xml"));
        await GyldigAsync(vert, "hendelser/siste/sekvensnummer");
        await BulkAsync(vert, "hendelser/bulkoppslag", []);
        await BulkAsync(vert, "personer/bulkoppslag/arkiv", []);
    }

    private static Hendelsestypefakta Type(XElement hendelse) =>
        Hendelsestyper.Om(Enum.Parse<Hendelsestype>(hendelse.Element(Navnerom + "hendelsetype")!.Value, ignoreCase: true));

    private static async Task<XElement[]> FeedAsync(Registervert vert, string pakke, string accept)
    {
        var svar = await Feedklient.HentAsync(vert, pakke, "?seq=0", accept);
        Assert.Equal((200, accept), (svar.Status, svar.Medietype));
        Xmlvalidering.ErGyldig(svar.Kropp);
        return [.. XDocument.Parse(svar.Kropp).Descendants(Navnerom + "hendelse")];
    }

    private static async Task<string> GyldigAsync(Registervert vert, string ressurs)
    {
        using var svar = await vert.HentAsync(Register.Omh(ressurs), "application/xml");
        return await GyldigAsync(svar, ressurs);
    }

    private static async Task<string> GyldigAsync(HttpResponseMessage svar, string ressurs)
    {
        var xml = await svar.Content.ReadAsStringAsync();
        Assert.True((int)svar.StatusCode == 200, $"{ressurs}: {(int)svar.StatusCode} {xml}");
        Xmlvalidering.ErGyldig(xml);
        return xml;
    }

    /// <summary>All of the documents in one answer.</summary>
    private static async Task BulkAsync(Registervert vert, string ressurs, string[] ider)
    {
        using var innhold = new StringContent(
            JsonSerializer.Serialize(new { dokumentidentifikator = ider }), Encoding.UTF8, "application/json");
        using var svar = await vert.SendAsync(HttpMethod.Post, Register.Omh(ressurs), "application/xml", innhold);
        var rot = XDocument.Parse(await GyldigAsync(svar, ressurs)).Root!;
        Assert.Equal(ider, rot.Elements().Select(o => o.Element(rot.Name.Namespace + "dokumentidentifikator")!.Value));
    }
}
