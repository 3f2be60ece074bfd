using System.Globalization;
using System.Text;
using Felles.Kernel.Identifikatorer;
using FsCheck;
using FsCheck.Fluent;

namespace Felles.Kernel.Tests.Identifikatorer;

public sealed class KidTests
{
    [Theory]
    [InlineData("2026001145", Kidkontroll.Mod10)]
    [InlineData("77400200265", Kidkontroll.Mod10 | Kidkontroll.Mod11)]
    [InlineData("00", Kidkontroll.Mod10 | Kidkontroll.Mod11)]
    [InlineData("18", Kidkontroll.Mod10)]
    [InlineData("19", Kidkontroll.Mod11)]
    [InlineData("6-", Kidkontroll.Mod11)]
    [InlineData("9999999999999999999999994", Kidkontroll.Mod10)]
    public void A_right_number_is_read_and_comes_out_as_it_was(string tekst, Kidkontroll kontroll)
    {
        Assert.True(Kid.TryParse(tekst, out var kid));
        Assert.True(Kid.TryParse(Encoding.ASCII.GetBytes(tekst), out var fraBytes));
        Assert.Equal(kontroll, kid.Kontroll);
        Assert.Equal(kid, fraBytes);
        Assert.Equal(tekst, kid.ToWire());
        Assert.DoesNotContain(tekst, kid.ToString());
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("--")]
    [InlineData("5-")]
    [InlineData("-6")]
    [InlineData("2026 001145")]
    [InlineData("00000000000000000000000000")]
    public void Anything_else_is_refused(string tekst) => Assert.False(Kid.TryParse(tekst, out _));

    [Fact]
    public void Leading_zeros_make_another_number()
    {
        Assert.True(Kid.TryParse("2026001145", out var uten));
        Assert.True(Kid.TryParse("02026001145", out var med));

        Assert.NotEqual(uten, med);
        Assert.Equal("02026001145", med.ToWire());
    }

    [Fact]
    public void Check_digits_computed_the_other_way_round_are_accepted() =>
        Prop.ForAll(Gen.Choose(0, 9).ListOf().ToArbitrary(), liste =>
        {
            var sifre = liste.Take(24).ToArray();
            if (sifre.Length == 0)
                return;
            var kropp = string.Concat(sifre);
            Assert.True(Kid.TryParse(kropp + Mod10(sifre), out var ti));
            Assert.True(Kid.TryParse(kropp + Mod11(sifre), out var elleve));
            Assert.True(ti.Kontroll.HasFlag(Kidkontroll.Mod10));
            Assert.True(elleve.Kontroll.HasFlag(Kidkontroll.Mod11));
            Assert.Equal(kropp + Mod11(sifre), elleve.ToWire());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static string Mod10(int[] sifre)
    {
        var sum = sifre.Reverse().Select((siffer, i) => i % 2 == 0 ? siffer * 2 : siffer).Sum(produkt => (produkt / 10) + (produkt % 10));
        return ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    private static string Mod11(int[] sifre)
    {
        int[] vekter = [2, 3, 4, 5, 6, 7];
        var rest = 11 - (sifre.Reverse().Select((siffer, i) => siffer * vekter[i % 6]).Sum() % 11);
        return rest switch { 11 => "0", 10 => "-", _ => rest.ToString(CultureInfo.InvariantCulture) };
    }
}
