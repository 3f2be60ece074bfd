using System.Text;
using Felles.Kernel.Identifikatorer;

namespace Felles.Kernel.Tests.Identifikatorer;

public sealed class KontonummerTests
{
    [Theory]
    [InlineData("15038042162")]
    [InlineData("97101200330")]
    public void A_right_account_is_read_and_masked(string tekst)
    {
        Assert.True(Kontonummer.TryParse(tekst, out var konto));
        Assert.True(Kontonummer.TryParse(Encoding.ASCII.GetBytes(tekst), out var fraBytes));
        Span<byte> bytes = stackalloc byte[11];

        Assert.Equal(konto, fraBytes);
        Assert.Equal(konto, Kontonummer.FromValue(konto.Value));
        Assert.Equal(tekst, konto.ToWire());
        Assert.True(konto.TryFormatUtf8(bytes, out _));
        Assert.Equal(tekst, Encoding.ASCII.GetString(bytes));
        Assert.Equal("***********", konto.ToString());
    }

    [Theory]
    [InlineData("12345678901")]
    [InlineData("15038042163")]
    [InlineData("1503.80.42162")]
    [InlineData("1503 80 42162")]
    [InlineData("00000000000")]
    [InlineData("")]
    public void Anything_else_is_refused(string tekst) => Assert.False(Kontonummer.TryParse(tekst, out _));
}
