using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Tests.Registrering;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.DependencyInjection;
using static Felles.Folkeregister.Tests.Registrering.Scene;

namespace Felles.Folkeregister.Tests.Hendelser;

public sealed class HendelsesdokumentTests
{
    private static readonly XNamespace Navnerom = "folkeregisteret:tilgjengeliggjoering:hendelse:v1";

    [Theory, TestDatabases]
    public async Task A_document_is_found_by_either_form_of_its_id_in_json_and_xml(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var scene = new Scene(vert, 70);
        var p = await scene.PersonAsync();
        var id = (await scene.GjoerAsync(
            Opplysninger.Identitetsgrunnlag(p,
                new Nyopplysning<Identitetsgrunnlag>(new() { Identitetsgrunnlagstatus = Identitetsgrunnlagstatus.Unik }), Grunn)))
            .Kvitteringer[0].Hendelser[0].Hendelsesdokument;
        foreach (var form in new[] { id.ToWire(), id.ToWire().ToUpperInvariant(), new Guid(id.ToBytes(), bigEndian: true).ToString() })
        {
            using var svar = await vert.HentAsync(Register.Omh($"hendelser/{form}"));
            using var json = JsonDocument.Parse(await svar.Content.ReadAsStringAsync());
            var egenskap = json.RootElement.GetProperty("hendelse").GetProperty("egenskapshendelse")[0];
            Assert.Equal("unik", egenskap.GetProperty("identitetsgrunnlag").GetProperty("legitimasjonskontroll").GetString());
            using var xmlsvar = await vert.HentAsync(Register.Omh($"hendelser/{form}"), "application/xml");
            var rot = XDocument.Parse(await xmlsvar.Content.ReadAsStringAsync()).Root!;
            Assert.Equal(Navnerom + "dokumentForHendelse", rot.Name);
            Assert.Equal(
                ["identitetsgrunnlag", "entitet", "entitetsendring"], rot.Descendants(Navnerom + "egenskapshendelse").Elements().Select(e => e.Name.LocalName));
        }

        foreach (var (feil, status) in new[] { ("tull", 400), (id.ToWire()[1..], 400), (new string('0', 32), 404), ("00000000-0000-0000-0000-000000000000", 404) })
        {
            using var svar = await vert.HentAsync(Register.Omh($"hendelser/{feil}"));
            Assert.Equal(status, (int)svar.StatusCode);
        }

        using var annenPakke = await vert.HentAsync(Register.Sti(Rettighetspakke.MedKode("OUH")!, $"hendelser/{id.ToWire()}"));
        Assert.Equal(404, (int)annenPakke.StatusCode);
    }

