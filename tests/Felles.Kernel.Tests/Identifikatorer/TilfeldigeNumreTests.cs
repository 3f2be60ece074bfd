using Felles.Kernel.Identifikatorer;
using FsCheck;
using FsCheck.Fluent;

namespace Felles.Kernel.Tests.Identifikatorer;

/// <summary>Properties over random numbers.</summary>
public sealed class TilfeldigeNumreTests
{
    private static readonly Config Oppsett = Config.QuickThrowOnFailure.WithMaxTest(5_000);

    private static readonly Gen<Tildeling> Tildelinger =
        from dag in Gen.Choose(0, 365 * 185)
        from individnummer in Gen.Choose(0, 999)
        from rest in Gen.Choose(0, 3)
        from type in Gen.Elements(Identifikatortype.Foedselsnummer, Identifikatortype.DNummer)
        from syntetisk in Gen.Elements(true, false)
        select new Tildeling(new DateOnly(1854, 1, 1).AddDays(dag), individnummer, type, syntetisk, rest);

    [Fact]
    public void Every_issued_number_is_valid_and_tells_how_it_was_issued() => Prop.ForAll(Tildelinger.ToArbitrary(), t =>
    {
        if (!Nummertildeling.TryTildel(t.Dato, t.Individnummer, t.Type, t.Syntetisk, t.Rest, out var id))
            return;
        Assert.True(Folkeregisteridentifikator.TryParse(id.ToWire(), out var lest, out var feil), feil.ToString());
        Assert.Equal(id, lest);
        Assert.Equal((t.Type, t.Syntetisk, t.Individnummer, t.Rest == 0),
            (lest.Type, lest.ErSyntetisk, lest.Individnummer, lest.FoelgerRegel1964));
        Assert.True(lest.Foedselsdato is null || lest.Foedselsdato.Value.ToString("ddMMyy") == t.Dato.ToString("ddMMyy"));
        Assert.True(t.Type == Identifikatortype.Foedselsnummer || lest.Foedselsdato is null);
    }).Check(Oppsett);

    [Fact]
    public void One_changed_digit_of_a_1964_number_never_gives_another_1964_number() =>
        Prop.ForAll(Tildelinger.ToArbitrary(), Gen.Choose(0, 10).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (t, plass, tillegg) =>
        {
            if (!Nummertildeling.TryTildel(t.Dato, t.Individnummer, t.Type, t.Syntetisk, rest: 0, out var id))
                return;
            var tegn = id.ToWire().ToCharArray();
            tegn[plass] = (char)('0' + ((tegn[plass] - '0' + tillegg) % 10));
            Assert.False(Folkeregisteridentifikator.TryParse(tegn, out var annet) && annet.FoelgerRegel1964);
        }).Check(Oppsett);

    [Fact]
    public void The_verdict_agrees_with_the_published_validator_for_any_eleven_digits() =>
        Prop.ForAll(Gen.Choose(0, 9).ArrayOf(11).ToArbitrary(), sifre =>
        {
            // Most random dates are impossible; half of the draws get a possible month and day.
            if (sifre[10] % 2 == 0)
            {
                sifre[0] = sifre[0] % 2 == 0 ? sifre[0] % 3 : 4 + (sifre[0] % 3);
                sifre[2] = sifre[2] < 5 ? 0 : 8;
                sifre[3] = 1 + (sifre[3] % 9);
            }

            var tekst = string.Concat(sifre);
            var offisiell = OffisiellValidator(tekst, syntetisk: false) || OffisiellValidator(tekst, syntetisk: true);
            Assert.Equal(offisiell, Folkeregisteridentifikator.TryParse(tekst, out _));
        }).Check(Oppsett.WithMaxTest(50_000));

    [Fact]
    public void Text_of_any_kind_is_judged_without_an_exception() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), tekst =>
    {
        Assert.False(Folkeregisteridentifikator.TryParse(tekst, out var id, out var feil));
        Assert.Equal(default, id);
        Assert.NotEqual(Identifikatorfeil.Ingen, feil);
    }).Check(Oppsett);

    /// <summary>The steps of foedselsEllerDNummerValidator.java (Skatteetaten), written as they are described and not as the product does
    /// it.</summary>
    private static bool OffisiellValidator(string tekst, bool syntetisk)
    {
        var sifre = tekst.Select(tegn => tegn - '0').ToArray();
        var dag = int.Parse(tekst[..2]) - (sifre[0] is >= 4 and <= 7 ? 40 : 0);
        var maaned = int.Parse(tekst[2..4]);
        if (syntetisk && sifre[2] is not (8 or 9))
            return false;
        maaned -= syntetisk ? 80 : 0;
        if (!DateOnly.TryParseExact($"{dag:00}.{maaned:00}.20{tekst[4..6]}", "dd.MM.yyyy", out _))
            return false;
        int[] vekter1 = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
        int[] vekter2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
        return vekter1.Select((vekt, i) => vekt * sifre[i]).Sum() % 11 <= 3 && vekter2.Select((vekt, i) => vekt * sifre[i]).Sum() % 11 == 0;
    }

    private sealed record Tildeling(DateOnly Dato, int Individnummer, Identifikatortype Type, bool Syntetisk, int Rest);
}
