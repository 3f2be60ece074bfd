using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;

namespace Felles.Folkeregister.Tests.Oppslag;

public sealed class OppslagTests
{
    private static readonly XNamespace Person = "folkeregisteret:tilgjengeliggjoering:person:v1";

    [Theory, TestDatabases]
    public async Task Every_package_answers_the_person_with_the_number_first(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        foreach (var pakke in Register.Oppslagspakker)
        {
            using var svar = await vert.HentAsync(Register.Sti(pakke, $"personer/{Register.Kari.ToWire()}"));
            Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
            Assert.Equal("application/json", svar.Content.Headers.ContentType!.ToString());
            var person = await JsonAsync(svar);
            Assert.Equal("identifikasjonsnummer", person.EnumerateObject().First().Name);
            Assert.Equal(Register.Kari.ToWire(), person.GetProperty("identifikasjonsnummer")[0].GetProperty("foedselsEllerDNummer").GetString());
            Assert.Equal(1, person.GetProperty("navn").GetArrayLength());
            Assert.Equal(pakke.Kode is "OMH", person.GetProperty("navn")[0].TryGetProperty("kilde", out _));
        }
    }

    [Theory, TestDatabases]
    public async Task Packages_without_the_service_answer_404(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        foreach (var pakke in Felles.Tilgang.Contracts.Rettighetspakke.Alle.Except(Register.Oppslagspakker))
        {
            using var svar = await vert.HentAsync(Register.Sti(pakke, $"personer/{Register.Kari.ToWire()}"));
            Assert.Equal(HttpStatusCode.NotFound, svar.StatusCode);
            Assert.Equal("FREG-001", (await JsonAsync(svar)).GetProperty("kode").GetString());
        }
    }

    [Theory, TestDatabases]
    public async Task Services_of_a_later_version_are_not_taken_for_the_number_of_a_person(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        foreach (var pakke in Felles.Tilgang.Contracts.Rettighetspakke.Alle)
        {
            foreach (var ressurs in new[] { "bulkoppslag", "bulkoppslag/" })
            {
                using var svar = await vert.HentAsync(Register.Sti(pakke, "personer/" + ressurs));
                Assert.Equal(HttpStatusCode.NotFound, svar.StatusCode);
                Assert.Contains("Tjenesten finnes ikke", await svar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Theory, TestDatabases]
    public async Task A_withdrawn_number_answers_with_the_continuing_person(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        using var svar = await vert.HentAsync(Register.Omh($"personer/{Register.KarisDNummer.ToWire()}"));
        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        var person = await JsonAsync(svar);
        Assert.Equal(Register.Kari.ToWire(), person.GetProperty("identifikasjonsnummer")[0].GetProperty("foedselsEllerDNummer").GetString());
    }

    [Theory, TestDatabases]
    public async Task History_comes_when_it_is_asked_for(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        using var svar = await vert.HentAsync(Register.Omh($"personer/{Register.Kari.ToWire()}?part=historikk&PART=navn"));
        var person = await JsonAsync(svar);
        Assert.Equal(2, person.GetProperty("navn").GetArrayLength());
        Assert.Equal(2, person.GetProperty("identifikasjonsnummer").GetArrayLength());
        Assert.Equal(["identifikasjonsnummer", "navn"], person.EnumerateObject().Select(m => m.Name));
    }

    [Theory, TestDatabases]
    public async Task A_confidential_status_is_masked_outside_the_package_with_authority(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        foreach (var pakke in Register.Oppslagspakker)
        {
            using var svar = await vert.HentAsync(Register.Sti(pakke, $"personer/{Register.Forsvunnet.ToWire()}?part=status"));
            var status = (await JsonAsync(svar)).GetProperty("status")[0].GetProperty("status").GetString();
            Assert.Equal(pakke.Kode is "OMH" ? "forsvunnet" : "aktiv", status);
        }
    }

    [Theory, TestDatabases]
    public async Task Xml_is_answered_when_it_is_preferred(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        using var svar = await vert.HentAsync(Register.Omh($"personer/{Register.Kari.ToWire()}"), "text/html, application/xml;q=0.9, application/json;q=0.1");
        Assert.Equal("application/xml", svar.Content.Headers.ContentType!.ToString());
        var rot = XDocument.Parse(await svar.Content.ReadAsStringAsync()).Root!;
        Assert.Equal(Person + "folkeregisterperson", rot.Name);
        Assert.Equal("RASK", rot.Element(Person + "navn")!.Element(Person + "fornavn")!.Value);
    }

    [Theory, TestDatabases]
    public async Task Head_and_a_trailing_slash_are_accepted(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        using var get = await vert.HentAsync(Register.Omh($"personer/{Register.Kari.ToWire()}/"));
        using var head = await vert.SendAsync(HttpMethod.Head, Register.Omh($"personer/{Register.Kari.ToWire()}"));
        Assert.Equal(HttpStatusCode.OK, get.StatusCode);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal("no-store", get.Headers.CacheControl!.ToString());
    }

    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage svar) =>
        JsonDocument.Parse(await svar.Content.ReadAsByteArrayAsync()).RootElement;
}
