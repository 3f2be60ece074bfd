using System.Text.Json;
using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Identifikatorer;
using Felles.Tenor.Befolkning;
using Felles.Tenor.Befolkning.Virksomhet;
using Felles.Tenor.Contracts;
using Felles.Tenor.Tests.Befolkning.Kontroll;
using Felles.Tilgang.Contracts;

namespace Felles.Tenor.Tests.Befolkning;

public sealed class Virksomheter_har_roller
{
    private readonly Folkemengde folk = Folkemengde.Planlegg(new Befolkningsvalg(6000, "roller"), 2);

    [Fact]
    public void There_is_about_one_for_every_twelve_persons_and_numbers_are_not_given_twice()
    {
        var enheter = Virksomheter.Lag(folk).ToList();

        Assert.Equal(6000 / 12, enheter.Count(enhet => enhet.OverordnetEnhet is null));
        Assert.Equal(enheter.Count, enheter.DistinctBy(enhet => enhet.Organisasjonsnummer).Count());
        var numre = enheter.Select(enhet => enhet.Organisasjonsnummer).ToHashSet();
        Assert.DoesNotContain(Sandkassevirksomhet.Alle, sandkasse => numre.Contains(sandkasse.Organisasjonsnummer));
        Assert.All(enheter, enhet => Assert.True(enhet.OverordnetEnhet is not { } over || numre.Contains(over)));
        Assert.All(enheter, enhet => Assert.True(enhet.Organisasjonsnummer.ErSyntetisk || enhet.Navn.EndsWith("(syntetisk)")));
    }

    [Fact]
    public void Roles_are_held_by_grown_up_residents_of_the_population()
    {
        var personer = folk.Personer().Select(dokument => JsonDocument.Parse(dokument.ToArray()).RootElement)
            .ToDictionary(p => p.Gjeldende("identifikasjonsnummer").First().Tekst("foedselsEllerDNummer")!);
        var roller = Virksomheter.Lag(folk).SelectMany(Roller).ToList();

        Assert.True(roller.Count > 900);
        foreach (var person in roller.Select(rolle => rolle.Person!))
        {
            var funnet = personer[person.Foedselsnummer.ToWire()];
            Assert.Equal("bosatt", funnet.Gjeldende("status").Single().Tekst("status"));
            Assert.Equal(person.Fodselsdato, funnet.Gjeldende("foedsel").Single().Dato("foedselsdato"));
            Assert.Equal(person.Navn!.Etternavn, funnet.Gjeldende("navn").Single().Tekst("etternavn"));
            Assert.InRange(person.Fodselsdato!.Value.Year, 1950, 2006);
        }
    }

    [Fact]
    public void The_series_holds_enough_numbers_for_the_whole_country()
    {
        const int Norge = 5_550_000;
        var numre = Organisasjonsnumre.Lag(Norge / 12 * 2, 7, new HashSet<int> { 313409953 });

        Assert.Equal(numre.Length, numre.Distinct().Count());
        Assert.DoesNotContain(313409953, numre);
        Assert.All(numre.Where((_, i) => i % 1000 == 0), nummer => Assert.True(Organisasjonsnummer.TryParse(nummer.ToString(), out _)));
        Assert.InRange(numre.Count(nummer => nummer / 10_000_000 == 31), numre.Length / 2, numre.Length);
        Assert.Throws<ArgumentException>(() => Organisasjonsnumre.Lag(2_000_000, 7, new HashSet<int>()));
    }

    [Fact]
    public void The_same_organisations_come_every_time() =>
        Assert.Equal(
            Virksomheter.Lag(folk).Select(Tekst),
            Virksomheter.Lag(Folkemengde.Planlegg(new Befolkningsvalg(6000, "roller"), 1)).Select(Tekst));

    private static string Tekst(Enhet enhet) =>
        $"{enhet.Organisasjonsnummer} {enhet.Navn} {enhet.Forretningsadresse} {enhet.Stiftelsesdato} "
        + string.Join(' ', Roller(enhet).Select(rolle => rolle.Person!.Foedselsnummer.ToWire()));

    private static IEnumerable<Rolle> Roller(Enhet enhet) => (enhet.Rollegrupper ?? []).SelectMany(gruppe => gruppe.Roller);
}
