using System.Text;
using System.Text.Json;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Tests.Oppslag;

/// <summary>Graded addresses by every service that answers persons: service by package by grading by form, asked for everything with
/// history.</summary>
public sealed class GraderteAdresserTests
{
    private const string Alt = "part=person-basis&part=relasjon-utvidet&part=historikk";

    [Theory, TestDatabases("oppslag", "bulkoppslag", "somBestilt")]
    public async Task A_graded_address_leaves_only_where_it_may(Dialect dialect, string tjeneste)
    {
        var vert = await Register.ForGraderte(dialect);
        foreach (var pakke in Register.Oppslagspakker)
        {
            foreach (var (gradering, person) in Register.Graderte)
            {
                foreach (var form in new[] { "application/json", "application/xml" })
                {
                    var (naa, foer, postboks) = Register.Adresser(gradering);
                    var vernet = pakke.Kode is "OMH" or "OUH" && gradering is ("fortrolig" or "strengtFortrolig");
                    var hjemme = (pakke.Kode, gradering) is (_, "ugradert") or ("OMH", "klientadresse") or ("OMH" or "OUH", "fortrolig");
                    using var svar = await SendAsync(vert, pakke, tjeneste, [person], form);
                    var tekst = await svar.Content.ReadAsStringAsync();
                    Assert.Equal(form, svar.Content.Headers.ContentType!.MediaType);
                    Assert.Contains(person.ToWire(), tekst, StringComparison.Ordinal);
                    Assert.Equal(
                        (pakke.Kode, gradering, hjemme, hjemme, hjemme || gradering == "strengtFortrolig", vernet),
                        (pakke.Kode, gradering, Har(tekst, naa), Har(tekst, foer), Har(tekst, postboks), Har(tekst, "graderingsnivaa")));
                }
            }
        }
    }

    [Theory, TestDatabases]
    public async Task Persons_in_one_answer_keep_each_their_protection(Dialect dialect)
    {
        var vert = await Register.ForGraderte(dialect);
        foreach (var pakke in Register.Oppslagspakker)
        {
            using var svar = await SendAsync(vert, pakke, "bulkoppslag", [.. Register.Graderte.Values], "application/json");
            var tekst = await svar.Content.ReadAsStringAsync();
            string[] ventet = pakke.Kode switch
            {
                "OMH" => ["ugradert", "klientadresse", "fortrolig"],
                "OUH" => ["ugradert", "fortrolig"],
                _ => ["ugradert"],
            };
            Assert.Equal(ventet, Register.Graderte.Keys.Where(gradering => Har(tekst, Register.Adresser(gradering).Naa)));
        }
    }

    [Theory, TestDatabases]
    public async Task A_search_without_an_address_is_hit_alike_in_every_package(Dialect dialect)
    {
        var vert = await Register.ForGraderte(dialect);
        foreach (var pakke in Register.Oppslagspakker)
        {
            using var svar = await vert.HentAsync(Register.Sti(pakke, "personer/soek?kjoenn=kvinne&foedselsaarFraOgMed=1985"));
            var numre = (await OppslagTests.JsonAsync(svar)).GetProperty("foedselsEllerDNummer");
            var treff = numre.EnumerateArray().Select(t => t.GetString());
            Assert.Equal(Register.Graderte.Values.Append(Register.Opphoert).Select(p => p.ToWire()).Order(StringComparer.Ordinal), treff);
        }
    }

    private static bool Har(string tekst, string ord) => tekst.Contains(ord, StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> SendAsync(
        Registervert vert, Rettighetspakke pakke, string tjeneste, Folkeregisteridentifikator[] personer, string form)
    {
        if (tjeneste == "oppslag")
            return await vert.HentAsync(Register.Sti(pakke, $"personer/{Assert.Single(personer).ToWire()}?{Alt}"), form);
        using var innhold = new StringContent(
            JsonSerializer.Serialize(new { foedselsEllerDNummer = personer.Select(p => p.ToWire()) }), Encoding.UTF8, "application/json");
        var bestilt = tjeneste == "somBestilt" ? "&somBestilt=true" : "";
        return await vert.SendAsync(HttpMethod.Post, Register.Sti(pakke, $"personer/bulkoppslag?{Alt}{bestilt}"), form, innhold);
    }
}
