using Felles.Kernel.Identifikatorer;

namespace Felles.Kernel.Tests.Identifikatorer;

public sealed class AvledningTests
{
    [Theory]
    [InlineData(1854, 1, 1, 500)]
    [InlineData(1899, 12, 31, 749)]
    [InlineData(1900, 1, 1, 1)]
    [InlineData(1939, 6, 15, 498)]
    [InlineData(1985, 3, 14, 123)]
    [InlineData(2000, 2, 29, 500)]
    [InlineData(2024, 11, 1, 890)]
    [InlineData(2031, 12, 31, 750)]
    public void Century_and_gender_are_read_from_the_series(int aar, int maaned, int dag, int fraIndividnummer)
    {
        var dato = new DateOnly(aar, maaned, dag);
        var id = FoersteFra(dato, fraIndividnummer, Identifikatortype.Foedselsnummer);

        Assert.Equal(dato, id.Foedselsdato);
        Assert.Equal(id.Individnummer % 2 == 1 ? Kjoenn.Mann : Kjoenn.Kvinne, id.Kjoenn);
    }

    [Fact]
    public void A_d_number_tells_gender_but_never_a_year()
    {
        Assert.True(Folkeregisteridentifikator.TryParse("59859943122", out var id));

        Assert.Null(id.Foedselsdato);
        Assert.Equal(Kjoenn.Mann, id.Kjoenn);
    }

    [Theory]
    [InlineData(35, 198, true)]
    [InlineData(35, 199, true)]
    [InlineData(35, 200, false)]
    [InlineData(35, 499, false)]
    [InlineData(35, 500, false)]
    [InlineData(31, 499, true)]
    [InlineData(40, 499, true)]
    public void A_d_number_tells_gender_only_where_no_series_from_2032_has_its_digits(int aar, int individnummer, bool forteller)
    {
        // Some days have no number with that individnummer.
        var dato = new DateOnly(1900 + aar, 1, 1);
        Folkeregisteridentifikator id;
        while (!Nummertildeling.TryTildel(dato, individnummer, Identifikatortype.DNummer, syntetisk: true, out id)) dato = dato.AddDays(1);

        Assert.Equal(forteller ? (individnummer % 2 == 1 ? Kjoenn.Mann : Kjoenn.Kvinne) : null, id.Kjoenn);
    }

    [Theory]
    [InlineData("30108299939")]
    [InlineData("02013299903")]
    [InlineData("55102499947")]
    [InlineData("41819077906")]
    public void A_number_of_the_2032_rule_alone_tells_neither(string nummer) => Forteller_ingenting(nummer);

    [Theory]
    [InlineData(1940, 902)]
    [InlineData(1999, 998)]
    [InlineData(2024, 900)]
    public void The_first_hundred_numbers_of_2032_can_be_old_or_new(int aar, int fraIndividnummer)
    {
        Forteller_ingenting(FoersteFra(new(aar, 6, 15), fraIndividnummer, Identifikatortype.Foedselsnummer).ToWire());
        Forteller_ingenting("30108299920"); // published as a number of 2032 that also satisfies the rule of 1964
    }

    [Theory]
    [InlineData("02013299997")]
    [InlineData("02013299806")]
    public void A_birth_date_from_2032_shows_that_the_digits_mean_nothing(string nummer) => Forteller_ingenting(nummer);

    [Theory]
    [InlineData(1953, 500, "no series had 500–749 for year 53")]
    [InlineData(1953, 880, "no series had 750–899 for year 53")]
    [InlineData(1985, 800, "no series had 750–899 for year 85")]
    public void A_combination_outside_every_series_tells_neither(int aar, int individnummer, string hvorfor)
    {
        var id = FoersteFra(new(aar, 5, 17), individnummer, Identifikatortype.Foedselsnummer);

        Assert.True(id.Foedselsdato is null && id.Kjoenn is null, hvorfor);
    }

    [Fact]
    public void The_29th_of_February_1900_did_not_exist_though_the_number_is_valid()
    {
        var id = FoersteFra(new(2000, 2, 29), 100, Identifikatortype.Foedselsnummer);

        Assert.True(Folkeregisteridentifikator.TryParse(id.ToWire(), out _));
        Assert.Null(id.Foedselsdato);
        Assert.Null(id.Kjoenn);
    }

    [Fact]
    public void Series_of_fødselsnummer_never_overlap_for_one_two_digit_year()
    {
        var serier = Individnummerserie.For(Identifikatortype.Foedselsnummer).ToArray();
        for (var aar = 0; aar < 100; aar++)
        {
            for (var individnummer = 0; individnummer < 1000; individnummer++)
            {
                var treff = serier.Count(s => individnummer >= s.Fra && individnummer <= s.Til && s.Har((s.FraAar / 100 * 100) + aar));
                Assert.True(treff <= 1, $"{aar:00} {individnummer:000}");
            }
        }
    }

    private static void Forteller_ingenting(string nummer)
    {
        Assert.True(Folkeregisteridentifikator.TryParse(nummer, out var id));
        Assert.Null(id.Foedselsdato);
        Assert.Null(id.Kjoenn);
    }

    private static Folkeregisteridentifikator FoersteFra(DateOnly dato, int individnummer, Identifikatortype type)
    {
        // Upwards, then downwards at the end of a series: some combinations are discarded.
        for (var steg = 0; ; steg++)
        {
            var kandidat = individnummer + steg <= 999 && (individnummer + steg) / 250 == individnummer / 250
                ? individnummer + steg
                : individnummer - steg;
            if (Nummertildeling.TryTildel(dato, kandidat, type, syntetisk: true, out var id))
                return id;
        }
    }
}
