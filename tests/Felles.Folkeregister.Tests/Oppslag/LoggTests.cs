using System.Text;
using System.Text.Json;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Oppslag;

public sealed class LoggTests
{
    [Theory, TestDatabases]
    public async Task Every_call_is_in_the_log_when_its_answer_is_here(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        using (var import = await vert.ImporterAsync(
            new Personbygger(Register.Kari).Tidligere(Register.KarisDNummer), new Personbygger(Register.Ola)))
            import.EnsureSuccessStatusCode();
        var kari = (await vert.Tjenester.GetRequiredService<Personer>().FinnAsync(Register.Kari))!;
        var ola = (await vert.Tjenester.GetRequiredService<Personer>().FinnAsync(Register.Ola))!;
        var sti = Register.Omh($"personer/{Register.Kari.ToWire()}");

        using (await vert.HentAsync(sti + "?part=navn&part=historikk"))
        using (await vert.HentAsync(Register.Omh($"personer/{Register.Ukjent.ToWire()}")))
        using (await vert.HentAsync(sti + "?part=tull"))
        using (await vert.HentAsync(sti, token: Testnoekler.Token(Registervert.Konsument, "annet:scope")))
        using (await BulkAsync(vert, "", Register.Kari, Register.Ola))
        using (await vert.HentAsync(Register.Omh("personer/soek")))
        using (await BulkAsync(vert, "?somBestilt=true&part=navn&part=NAVN", Register.KarisDNummer))
        {
        }

        var segmenter = Rettighetspakke.Alle.Where(pakke => pakke.SegmentScope is not null).ToArray();
        foreach (var pakke in segmenter)
        {
            var token = Testnoekler.Token(Registervert.Konsument, pakke.SegmentScope!);
            using var svar = await vert.HentAsync(Register.Sti(pakke, $"personer/{Register.Ola.ToWire()}"), token: token);
            Assert.Equal(200, (int)svar.StatusCode);
        }

        var poster = await LesAsync(
            vert, l => l.ForKonsumentAsync(Registervert.Konsument, DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        var tjenester = poster.Where(p => p.Tjeneste == "folkeregisteret").Reverse().ToArray();
        Assert.Equal(
            [(200, "ok"), (404, "ukjentPerson"), (406, "ugyldigPart"), (403, "scopeMangler"), (200, "ok"), (200, "ok"), (200, "ok")],
            tjenester[..7].Select(p => (p.Status, p.Utfall)));
        var oppslag = tjenester[0];
        Assert.Equal([kari.Personnoekkel], oppslag.Personer.ToArray());
        Assert.Equal([kari.Dokumentid], oppslag.Dokumenter.ToArray());
        Assert.Equal(1UL << (int)Personelement.Navn | 1UL << (int)Personelement.Identifikasjonsnummer, oppslag.Elementgrupper);
        Assert.Equal("navn,historikk", oppslag.Parts);
        Assert.Equal("offentlig-med-hjemmel", oppslag.Pakke);
        Assert.Equal("folkeregister:deling/offentligmedhjemmel", oppslag.Scope);
        Assert.Equal("/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/{personidentifikator}", oppslag.Rute);
        Assert.All(tjenester[1..4], p => Assert.Equal(0, p.Personer.Length));
        Assert.Equal(new HashSet<long> { kari.Personnoekkel, ola.Personnoekkel }, tjenester[4].Personer.ToArray().ToHashSet());
        Assert.Equal(2, tjenester[5].Personer.Length);
        Assert.Equal("annet:scope", tjenester[3].Scope);

        // An expired number is told as expired: that concerns its person, though nothing of the document left.
        Assert.Equal([kari.Personnoekkel], tjenester[6].Personer.ToArray());
        Assert.Equal(0, tjenester[6].Dokumenter.Length);
        Assert.Equal(0UL, tjenester[6].Elementgrupper);
        Assert.Equal("navn", tjenester[6].Parts);
        Assert.Equal(
            [
                "folkeregister:deling/offentligmedhjemmel.segmentansvarlig", "folkeregister:deling/offentligutenhjemmel.segmentansvarlig",
                "folkeregister:deling/finans.segmentansvarlig",
            ],
            tjenester[7..].Select(p => p.Scope));
        Assert.DoesNotContain(tjenester, p => p.Rute.Contains(Register.Kari.ToWire(), StringComparison.Ordinal));

        var karis = await LesAsync(vert, l => l.ForPersonAsync(kari.Personnoekkel, DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        Assert.Equal(
            [Oppslagstype.Bulkoppslag, Oppslagstype.Soek, Oppslagstype.Bulkoppslag, Oppslagstype.Enkeltoppslag], karis.Select(p => p.Type));
    }

    private static Task<HttpResponseMessage> BulkAsync(Registervert vert, string spoerring, params Folkeregisteridentifikator[] numre) =>
        vert.SendAsync(
            HttpMethod.Post, Register.Omh("personer/bulkoppslag" + spoerring),
            innhold: new StringContent(
                JsonSerializer.Serialize(new { foedselsEllerDNummer = numre.Select(n => n.ToWire()) }), Encoding.UTF8, "application/json"));

    private static async Task<IReadOnlyList<LookupRecord>> LesAsync(Registervert vert, Func<LookupLogReader, Task<LookupPage>> les) =>
        [.. (await les(vert.Tjenester.GetRequiredService<LookupLogReader>())).Lookups.Select(l => l.Record)];
}
