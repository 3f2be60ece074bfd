using System.Text.Json;
using Felles.Maskinporten.Token;
using Felles.Maskinporten.Token.Steg;

namespace Felles.Maskinporten.Tests;

/// <summary>Each limit of an assertion's time, to the second, with a clock that stands still.</summary>
public sealed class Tidsgrensetester
{
    private const long Naa = 1_795_312_741;

    [Theory]
    [InlineData("10", "130", null)]
    [InlineData("10.5", "130", "issued-after-now")]
    [InlineData("11", "130", "issued-after-now")]
    [InlineData("0", "120", null)]
    [InlineData("0", "120.5", "MP-130")]
    [InlineData("0", "121", "MP-130")]
    [InlineData("0", "0", "MP-130")]
    [InlineData("0", "1", null)]
    [InlineData("-20", "-9", null)]
    [InlineData("-20", "-10", "MP-130")]
    [InlineData("-129", "-9", null)]
    [InlineData("-130", "-10", "MP-130")]
    [InlineData("-131", "-11", "MP-130")]
    public async Task An_assertion_made_at_and_expiring_at_is(string iat, string exp, string? kode)
    {
        var json = $$"""{"iat":{{Naa + decimal.Parse(iat)}},"exp":{{Naa + decimal.Parse(exp)}}}""";
        using var forespoersel = new Tokenforespoersel("", default, DateTimeOffset.FromUnixTimeSeconds(Naa), "");
        forespoersel.SettClaims(JsonDocument.Parse(json));
        Assert.Equal(kode, (await new Tidssteg().ProevAsync(forespoersel, default))?.Feil.Kode);
    }
}
