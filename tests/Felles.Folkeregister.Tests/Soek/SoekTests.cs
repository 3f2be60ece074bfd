using System.Net;
using System.Text;
using System.Xml.Linq;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Soek;

public sealed class SoekTests
{
    [Theory, TestDatabases]
    public async Task Gender_and_year_of_birth_narrow_the_hits_in_every_package(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        foreach (var pakke in Register.Oppslagspakker)
        {
            async Task SjekkAsync(string spoerring, params Folkeregisteridentifikator[] ventet)
            {
                using var svar = await vert.HentAsync(Register.Sti(pakke, "personer/soek" + spoerring));
                Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
                var treff = (await OppslagTests.JsonAsync(svar)).GetProperty("foedselsEllerDNummer").EnumerateArray().Select(t => t.GetString()!);
                Assert.Equal(ventet.Select(v => v.ToWire()).Order(StringComparer.Ordinal), treff);
            }

            await SjekkAsync("", Register.Kari, Register.Ola, Register.Fortrolig, Register.Forsvunnet);
            await SjekkAsync("?inkluderDoede=true&kjoenn=kvinne", Register.Kari, Register.Doed, Register.Fortrolig, Register.Forsvunnet);
            await SjekkAsync("?kjoenn=mann", Register.Ola);
            await SjekkAsync("?FoedselsaarFraOgMed=1983&foedselsaarTilOgMed=1985", Register.Kari, Register.Ola);
            await SjekkAsync("?foedselsaarTilOgMed=1940");
            await SjekkAsync("?foedselsaarTilOgMed=1940&inkluderDoede=true", Register.Doed);
            await SjekkAsync("?maksTreff=1", Register.Kari);
            await SjekkAsync("?soekFonetisk=false&opplysningsgrunnlag=gjeldende&kjoenn=mann", Register.Ola);
        }
    }

    [Theory, TestDatabases]
    public async Task Filters_that_are_not_understood_are_refused_by_name(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        foreach (var (spoerring, ventet) in new[]
        {
            ("kommunenr=1", "kommunenr"), ("kjoenn=annet", "kjoenn"), ("kjoenn=", "kjoenn"),
            ("foedselsaarFraOgMed=85", "foedselsaarFraOgMed"), ("foedselsaarTilOgMed=198x", "foedselsaarTilOgMed"),
            ("foedselsaarFraOgMed=1990&foedselsaarTilOgMed=1980", "foedselsaarTilOgMed"), ("maksTreff=0", "maksTreff"), ("maksTreff=10001", "maksTreff"),
            ("maksTreff=-1", "maksTreff"), ("maksTreff=99999999999", "maksTreff"), ("inkluderDoede=kanskje", "inkluderDoede"),
            ("kjoenn=mann&KJOENN=kvinne", "mer enn én gang"),
        })
        {
            using var svar = await vert.HentAsync(Register.Omh("personer/soek?" + spoerring));
            Assert.True(svar.StatusCode == HttpStatusCode.BadRequest, $"{(int)svar.StatusCode} for {spoerring}");
            var feil = await OppslagTests.JsonAsync(svar);
            Assert.Equal("FREG-001", feil.GetProperty("kode").GetString());
            Assert.Contains(ventet, feil.GetProperty("melding").GetString(), StringComparison.OrdinalIgnoreCase);
        }

        using var part = await vert.HentAsync(Register.Omh("personer/soek?part=navn"));
        Assert.Equal(HttpStatusCode.NotAcceptable, part.StatusCode);
    }

    [Theory, TestDatabases]
    public async Task Ten_thousand_hits_are_answered_and_one_more_is_refused_whatever_maksTreff_is(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var personer = Enumerable.Range(0, 10_000)
            .Select(n => Personleser.Les(Encoding.UTF8.GetBytes(new Personbygger(Personbygger.Nummer(n)))));
        await vert.Tjenester.GetRequiredService<Personlast>().LastGrunnlagAsync(1, _ => personer);
        using var alle = await vert.HentAsync(Register.Omh("personer/soek"));
        Assert.Equal(10_000, (await OppslagTests.JsonAsync(alle)).GetProperty("foedselsEllerDNummer").GetArrayLength());

        using var import = await vert.ImporterAsync(new Personbygger(Personbygger.Nummer(10_000)));
        import.EnsureSuccessStatusCode();
        foreach (var spoerring in new[] { "", "?maksTreff=10", "?kjoenn=kvinne" })
        {
            using var svar = await vert.HentAsync(Register.Omh("personer/soek" + spoerring));
            Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
            Assert.Contains("10000 treff", await svar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory, TestDatabases]
    public async Task No_hit_is_an_empty_list_in_both_forms(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        using var json = await vert.HentAsync(Register.Omh("personer/soek?foedselsaarTilOgMed=1800"));
        Assert.Equal("""{"foedselsEllerDNummer":[]}""", await json.Content.ReadAsStringAsync());
        using var xml = await vert.HentAsync(Register.Omh("personer/soek?foedselsaarTilOgMed=1800"), "application/xml");
        Assert.Equal(HttpStatusCode.OK, xml.StatusCode);
        var rot = XDocument.Parse(await xml.Content.ReadAsStringAsync()).Root!;
        Assert.Equal("personsoekResponse", rot.Name.LocalName);
        Assert.Empty(rot.Nodes());
    }

    [Theory, TestDatabases]
    public async Task Hits_are_answered_in_xml(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        using var svar = await vert.HentAsync(Register.Omh("personer/soek?kjoenn=mann"), "application/xml");
        var rot = XDocument.Parse(await svar.Content.ReadAsStringAsync()).Root!;
        Assert.Equal(Register.Ola.ToWire(), Assert.Single(rot.Elements()).Value);
    }
}
