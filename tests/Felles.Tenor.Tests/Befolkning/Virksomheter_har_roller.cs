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
        var enheter = new Virksomheter(folk).Lag().ToList();

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
        var roller = new Virksomheter(folk).Lag().SelectMany(Roller).ToList();

        Assert.True(roller.Count > 900);
        foreach (var person in roller.Select(rolle => rolle.Person).OfType<Rolleperson>())
        {
            var funnet = personer[person.Foedselsnummer.ToWire()];
            Assert.Equal("bosatt", funnet.Gjeldende("status").Single().Tekst("status"));
            Assert.Equal(person.Fodselsdato, funnet.Gjeldende("foedsel").Single().Dato("foedselsdato"));
            Assert.Equal(person.Navn!.Etternavn, funnet.Gjeldende("navn").Single().Tekst("etternavn"));
            Assert.InRange(person.Fodselsdato!.Value.Year, 1950, 2006);
        }
    }

    [Fact]
    public void Every_form_has_its_kinds_of_role_and_no_group_is_empty()
    {
        var enheter = new Virksomheter(folk).Lag().Where(enhet => enhet.OverordnetEnhet is null).ToList();
        var grupper = enheter.GroupBy(enhet => enhet.Organisasjonsform.Kode).ToDictionary(
            form => form.Key, form => form.SelectMany(enhet => enhet.Rollegrupper ?? []).Select(gruppe => gruppe.Type.Kode).ToHashSet());

        Assert.Equal(new HashSet<string> { "DAGL", "STYR", "SIGN", "REVI", "REGN" }, grupper["AS"]);
        Assert.Equal(new HashSet<string> { "INNH" }, grupper["ENK"]);
        Assert.Equal(new HashSet<string> { "DAGL", "REPR" }, grupper["NUF"]);
        Assert.Equal(new HashSet<string> { "STYR", "KONT" }, grupper["FLI"]);
        Assert.Equal(new HashSet<string> { "STYR", "KONT", "FFØR" }, grupper["ESEK"]);
        Assert.Equal(new HashSet<string> { "DAGL", "DTSO" }, grupper["ANS"]);
        Assert.All(enheter.SelectMany(enhet => enhet.Rollegrupper ?? []), gruppe => Assert.NotEmpty(gruppe.Roller));
    }

    [Fact]
    public void Those_who_serve_an_organisation_are_other_companies_of_the_population()
    {
        var enheter = new Virksomheter(folk).Lag().ToDictionary(enhet => enhet.Organisasjonsnummer);
        var tjenere = enheter.Values.SelectMany(enhet => Roller(enhet).Select(rolle => (Enhet: enhet, rolle.Virksomhet)))
            .Where(rolle => rolle.Virksomhet is not null).ToList();

        Assert.True(tjenere.Count > 100);
        Assert.All(tjenere, rolle =>
        {
            var tjener = enheter[rolle.Virksomhet!.Organisasjonsnummer];
            Assert.Equal((rolle.Virksomhet.Navn, "AS"), (tjener.Navn, tjener.Organisasjonsform.Kode));
            Assert.NotEqual(rolle.Enhet.Organisasjonsnummer, tjener.Organisasjonsnummer);
        });
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
            new Virksomheter(folk).Lag().Select(Tekst),
            new Virksomheter(Folkemengde.Planlegg(new Befolkningsvalg(6000, "roller"), 1)).Lag().Select(Tekst));

    private static string Tekst(Enhet enhet) =>
        $"{enhet.Organisasjonsnummer} {enhet.Navn} {enhet.Forretningsadresse} {enhet.Stiftelsesdato} "
        + string.Join(' ', Roller(enhet).Select(rolle => rolle.Person?.Foedselsnummer.ToWire() ?? $"{rolle.Virksomhet}"));

    private static IEnumerable<Rolle> Roller(Enhet enhet) => (enhet.Rollegrupper ?? []).SelectMany(gruppe => gruppe.Roller);
}
