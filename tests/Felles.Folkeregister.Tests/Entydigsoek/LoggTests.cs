using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Entydigsoek;

public sealed class LoggTests
{
    [Theory, TestDatabases]
    public async Task Only_a_hit_is_logged_on_a_person_and_nothing_of_the_query_is_kept(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await vert.ImportertAsync(
            new Soekeperson(Soekevert.Anne).Navn("Anne", "Trekant"),
            new Soekeperson(Soekevert.Tvilling1).Navn("Tvilling", "Lik"), new Soekeperson(Soekevert.Tvilling2).Navn("Tvilling", "Lik"));
        var anne = (await vert.Tjenester.GetRequiredService<Personer>().FinnAsync(Soekevert.Anne))!;
        foreach (var spoerring in new[]
        {
            $"navn=Anne%20Trekant&identifikasjonsnummer={Soekevert.Anne.ToWire()}&part=navn", "navn=Tvilling%20Lik&foedselsdato=19850314",
            "navn=Ingen%20Slik&foedselsdato=19850314", "navn=Anne",
        })
        {
            using (await vert.HentAsync(Register.Omh("personer/entydigsoek?" + spoerring)))
            {
            }
        }

        var side = await vert.Tjenester.GetRequiredService<LookupLogReader>()
            .ForKonsumentAsync(Registervert.Konsument, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        var poster = side.Lookups.Select(l => l.Record).Where(p => p.Tjeneste == "folkeregisteret").Reverse().ToArray();

        Assert.Equal(
            [(200, "ok"), (404, "ikkeEntydigTreff"), (404, "ikkeEntydigTreff"), (400, "ugyldigParameter")], poster.Select(p => (p.Status, p.Utfall)));
        Assert.Equal([anne.Personnoekkel], poster[0].Personer.ToArray());
        Assert.Equal([anne.Dokumentid], poster[0].Dokumenter.ToArray());
        Assert.Equal(1UL << (int)Personelement.Navn | 1UL << (int)Personelement.Identifikasjonsnummer, poster[0].Elementgrupper);
        Assert.Equal("navn", poster[0].Parts);
        Assert.All(poster[1..], p => Assert.Equal((0, 0), (p.Personer.Length, p.Dokumenter.Length)));
        Assert.All(poster, p => Assert.EndsWith("/entydigsoek", p.Rute, StringComparison.Ordinal));
    }
}
