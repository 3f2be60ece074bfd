using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Uttrekk;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Arkiv;

public sealed class ArkivTests
{
    private static readonly string Bulk = Register.Omh("personer/bulkoppslag/arkiv");

    [Theory, TestDatabases]
    public async Task Each_document_is_the_person_as_after_that_event(Dialect dialect)
    {
        await using var vert = await HistorieAsync(dialect);
        foreach (var (versjon, navn) in new[] { (1, "FØRST"), (2, "SIDEN"), (3, "SIST") })
        {
            var id = Dokumentnoekkel.Lag(1, versjon);
            using var svar = await vert.HentAsync(Sti(id.ToWire()) + "?part=navn");
            Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
            var person = await OppslagTests.JsonAsync(svar);
            Assert.Equal(["identifikasjonsnummer", "navn"], person.EnumerateObject().Select(m => m.Name));
            Assert.Equal(navn, Assert.Single(person.GetProperty("navn").EnumerateArray()).GetProperty("etternavn").GetString());
            using var uuid = await vert.HentAsync(Sti(new Guid(id.ToBytes(), bigEndian: true).ToString()) + "?part=navn");
            Assert.Equal(await svar.Content.ReadAsStringAsync(), await uuid.Content.ReadAsStringAsync());
        }

        using var historikk = await vert.HentAsync(Sti(Dokumentnoekkel.Lag(1, 2).ToWire()) + "?part=navn&part=historikk");
        Assert.Equal(3, (await OppslagTests.JsonAsync(historikk)).GetProperty("navn").GetArrayLength());
        using var xml = await vert.HentAsync(Sti(Dokumentnoekkel.Lag(1, 1).ToWire()), "application/xml");
        Assert.Equal("folkeregisterperson", XDocument.Parse(await xml.Content.ReadAsStringAsync()).Root!.Name.LocalName);
    }

    [Theory, TestDatabases]
    public async Task Unknown_is_404_and_malformed_400_and_other_packages_have_no_archive(Dialect dialect)
    {
        await using var vert = await HistorieAsync(dialect);
        await StatusAsync(vert, Sti(Dokumentnoekkel.Lag(1, 4).ToWire()), 404, "Ukjent dokumentid.");
        await StatusAsync(vert, Sti(Dokumentnoekkel.Lag(77, 1).ToWire()), 404, "Ukjent dokumentid.");
        await StatusAsync(vert, Sti("0123456789abcdef0123456789abcdef"), 404, "Ukjent dokumentid.");
        await StatusAsync(vert, Sti("0123456789abcdef"), 400, "32 heksadesimale sifre");
        await StatusAsync(vert, Sti(Dokumentnoekkel.Lag(1, 1).ToWire()) + "?part=tull", 406, "Ugyldig part");
        foreach (var pakke in Register.Oppslagspakker.Where(p => p.Kode != "OMH"))
        {
            using var svar = await vert.HentAsync(Register.Sti(pakke, "personer/arkiv/" + Dokumentnoekkel.Lag(1, 1).ToWire()));
            Assert.Equal(404, (int)svar.StatusCode);
        }
    }