    [Theory, TestDatabases]
    public async Task Bulk_answers_what_exists_once_and_logs_who_was_told_of(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var scene = new Scene(vert, 71);
        var svar = await scene.GjoerAsync(
            new DNummertildeling { Grunn = Grunn, Ny = Typemeldinger.Ny() },
                new DNummertildeling { Grunn = Grunn, Ny = Typemeldinger.Ny() });
        var ider = svar.Kvitteringer.Select(k => k.Hendelser[0].Hendelsesdokument.ToWire()).ToArray();
        var alle = ider.Concat([ider[0], new string('a', 32), Hendelsesnoekkel.Lag(1, 9, 0).ToWire()]);
        var bestilt = string.Join(',', alle.Select(id => $"\"{id}\""));

        using var json = JsonDocument.Parse(await SendAsync(vert, $$"""{"dokumentidentifikator":[{{bestilt}}]}"""));
        var oppslag = json.RootElement.GetProperty("oppslag").EnumerateArray().ToArray();
        Assert.Equal(ider, oppslag.Select(o => o.GetProperty("dokumentidentifikator").GetString()));
        Assert.All(oppslag, o => Assert.Equal(
            o.GetProperty("dokumentidentifikator").GetString(), o.GetProperty("hendelsedokument").GetProperty("dokumentidentifikator").GetString()));

        var xml = XDocument.Parse(await SendAsync(
            vert, $"<b><dokumentidentifikator>{ider[1]}</dokumentidentifikator><dokumentidentifikator>{ider[0]}</dokumentidentifikator></b>", "application/xml"));
        Assert.Equal([ider[1], ider[0]], xml.Descendants(Navnerom + "dokumentForHendelse").Select(d => d.Element(Navnerom + "dokumentidentifikator")!.Value));

        var logg = await vert.Tjenester.GetRequiredService<LookupLogReader>().ForKonsumentAsync(Registervert.Konsument,
            DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        var linje = logg.Lookups.Select(l => l.Record).Last(l => l.Rute.EndsWith("hendelser/bulkoppslag", StringComparison.Ordinal) && l.Dokumenter.Length == 2);
        Assert.Equal((Oppslagstype.Hendelser, 200), (linje.Type, linje.Status));
        Assert.Equal(svar.Kvitteringer.Select(k => k.Personnoekkel).Order(), linje.Personer.ToArray().Order());
    }

    [Theory, TestDatabases]
    public async Task Bad_orders_are_refused_with_the_place_of_the_fault(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var id = new string('a', 32);
        foreach (var (kropp, type, status) in new[]
        {
            ("", "application/json", 400), ("[]", "application/json", 400), ("{}", "application/json", 400),
            ("{\"dokumentidentifikator\":null}", "application/json", 400), ("{\"dokumentidentifikator\":[1]}", "application/json", 400),
            ("{\"dokumentidentifikator\":[\"x\"]}", "application/json", 400), ("{\"dokumentidentifikator\":[],\"dokumentidentifikator\":[]}", "application/json", 400),
            ($"{{\"dokumentidentifikator\":[{string.Join(',', Enumerable.Repeat($"\"{id}\"", 1001))}]}}", "application/json", 400),
            ("{\"dokumentidentifikator\":[]}", "text/plain", 415), ("<a>", "application/xml", 400), ("<a><b/></a>", "application/xml", 400),
            ("{\"dokumentidentifikator\":[]}" + new string(' ', 1024 * 1024), "application/json", 413),
            ("{\"dokumentidentifikator\":[]}", "application/json", 200), ("<a/>", "application/xml", 200),
            ($"{{\"dokumentidentifikator\":[{string.Join(',', Enumerable.Repeat($"\"{id}\"", 1000))}]}}", "application/json", 200),
        })
        {
            using var svar = await SvarAsync(vert, kropp, type);
            Assert.True(status == (int)svar.StatusCode, $"{(int)svar.StatusCode} for {kropp[..Math.Min(60, kropp.Length)]}");
        }
    }

    [Fact]
    public void An_id_can_be_taken_apart_and_is_no_id_of_a_person_document()
    {
        for (var n = 1L; n < 2000; n++)
        {
            var id = Hendelsesnoekkel.Lag(n * n, (int)n, (byte)n);
            Assert.Equal((n * n, (int)n, (byte)n), Hendelsesnoekkel.Les(id));
            Assert.Null(Dokumentnoekkel.Les(id));
            Assert.Null(Hendelsesnoekkel.Les(Dokumentnoekkel.Lag(n * n, (int)n)));
        }
    }

    private static async Task<HttpResponseMessage> SvarAsync(Registervert vert, string kropp, string type)
    {
        using var innhold = new StringContent(kropp);
        innhold.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await vert.SendAsync(HttpMethod.Post, Register.Omh("hendelser/bulkoppslag"), innhold: innhold);
    }

    private static async Task<string> SendAsync(Registervert vert, string kropp, string type = "application/json")
    {
        using var svar = await SvarAsync(vert, kropp, type);
        Assert.Equal(200, (int)svar.StatusCode);
        return await svar.Content.ReadAsStringAsync();
    }
}
