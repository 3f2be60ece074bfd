using System.Net;
using System.Text;
using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Representasjon;

public sealed class RepresentasjonTests
{
    private static readonly Folkeregisteridentifikator Verge = Personbygger.Nummer(1);
    private static readonly Folkeregisteridentifikator VergesDNummer = Personbygger.Nummer(1, Identifikatortype.DNummer);

    [Theory, TestDatabases]
    public async Task A_guardian_is_told_whom_they_represent_by_any_of_their_numbers(Dialect dialect)
    {
        await using var vert = await StartAsync(dialect);
        string[] ventet = [Personbygger.Nummer(2).ToWire(), Personbygger.Nummer(3).ToWire()];
        foreach (var pakke in Register.Oppslagspakker)
        {
            foreach (var nummer in new[] { Verge, VergesDNummer })
            {
                using var svar = await SpoerAsync(vert, pakke, $"\"{nummer.ToWire()}\"");
                Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
                var treff = (await OppslagTests.JsonAsync(svar)).GetProperty("foedselsEllerDNummer").EnumerateArray().Select(t => t.GetString()!);
                Assert.Equal(ventet.Order(StringComparer.Ordinal), treff);
            }

            using var ingen = await SpoerAsync(vert, pakke, $"\"{Personbygger.Nummer(2).ToWire()}\"");
            Assert.Equal("""{"foedselsEllerDNummer":[]}""", await ingen.Content.ReadAsStringAsync());
        }

        var side = await vert.Tjenester.GetRequiredService<LookupLogReader>()
            .ForKonsumentAsync(Registervert.Konsument, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        var poster = side.Lookups.Select(l => l.Record).Where(p => p.Tjeneste == "folkeregisteret").ToArray();
        Assert.Equal(15, poster.Length);
        Assert.Equal(10, poster.Count(p => p.Personer.Length == 2));
    }

    [Theory, TestDatabases]
    public async Task Bad_questions_are_refused(Dialect dialect)
    {
        await using var vert = await StartAsync(dialect);
        foreach (var innhold in new[] { "", "\"123\"", $"\"{Verge.ToWire()}\",\"{VergesDNummer.ToWire()}\"", "null" })
        {
            using var svar = await SpoerAsync(vert, Rettighetspakke.MedKode("OMH")!, innhold);
            Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
            Assert.Equal("FREG-001", (await OppslagTests.JsonAsync(svar)).GetProperty("kode").GetString());
        }
    }

    [Theory, TestDatabases]
    public async Task It_is_there_only_where_it_is_switched_on_and_the_number_of_a_guardian_is_delivered(Dialect dialect)
    {
        await using var uten = await Registervert.StartAsync(dialect);
        await using var med = await StartAsync(dialect, ("Felles:Folkeregister:Pakkevalg:0", "verge-uten-nummer"));
        foreach (var pakke in Rettighetspakke.Alle)
        {
            using var av = await SpoerAsync(uten, pakke, $"\"{Verge.ToWire()}\"");
            Assert.Equal(HttpStatusCode.NotFound, av.StatusCode);
            using var paa = await SpoerAsync(med, pakke, $"\"{Verge.ToWire()}\"");
            Assert.Equal(pakke.Kode is "OMH" or "FIN" ? HttpStatusCode.OK : HttpStatusCode.NotFound, paa.StatusCode);
        }
    }

    private static async Task<Registervert> StartAsync(Dialect dialect, params (string Navn, string Verdi)[] innstillinger)
    {
        var vert = await Registervert.StartAsync(dialect, [("Felles:Folkeregister:SoekPaaVerge", "true"), .. innstillinger]);
        await vert.ImportertAsync(
            new Soekeperson(Verge).Tidligere(VergesDNummer).Navn("Rask", "Trekant"),
            new Soekeperson(Personbygger.Nummer(2)).Navn("Rask", "Sirkel").Verge(Verge),
            // Registered when the guardian had another number.
            new Soekeperson(Personbygger.Nummer(3)).Navn("Rask", "Firkant").Verge(VergesDNummer),
            new Soekeperson(Personbygger.Nummer(4)).Navn("Rask", "Oval").Verge(Verge).Doed("2020-01-01"),
            new Soekeperson(Personbygger.Nummer(5)).Navn("Rask", "Kule").Verge(Personbygger.Nummer(6)));
        return vert;
    }

    private static async Task<HttpResponseMessage> SpoerAsync(Registervert vert, Rettighetspakke pakke, string numre)
    {
        using var innhold = new StringContent($"{{\"foedselsEllerDNummer\":[{numre}]}}", Encoding.UTF8, "application/json");
        return await vert.SendAsync(HttpMethod.Post, Register.Sti(pakke, "personer/representerte"), innhold: innhold);
    }
}
