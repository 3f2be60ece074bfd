using System.Text;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;
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
        using (await BulkAsync(vert))
        using (await vert.HentAsync(Register.Omh("personer/soek")))
        {
        }

        var poster = await LesAsync(
            vert, l => l.ForKonsumentAsync(Registervert.Konsument, DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        var tjenester = poster.Where(p => p.Tjeneste == "folkeregisteret").Reverse().ToArray();
        Assert.Equal(
            [(200, "ok"), (404, "ukjentPerson"), (406, "ugyldigPart"), (403, "scopeMangler"), (200, "ok"), (200, "ok")],
            tjenester.Select(p => (p.Status, p.Utfall)));
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
        Assert.DoesNotContain(tjenester, p => p.Rute.Contains(Register.Kari.ToWire(), StringComparison.Ordinal));

        var karis = await LesAsync(vert, l => l.ForPersonAsync(kari.Personnoekkel, DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        Assert.Equal([Oppslagstype.Soek, Oppslagstype.Bulkoppslag, Oppslagstype.Enkeltoppslag], karis.Select(p => p.Type));
    }

    private static Task<HttpResponseMessage> BulkAsync(Registervert vert) => vert.SendAsync(
        HttpMethod.Post, Register.Omh("personer/bulkoppslag"),
        innhold: new StringContent(
            $$"""{"foedselsEllerDNummer":["{{Register.Kari.ToWire()}}","{{Register.Ola.ToWire()}}"]}""", Encoding.UTF8, "application/json"));

    private static async Task<IReadOnlyList<LookupRecord>> LesAsync(Registervert vert, Func<LookupLogReader, Task<LookupPage>> les) =>
        [.. (await les(vert.Tjenester.GetRequiredService<LookupLogReader>())).Lookups.Select(l => l.Record)];
}