    [Theory, TestDatabases]
    public async Task After_three_years_as_historic_a_document_is_gone_whether_its_row_is_or_not_and_the_current_never(Dialect dialect)
    {
        await using var vert = await HistorieAsync(dialect);
        var klokke = vert.Tjenester.GetRequiredService<Registerklokke>();
        var avloest = klokke.Naa;
        var stiller = vert.Tjenester.GetRequiredService<RegisterklokkeStore>();
        await stiller.SetAsync(Klokkestilling.FrossetPaa(avloest.AddYears(3).AddMinutes(-1)));
        await StatusAsync(vert, Sti(Dokumentnoekkel.Lag(1, 1).ToWire()), 200, "navn");
        await stiller.SetAsync(Klokkestilling.FrossetPaa(avloest.AddYears(3).AddMinutes(1)));
        await StatusAsync(vert, Sti(Dokumentnoekkel.Lag(1, 1).ToWire()), 400, "mer enn tre år");
        await StatusAsync(vert, Sti(Dokumentnoekkel.Lag(1, 3).ToWire()), 200, "navn");

        await Uttrekksleser.UtfoerAsync(vert, "delete from folkeregister.versjon where versjon = 1");
        await StatusAsync(vert, Sti(Dokumentnoekkel.Lag(1, 1).ToWire()), 400, "mer enn tre år");
        await vert.Tjenester.GetRequiredService<RegisterklokkeStore>().SetAsync(Klokkestilling.FrossetPaa(avloest));
        await StatusAsync(vert, Sti(Dokumentnoekkel.Lag(1, 1).ToWire()), 400, "mer enn tre år");
        await StatusAsync(vert, Sti(Dokumentnoekkel.Lag(1, 2).ToWire()), 200, "navn");
    }

    [Theory, TestDatabases]
    public async Task A_person_who_has_no_current_document_still_has_the_earlier_ones(Dialect dialect)
    {
        await using var vert = await HistorieAsync(dialect);
        await Uttrekksleser.UtfoerAsync(vert, "delete from folkeregister.soek where personnoekkel = 1", "delete from folkeregister.versjon where versjon = 1");
        await StatusAsync(vert, Sti(Dokumentnoekkel.Lag(1, 1).ToWire()), 400, "mer enn tre år");
        await StatusAsync(vert, Sti(Dokumentnoekkel.Lag(1, 2).ToWire()), 200, "navn");
        await StatusAsync(vert, Sti(Dokumentnoekkel.Lag(1, 4).ToWire()), 404, "Ukjent dokumentid.");
    }

    [Theory, TestDatabases]
    public async Task In_bulk_each_found_document_comes_once_with_the_number_it_was_made_under(Dialect dialect)
    {
        await using var vert = await HistorieAsync(dialect);
        var (gammel, ny, ola) = (Dokumentnoekkel.Lag(1, 1), Dokumentnoekkel.Lag(1, 3), Dokumentnoekkel.Lag(2, 1));
        string[] bestilt =
        [
            ny.ToWire(), Dokumentnoekkel.Lag(1, 9).ToWire(), gammel.ToWire(), "0123456789abcdef0123456789abcdef",
            new Guid(ny.ToBytes(), bigEndian: true).ToString(), ola.ToWire(),
        ];
        using var svar = await SendAsync(vert, JsonSerializer.Serialize(new { dokumentidentifikator = bestilt }), "application/json");
        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        var poster = (await OppslagTests.JsonAsync(svar)).GetProperty("oppslag").EnumerateArray().ToArray();
        Assert.Equal([ny.ToWire(), gammel.ToWire(), ola.ToWire()], poster.Select(p => p.GetProperty("dokumentidentifikator").GetString()));
        Assert.Equal(
            [Register.Kari.ToWire(), Register.KarisDNummer.ToWire(), Register.Ola.ToWire()],
            poster.Select(p => p.GetProperty("foedselsEllerDNummer").GetString()));
        Assert.All(poster, p => Assert.Equal(
            ["foedselsEllerDNummer", "dokumentidentifikator", "folkeregisterperson"], p.EnumerateObject().Select(m => m.Name)));
        Assert.Equal(
            ["SIST", "FØRST", "FØRST"],
            poster.Select(p => p.GetProperty("folkeregisterperson").GetProperty("navn")[0].GetProperty("etternavn").GetString()));

        using var xml = await SendAsync(vert, $"<b><dokumentidentifikator>{gammel.ToWire()}</dokumentidentifikator></b>", "application/xml");
        var rot = XDocument.Parse(await xml.Content.ReadAsStringAsync()).Root!;
        Assert.Equal("folkeregisteret:tilgjengeliggjoering:person:v1:bulk:arkiv:response", rot.Name.NamespaceName);
        Assert.Equal(
            ["foedselsEllerDNummer", "dokumentidentifikator", "folkeregisterperson"], Assert.Single(rot.Elements()).Elements().Select(e => e.Name.LocalName));
        using var ingen = await SendAsync(vert, """{"dokumentidentifikator":[]}""", "application/json");
        Assert.Equal("""{"oppslag":[]}""", await ingen.Content.ReadAsStringAsync());

        var logg = (await vert.Tjenester.GetRequiredService<LookupLogReader>().ForKonsumentAsync(
            Registervert.Konsument, DateTimeOffset.MinValue, DateTimeOffset.MaxValue)).Lookups.Select(l => l.Record).ToArray();
        var bulk = logg.Single(r => r.Rute.EndsWith("bulkoppslag/arkiv", StringComparison.Ordinal) && r.Dokumenter.Length == 3);
        Assert.Equal([1L, 1L, 2L], bulk.Personer.ToArray());
        Assert.Equal([ny, gammel, ola], bulk.Dokumenter.ToArray());
    }

