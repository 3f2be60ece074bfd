using Felles.Kernel.Identifikatorer;

namespace Felles.Kernel.Tests.Identifikatorer;

public sealed class NummertildelingTests
{
    [Fact]
    public void The_published_examples_of_2032_are_issued_in_order()
    {
        var numre = new Folkeregisteridentifikator[Nummertildeling.Varianter];

        var antall = Nummertildeling.Alle(new(2032, 1, 2), 999, Identifikatortype.Foedselsnummer, syntetisk: false, numre);
        var nummer999 = numre[..antall].Select(n => n.ToWire()).ToArray();
        antall = Nummertildeling.Alle(new(2032, 1, 2), 998, Identifikatortype.Foedselsnummer, syntetisk: false, numre);

        // The rests 0, 2 and 3: with rest 1 the check digit would be ten. The first two, and the first of 998, are published.
        Assert.Equal(["02013299997", "02013299903", "02013299911"], nummer999);
        Assert.Equal(["02013299806", "02013299814", "02013299822", "02013299830"], numre[..antall].Select(n => n.ToWire()));
    }

    [Fact]
    public void A_check_digit_of_ten_discards_the_number()
    {
        var utdelt = Enumerable.Range(500, 500)
            .Where(i => Nummertildeling.TryTildel(new(2000, 1, 1), i, Identifikatortype.Foedselsnummer, syntetisk: false, out _))
            .ToList();

        // About (10/11)² of 500 combinations survive.
        Assert.InRange(utdelt.Count, 400, 425);
        Assert.All(Enumerable.Range(500, 500).Except(utdelt), individnummer => Assert.True(IngenSiffer(individnummer)));
    }

    [Fact]
    public void Series_of_d_numbers_hold_the_published_capacity_a_day()
    {
        // The extension of the D-number series of 16 November 2021 gives the figures for one day: 82, 164, 738 and 656, about.
        int[] aar = [1880, 1920, 1960, 2010];
        int[] kapasitet = [82, 164, 738, 656];
        for (var i = 0; i < aar.Length; i++)
        {
            var antall = 0;
            foreach (var serie in Individnummerserie.For(Identifikatortype.DNummer))
            {
                for (var n = serie.Fra; serie.Har(aar[i]) && n <= serie.Til; n++)
                    antall += Nummertildeling.TryTildel(new(aar[i], 3, 4), n, Identifikatortype.DNummer, syntetisk: false, out _) ? 1 : 0;
            }

            Assert.InRange(antall, kapasitet[i] * 0.97, kapasitet[i] * 1.03);
        }
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1000, 0)]
    [InlineData(500, -1)]
    [InlineData(500, 4)]
    public void Arguments_outside_the_rule_are_a_bug_of_the_caller(int individnummer, int rest) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Nummertildeling.TryTildel(new(2000, 1, 1), individnummer, Identifikatortype.Foedselsnummer, syntetisk: true, rest, out _));

    /// <summary>No pair of check digits makes the number valid by the rule of 1964: tried out, not computed.</summary>
    private static bool IngenSiffer(int individnummer) => Enumerable.Range(0, 100).All(k =>
        !Folkeregisteridentifikator.TryParse($"010100{individnummer:000}{k:00}", out var id) || !id.FoelgerRegel1964);
}
