using System.Xml.Linq;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Hendelser.Feed;
using Felles.Folkeregister.Tests.Registrering;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.DependencyInjection;
using static Felles.Folkeregister.Tests.Registrering.Scene;

namespace Felles.Folkeregister.Tests.Hendelser;

public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Hendelse = "folkeregisteret:tilgjengeliggjoering:hendelse:v1";

    [Theory, TestDatabases]
    public async Task A_page_is_the_next_thousand_that_the_package_sees_and_the_line_has_gaps(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var scene = new Scene(vert, 90);
        Assert.Equal("0", await Feedklient.SisteAsync(vert, "OMH"));
        Assert.Empty(await Feedklient.SideAsync(vert, "OMH", 0));
        var p = await scene.PersonAsync();
        // Seen by one package alone, between those that all see.
        await ImporterAsync(vert, 0, 700);
        await SpraakAsync(scene, p, 100);
        await ImporterAsync(vert, 700, 1400);
        var slutt = await scene.SisteAsync();

        Assert.Equal($"{slutt}", await Feedklient.SisteAsync(vert, "OMH"));
        var logg = await scene.LoggAsync(1);
        foreach (var kode in new[] { "OMH", "PUH", "PRIVU" })
        {
            var alle = await Feedklient.AlleAsync(vert, kode);
            var ventet = logg.Where(e => kode == "OMH"
                || (e.Endring.Elementer & 1UL << (int)Personelement.BrukAvSamiskSpraak) == 0).Select(e => e.Nr);
            Assert.Equal(ventet, alle.Select(e => e.Nr));
            var side = await Feedklient.SideAsync(vert, kode, 0);
            Assert.Equal(1000, side.Length);
            // From the cache, and from any place in the line.
            Assert.Equal(side, await Feedklient.SideAsync(vert, kode, 0));
            Assert.Equal(alle.Skip(500).Take(1000), await Feedklient.SideAsync(vert, kode, alle[500].Nr));
            Assert.Equal(alle[^1], Assert.Single(await Feedklient.SideAsync(vert, kode, alle[^1].Nr)));
        }

        Assert.Empty(await Feedklient.SideAsync(vert, "OMH", slutt + 1));
        Assert.Empty(await Feedklient.SideAsync(vert, "OMH", long.MaxValue));
    }

    [Theory, TestDatabases]
    public async Task A_consumer_who_has_everything_gets_304_until_there_is_something_new(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var scene = new Scene(vert, 91);
        var p = await scene.PersonAsync();
        await ImporterAsync(vert, 0, 1100);
        var slutt = await scene.SisteAsync();
        var full = await Feedklient.HentAsync(vert, "PUH", "?seq=1");
        var hale = await Feedklient.HentAsync(vert, "PUH", "?seq=1001");
        var tom = await Feedklient.HentAsync(vert, "PUH", $"?seq={slutt + 1}");
        Assert.Equal("[]", tom.Kropp);
        Assert.Equal(3, new[] { full.Merke, hale.Merke, tom.Merke }.Distinct().Count());
        Assert.All([full, hale, tom], side => Assert.False(side.Merke!.StartsWith("W/", StringComparison.Ordinal)));
        foreach (var (seq, side) in new[] { ("1", full), ("1001", hale), ($"{slutt + 1}", tom) })
        {
            var igjen = await Feedklient.HentAsync(vert, "PUH", $"?seq={seq}", merke: $"\"annen\", {side.Merke}");
            Assert.Equal((304, "", side.Merke), (igjen.Status, igjen.Kropp, igjen.Merke));
            Assert.Equal(200, (await Feedklient.HentAsync(vert, "PUH", $"?seq={seq}", "application/xml", side.Merke)).Status);
            Assert.Equal(200, (await Feedklient.HentAsync(vert, "PUH", $"?seq={seq}", merke: "\"annen\"")).Status);
        }

        await SpraakAsync(scene, p, 1);
        await scene.VentPaaAsync(e => e.Hendelsestype == Contracts.Hendelser.Hendelsestype.EndringIBrukAvSamiskSpraak);
        Assert.Equal(304, (await Feedklient.HentAsync(vert, "PUH", "?seq=1001", merke: hale.Merke)).Status);
        await scene.SisteAsync();
        Assert.Equal(304, (await Feedklient.HentAsync(vert, "PUH", "?seq=1", merke: full.Merke)).Status);
        Assert.Equal(200, (await Feedklient.HentAsync(vert, "PUH", "?seq=1001", merke: hale.Merke)).Status);
        var ny = await Feedklient.HentAsync(vert, "PUH", $"?seq={slutt + 1}", merke: tom.Merke);
        Assert.Equal(200, ny.Status);
        Assert.Contains("\"sekvensnummer\":", ny.Kropp);
    }

    [Theory, TestDatabases]
    public async Task Each_package_gets_its_form_in_json_and_atom(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var scene = new Scene(vert, 92);
        var svar = await scene.GjoerAsync(new DNummertildeling { Grunn = Grunn, Ny = Typemeldinger.Ny() });
        var (kvittering, hendelse) = (svar.Kvitteringer[0], svar.Kvitteringer[0].Hendelser[0]);
        await scene.SisteAsync();
        foreach (var pakke in Rettighetspakke.Alle)
        {
            var json = (await Feedklient.SideAsync(vert, pakke.Kode, 0))[0];
            var type = pakke.Kode.StartsWith("PR", StringComparison.Ordinal) ? "endringIPerson" : "personErOpprettet";
            var nummer = pakke.Kode is "PRIVU" or "PREU" ? null : kvittering.Identifikator.ToWire();
            var omh = pakke.Kode == "OMH";
            Assert.Equal(
                (1L, nummer, type, omh ? hendelse.Hendelsesdokument.ToWire() : null, omh ? kvittering.Dokument.ToWire() : null),
                (json.Nr, json.Identifikator, json.Type, json.Hendelsesdokument, json.Persondokument));
            Assert.Matches(@"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+0[12]:00$", json.Ajourholdstidspunkt);
            foreach (var mediatype in new[] { "application/atom+xml", "application/xml" })
            {
                var atom = await Feedklient.HentAsync(vert, pakke.Kode, "?seq=1", mediatype);
                Assert.Equal(mediatype, atom.Medietype);
                var feed = XDocument.Parse(atom.Kropp).Root!;
                Assert.Equal(Atom + "feed", feed.Name);
                Assert.Equal(["self", "first"], feed.Elements(Atom + "link").Select(l => (string)l.Attribute("rel")!));
                Assert.EndsWith($"/folkeregisteret/{pakke.Sti}/v1/hendelser/feed?seq=1", (string)feed.Element(Atom + "link")!.Attribute("href")!);
                var entry = feed.Elements(Atom + "entry").First();
                Assert.Equal("tag:skatteetaten.no,2017-10-10:folkeregisteret:tilgjengeliggjoering:hendelse:v1:1", entry.Element(Atom + "id")!.Value);
                var felter = entry.Descendants(Hendelse + "hendelse").Single().Elements().ToDictionary(e => e.Name.LocalName, e => e.Value);
                Assert.Equal(
                    (json.Identifikator, json.Type, json.Hendelsesdokument, json.Persondokument, json.Ajourholdstidspunkt),
                    (felter.GetValueOrDefault("folkeregisteridentifikator"), felter["hendelsetype"], felter.GetValueOrDefault("hendelsesdokument"),
                        felter.GetValueOrDefault("persondokument"), felter["ajourholdstidspunkt"]));
            }
        }

        Assert.Equal("2", await Feedklient.SisteAsync(vert, "OMH", "text/plain"));
        Assert.Equal("2", await Feedklient.SisteAsync(vert, "EID", "application/json"));
        Assert.EndsWith("<Sekvensnummer><sekvensnummer>2</sekvensnummer></Sekvensnummer>", await Feedklient.SisteAsync(vert, "PREU", "application/xml"));
    }

    [Theory, TestDatabases]
    public async Task A_full_atom_page_leads_to_the_next_event(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await ImporterAsync(vert, 0, 1010);
        await new Scene(vert, 93).SisteAsync();
        var feed = XDocument.Parse((await Feedklient.HentAsync(vert, "OMH", "?seq=0", "application/atom+xml")).Kropp).Root!;
        Assert.Equal(1000, feed.Elements(Atom + "entry").Count());
        var neste = feed.Elements(Atom + "link").Single(l => (string)l.Attribute("rel")! == "next");
        Assert.EndsWith("?seq=1001", (string)neste.Attribute("href")!);
    }

    [Theory, TestDatabases]
    public async Task Bad_numbers_media_types_and_tokens_are_refused_as_documented(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        foreach (var spoerring in new[] { "", "?seq=", "?seq=a", "?seq=-1", "?seq=1.5", "?seq=1&seq=2", "?seq=9223372036854775808", "?seq=%00", "?Seq=+1" })
        {
            var svar = await Feedklient.HentAsync(vert, "OMH", spoerring);
            Assert.True(svar.Status == 400, spoerring);
            Assert.Contains("FREG-001", svar.Kropp);
        }

        Assert.Equal(406, (await Feedklient.HentAsync(vert, "OMH", "?seq=1", "text/html")).Status);
        using var uten = await vert.HentAsync(Register.Omh("hendelser/feed?seq=1"), token: Testnoekler.Token(Registervert.UtenTilgang, Registervert.AlleScopes));
        Assert.Equal(403, (int)uten.StatusCode);
        using var hode = await vert.SendAsync(HttpMethod.Head, Register.Omh("hendelser/feed?seq=1"));
        Assert.Equal((200, 2L), ((int)hode.StatusCode, hode.Content.Headers.ContentLength!.Value));
    }

    [Fact]
    public void Pages_that_were_used_longest_ago_go_when_the_bytes_are_too_many()
    {
        var lager = new Feedlager(maksBytes: 1000);
        for (var seq = 0; seq < 4; seq++)
        {
            lager.Legg(new(0, seq, true), new(new byte[300], Feedside.Stoerrelse, seq, 0, []));
            _ = lager.Finn(new(0, 0, true));
        }

        Assert.Equal([true, false, true, true], Enumerable.Range(0, 4).Select(seq => lager.Finn(new(0, seq, true)) is not null));
        Assert.Equal(900, lager.Bytes);
        lager.Legg(new(1, 0, true), new(new byte[1001], Feedside.Stoerrelse, 0, 0, []));
        Assert.Equal(900, lager.Bytes);
    }

    internal static async Task ImporterAsync(Registervert vert, int fra, int til)
    {
        using var svar = await vert.ImporterAsync(
            [.. Enumerable.Range(fra, til - fra).Select(n => new Personbygger(Personbygger.Nummer(n)).Json())]);
        svar.EnsureSuccessStatusCode();
    }

    /// <summary>Events of an element that offentlig med hjemmel alone has.</summary>
    private static Task<Registreringssvar.Registrert> SpraakAsync(Scene scene, Folkeregisteridentifikator person, int antall) =>
        scene.GjoerAsync([.. Enumerable.Range(0, antall).Select(n => Opplysninger.BrukAvSamiskSpraak(
            person, new Nyopplysning<SamiskSpraak>(
                new() { Spraak = [n % 2 == 0 ? SamiskSpraakType.Nordsamisk : SamiskSpraakType.Lulesamisk] }), Grunn))]);
}
