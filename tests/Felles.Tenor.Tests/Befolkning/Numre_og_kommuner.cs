using Felles.Kernel.Identifikatorer;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Numre;
using Felles.Tenor.Befolkning.Slekt;
using Felles.Tenor.Befolkning.Tilfeldighet;
using Felles.Tenor.Contracts;

namespace Felles.Tenor.Tests.Befolkning;

public sealed class Numre_og_kommuner
{
    private static readonly Datagrunnlag Data = Datagrunnlag.Les();
    private static readonly Plan Plan = new(new Befolkningsvalg(1000, "numre"), Data.Faste);

    [Theory]
    [InlineData(1920, false, 204)]
    [InlineData(1970, false, 246)]
    [InlineData(2010, false, 204)]
    [InlineData(1920, true, 80)]
    [InlineData(1970, true, 366)]
    [InlineData(2010, true, 326)]
    public void A_birth_date_holds_about_what_the_series_promise_for_one_gender(int aar, bool dNummer, int minst)
    {
        var noekler = Enumerable.Repeat(Nummernoekkel.Lag(Dag.Av(aar, 6, 11), dNummer, kvinne: true), minst).ToArray();

        var numre = Nummertabell.Lag([noekler], Plan, Data.Faste, 1).I(0).ToArray();

        Assert.Equal(minst, numre.Distinct().Count());
        foreach (var nummer in numre.Select(Folkeregisteridentifikator.FromValue))
        {
            Assert.True(Folkeregisteridentifikator.TryParse(nummer.ToWire(), out _));
            Assert.Equal(dNummer ? Identifikatortype.DNummer : Identifikatortype.Foedselsnummer, nummer.Type);
            Assert.True(nummer.ErSyntetisk && nummer.FoelgerRegel1964);
        }
    }

    [Fact]
    public void More_people_on_a_date_than_it_has_numbers_is_told_in_plain_words()
    {
        var noekler = Enumerable.Repeat(Nummernoekkel.Lag(Dag.Av(2010, 6, 11), dNummer: false, kvinne: true), 260).ToArray();

        var feil = Assert.Throws<ArgumentException>(() => Nummertabell.Lag([noekler], Plan, Data.Faste, 1));

        Assert.Contains("260 numbers are needed for women born 2010-06-11", feil.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_fixed_identities_are_never_drawn()
    {
        // All of a date's numbers but the fixed one's: 1979-10-24 has one fixed man.
        var foedt = Dag.Av(1979, 10, 24);
        var alle = Enumerable.Range(0, 1000).Count(i => i % 2 == 1 && i is < 500 or >= 900 && i % 2 == 1
            && Nummertildeling.TryTildel(DateOnly.FromDayNumber(foedt), i, Identifikatortype.Foedselsnummer, syntetisk: true, out _));
        var noekler = Enumerable.Repeat(Nummernoekkel.Lag(foedt, dNummer: false, kvinne: false), alle - 1).ToArray();

        Assert.DoesNotContain(24907999374, Nummertabell.Lag([noekler], Plan, Data.Faste, 1).I(0).ToArray());
        Assert.Throws<ArgumentException>(() => Nummertabell.Lag([[.. noekler, noekler[0]]], Plan, Data.Faste, 1));
    }

    [Fact]
    public void Every_municipality_has_a_number_in_force_on_any_day_before_1988()
    {
        for (var kommune = 0; kommune < Data.Kommuner.Alle.Length; kommune++)
        {
            for (var dag = Dag.Foerste; dag < Dag.Kommunestandard; dag += 61)
            {
                var nummer = Data.Historiske.Nummer(Data.Kommuner, kommune, dag);
                Assert.Contains(Data.Historiske.Perioder, periode => periode.Nummer == nummer && periode.Fra <= dag && dag <= periode.Til);
            }
        }
    }

    [Theory]
    [InlineData("3101", 1950, "0101")]
    [InlineData("5001", 1970, "1601")]
    [InlineData("0301", 1930, "0301")]
    [InlineData("3101", 1990, "3101")]
    public void A_municipality_with_a_namesake_has_its_number_of_the_time(string naa, int aar, string da) =>
        Assert.Equal(da, Data.Historiske.Nummer(Data.Kommuner, Data.Kommuner.Indeks(naa), Dag.Av(aar, 7, 1)));

    [Fact]
    public void Every_municipality_has_postal_codes() =>
        Assert.All(Data.Kommuner.Alle.ToArray(), kommune => Assert.NotEmpty(kommune.Postnumre));

    [Fact]
    public void Weighted_draws_follow_their_weights()
    {
        var vektet = new Vektet([1, 2, 0, 7]);
        var slump = new Slump(1);
        var antall = new int[4];
        for (var i = 0; i < 100_000; i++)
            antall[vektet.Trekk(ref slump)]++;

        Assert.Equal(0, antall[2]);
        Assert.InRange(antall[0], 9_500, 10_500);
        Assert.InRange(antall[3], 69_000, 71_000);
    }
}
