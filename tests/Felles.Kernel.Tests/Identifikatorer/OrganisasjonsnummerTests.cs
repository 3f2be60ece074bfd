using System.Text;
using Felles.Kernel.Identifikatorer;
using FsCheck;
using FsCheck.Fluent;

namespace Felles.Kernel.Tests.Identifikatorer;

public sealed class OrganisasjonsnummerTests
{
    [Theory]
    [InlineData("974761076", false)]
    [InlineData("991825827", false)]
    [InlineData("315502047", true)]
    [InlineData("314208188", true)]
    [InlineData("312904616", true)]
    [InlineData("213607294", true)]
    public void Published_numbers_are_read(string tekst, bool syntetisk)
    {
        Assert.True(Organisasjonsnummer.TryParse(tekst, out var nummer));
        Assert.True(Organisasjonsnummer.TryParse(Encoding.ASCII.GetBytes(tekst), out var fraBytes));
        Assert.Equal(nummer, fraBytes);
        Assert.Equal(syntetisk, nummer.ErSyntetisk);
        Assert.Equal(tekst, nummer.ToWire());
        Assert.Equal(tekst, nummer.ToString());
        Assert.Equal("0192:" + tekst, nummer.ToIso6523());
    }

    [Theory]
    [InlineData("123456789")]
    [InlineData("000000000")]
    [InlineData("97476107")]
    [InlineData("9747610760")]
    [InlineData("97476107a")]
    [InlineData("974 761 076")]
    [InlineData("")]
    public void Anything_else_is_refused(string tekst) => Assert.False(Organisasjonsnummer.TryParse(tekst, out _));

    [Theory]
    [InlineData("0192:974761076", true)]
    [InlineData("9908:974761076", true)]
    [InlineData("0088:974761076", false)]
    [InlineData("0192:974761077", false)]
    [InlineData("0192:974761076:1", false)]
    [InlineData("0192974761076", false)]
    [InlineData("974761076", false)]
    [InlineData("", false)]
    public void Only_Norwegian_iso6523_forms_are_organisation_numbers(string tekst, bool gyldig)
    {
        Assert.Equal(gyldig, Organisasjonsnummer.TryParseIso6523(tekst, out var fraTekst));
        Assert.Equal(gyldig, Organisasjonsnummer.TryParseIso6523(Encoding.ASCII.GetBytes(tekst), out var fraBytes));
        Assert.Equal(fraTekst, fraBytes);
        Assert.True(!gyldig || fraTekst.Value == 974761076);
    }

    [Fact]
    public void Of_ten_last_digits_one_is_right_or_none() => Prop.ForAll(Gen.Choose(10_000_000, 99_999_999).ToArbitrary(), aatte =>
    {
        var gyldige = Enumerable.Range(0, 10).Where(siste => Organisasjonsnummer.TryParse($"{aatte}{siste}", out _)).ToList();
        int[] vekter = [3, 2, 7, 6, 5, 4, 3, 2];
        var kontroll = (11 - (vekter.Select((vekt, i) => vekt * (aatte.ToString()[i] - '0')).Sum() % 11)) % 11;
        Assert.Equal(kontroll == 10 ? [] : [kontroll], gyldige);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
