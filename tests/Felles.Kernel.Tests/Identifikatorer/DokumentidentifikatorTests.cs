using System.Text;
using Felles.Kernel.Identifikatorer;

namespace Felles.Kernel.Tests.Identifikatorer;

public sealed class DokumentidentifikatorTests
{
    private const string Wire = "0f8fad5bd9cb469fa16570867728950e";

    [Theory]
    [InlineData(Wire)]
    [InlineData("0F8FAD5BD9CB469FA16570867728950E")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("0F8FAD5B-D9CB-469F-A165-70867728950E")]
    public void Every_published_form_is_one_value(string tekst)
    {
        Assert.True(Dokumentidentifikator.TryParse(tekst, out var id));
        Assert.True(Dokumentidentifikator.TryParse(Encoding.ASCII.GetBytes(tekst), out var fraBytes));
        Assert.Equal(id, fraBytes);
        Assert.Equal(Wire, id.ToWire());
        Assert.Equal(Wire, id.ToString());
    }

    [Fact]
    public void Bytes_are_in_the_order_of_the_text()
    {
        Assert.True(Dokumentidentifikator.TryParse(Wire, out var id));
        Span<byte> utf8 = stackalloc byte[32];

        Assert.Equal(Convert.FromHexString(Wire), id.ToBytes());
        Assert.Equal(id, Dokumentidentifikator.FromBytes(id.ToBytes()));
        Assert.True(id.TryFormatUtf8(utf8, out var skrevet));
        Assert.Equal(Wire, Encoding.ASCII.GetString(utf8[..skrevet]));
        Assert.False(id.TryFormatUtf8(utf8[..31], out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0f8fad5bd9cb469fa16570867728950")]
    [InlineData("0f8fad5bd9cb469fa16570867728950g")]
    [InlineData("0f8fad5b-d9cb469f-a165-70867728950e0")]
    [InlineData("{0f8fad5bd9cb469fa16570867728950e}")]
    [InlineData("0f8fad5bd9cb469fa16570867728950e0000")]
    [InlineData("0f8fad5b d9cb 469f a165 70867728950e")]
    public void Anything_else_is_refused(string tekst) => Assert.False(Dokumentidentifikator.TryParse(tekst, out _));

    [Fact]
    public void Leading_zeros_are_kept()
    {
        var id = Dokumentidentifikator.FromBytes([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);

        Assert.Equal("00000000000000000000000000000001", id.ToWire());
        Assert.True(default(Dokumentidentifikator).CompareTo(id) < 0);
    }
}
