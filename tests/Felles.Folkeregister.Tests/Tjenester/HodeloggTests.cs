using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Tjenester;

/// <summary>What the look-up log keeps of calls that deliver no body.</summary>
public sealed class HodeloggTests
{
    [Theory, TestDatabases]
    public async Task Head_of_a_person_is_a_look_up_like_get_and_the_others_concern_nobody(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        using (var import = await vert.ImporterAsync(new Personbygger(Register.Kari)))
            import.EnsureSuccessStatusCode();
        var kari = (await vert.Tjenester.GetRequiredService<Personer>().FinnAsync(Register.Kari))!;
        foreach (var (metode, ressurs) in new[]
        {
            ("HEAD", $"personer/{Register.Kari.ToWire()}"), ("HEAD", "personer/soek?kjoenn=kvinne"), ("HEAD", "personer/bulkoppslag"),
            ("GET", "personer/xsd"), ("HEAD", "hendelser/feedxsd"), ("GET", "personer/xsd/"),
        })
        {
            using var svar = await vert.SendAsync(new HttpMethod(metode), Register.Omh(ressurs));
            Assert.Equal(200, (int)svar.StatusCode);
        }

        var side = await vert.Tjenester.GetRequiredService<LookupLogReader>()
            .ForKonsumentAsync(Registervert.Konsument, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        var poster = side.Lookups.Select(l => l.Record).Where(p => p.Tjeneste == "folkeregisteret").Reverse().ToArray();
        Assert.Equal(
            [
                ("HEAD", Oppslagstype.Enkeltoppslag, 1), ("HEAD", Oppslagstype.Soek, 1), ("HEAD", Oppslagstype.Bulkoppslag, 0),
                ("GET", Oppslagstype.Annet, 0), ("HEAD", Oppslagstype.Annet, 0), ("GET", Oppslagstype.Annet, 0),
            ],
            poster.Select(p => (p.Metode, p.Type, p.Personer.Length)));
        Assert.Equal(kari.Personnoekkel, poster[0].Personer.Span[0]);
        Assert.EndsWith("/personer/xsd", poster[3].Rute, StringComparison.Ordinal);
    }
}