    [Theory, TestDatabases]
    public async Task A_thousand_documents_are_taken_and_faults_have_their_place(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        var ider = Enumerable.Range(1, 1001).Select(n => Dokumentnoekkel.Lag(n, 1).ToWire()).ToArray();
        using (var tusen = await SendAsync(vert, JsonSerializer.Serialize(new { dokumentidentifikator = ider[..1000] }), "application/json"))
            Assert.Equal(200, (int)tusen.StatusCode);
        foreach (var (kropp, ventet) in new[]
        {
            (JsonSerializer.Serialize(new { dokumentidentifikator = ider }), "1000 dokumenter"), ("{}", "mangler"), ("[]", "objekt"),
            ("""{"dokumentidentifikator":["0123456789abcdef0123456789abcdef","x"]}""", "[1]"), ("""{"dokumentidentifikator":[7]}""", "[0]"),
        })
        {
            using var svar = await SendAsync(vert, kropp, "application/json");
            Assert.Equal(400, (int)svar.StatusCode);
            Assert.Contains(ventet, await svar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var type = await SendAsync(vert, "{}", "text/plain");
        Assert.Equal(415, (int)type.StatusCode);
        using var hode = await vert.SendAsync(HttpMethod.Head, Bulk);
        Assert.Equal(200, (int)hode.StatusCode);
    }

    private static string Sti(string id) => Register.Omh("personer/arkiv/" + id);

    private static async Task StatusAsync(Registervert vert, string sti, int status, string tekst)
    {
        using var svar = await vert.HentAsync(sti);
        Assert.Equal(status, (int)svar.StatusCode);
        Assert.Contains(tekst, await svar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(Registervert vert, string kropp, string type)
    {
        using var innhold = new ByteArrayContent(Encoding.UTF8.GetBytes(kropp));
        innhold.Headers.TryAddWithoutValidation("Content-Type", type);
        return await vert.SendAsync(HttpMethod.Post, Bulk, innhold: innhold);
    }

    /// <summary>Person 1 had a D-number, got another name twice and a number with the last one; person 2 has one document.</summary>
    private static async Task<Registervert> HistorieAsync(Dialect dialect)
    {
        var vert = await Registervert.StartAsync(dialect);
        await vert.ImportertAsync(Person(Register.KarisDNummer, "FØRST").Json());
        await vert.ImportertAsync(Person(Register.KarisDNummer, "FØRST", "SIDEN").Json());
        await vert.ImportertAsync(
            Person(Register.Kari, "FØRST", "SIDEN", "SIST").Tidligere(Register.KarisDNummer).Json(), Person(Register.Ola, "FØRST").Json());
        return vert;
    }

    private static Personbygger Person(Folkeregisteridentifikator nummer, params string[] etternavn)
    {
        var person = new Personbygger(nummer);
        foreach (var navn in etternavn)
            person.Navn("RASK", navn);
        return person;
    }
}
