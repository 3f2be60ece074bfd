using System.ComponentModel.DataAnnotations;
using System.Net;
using Felles.Web.Struping;
using Microsoft.AspNetCore.Http;

namespace Felles.Web.Tests.Struping;

public sealed class KlientadresseTests
{
    private static readonly string[] Betrodde = ["10.0.0.0/8", "192.0.2.10", "fd00::/8", "::ffff:172.16.0.0/108"];

    [Theory]
    [InlineData("203.0.113.5", "198.51.100.1", "203.0.113.5")] // a caller that is no proxy may say what it likes
    [InlineData("10.1.2.3", null, "10.1.2.3")]
    [InlineData("10.1.2.3", "", "10.1.2.3")]
    [InlineData("10.1.2.3", "203.0.113.5", "203.0.113.5")]
    [InlineData("10.1.2.3", "198.51.100.1, 203.0.113.5", "203.0.113.5")] // what stands in front came from the caller
    [InlineData("10.1.2.3", "198.51.100.1, 203.0.113.5, 10.9.9.9", "203.0.113.5")]
    [InlineData("10.1.2.3", "10.4.4.4, 10.9.9.9", "10.4.4.4")]
    [InlineData("10.1.2.3", "203.0.113.5, tull", "10.1.2.3")]
    [InlineData("10.1.2.3", "203.0.113.5,", "10.1.2.3")]
    [InlineData("10.1.2.3", "203.0.113.5:4711", "203.0.113.5")]
    [InlineData("10.1.2.3", "[2001:db8::7]:4711", "2001:db8::7")]
    [InlineData("10.1.2.3", "2001:db8::7", "2001:db8::7")]
    [InlineData("10.1.2.3", "::ffff:203.0.113.5", "203.0.113.5")]
    [InlineData("10.1.2.3", "203.0.113.5, 0x0a.1.1.1", "10.1.2.3")]
    [InlineData("10.1.2.3", "203.0.113.5, 010.1.1.1", "10.1.2.3")]
    [InlineData("10.1.2.3", "203.0.113.5, 127.1", "10.1.2.3")]
    [InlineData("::ffff:10.1.2.3", "203.0.113.5", "203.0.113.5")]
    [InlineData("::ffff:203.0.113.9", "198.51.100.1", "203.0.113.9")]
    [InlineData("192.0.2.10", "203.0.113.5", "203.0.113.5")]
    [InlineData("192.0.2.11", "203.0.113.5", "192.0.2.11")]
    [InlineData("172.16.3.4", "203.0.113.5", "203.0.113.5")]
    [InlineData("fd12::1", "2001:db8::7, fd00::5", "2001:db8::7")]
    public void The_client_is_who_the_trusted_proxies_say(string motpart, string? hode, string ventet)
    {
        var http = Http(motpart, "X-Forwarded-For", hode);
        http.Request.Headers["Forwarded"] = "for=198.51.100.99";
        Assert.Equal(IPAddress.Parse(ventet), Lag(Klienthode.XForwardedFor).Finn(http));
    }

    [Theory]
    [InlineData("for=203.0.113.5", "203.0.113.5")]
    [InlineData("for=198.51.100.1, For=203.0.113.5;proto=https;by=10.0.0.1", "203.0.113.5")]
    [InlineData("proto=https;for=\"[2001:db8::7]:4711\"", "2001:db8::7")]
    [InlineData("for=198.51.100.1, for=unknown", "10.1.2.3")]
    [InlineData("for=198.51.100.1, for=_skjult", "10.1.2.3")]
    [InlineData("for=198.51.100.1, proto=https", "10.1.2.3")]
    public void Forwarded_is_read_where_it_is_the_header_of_the_proxies(string hode, string ventet)
    {
        var http = Http("10.1.2.3", "Forwarded", hode);
        http.Request.Headers["X-Forwarded-For"] = "198.51.100.99";
        Assert.Equal(IPAddress.Parse(ventet), Lag(Klienthode.Forwarded).Finn(http));
    }

    [Fact]
    public void Several_lines_are_one_list()
    {
        var http = Http("10.1.2.3", "X-Forwarded-For", null);
        http.Request.Headers["X-Forwarded-For"] = new(["198.51.100.1, 203.0.113.5", "10.7.7.7"]);
        Assert.Equal(IPAddress.Parse("203.0.113.5"), Lag(Klienthode.XForwardedFor).Finn(http));
    }

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("10.0.0.1", true)]
    [InlineData("fd00::/8", true)]
    [InlineData("10.0.0.1/8", true)]
    [InlineData("10.0.0.0/33", false)]
    [InlineData("lastbalanserer", false)]
    [InlineData("", false)]
    public void A_proxy_that_is_no_address_stops_the_start_and_is_named(string tekst, bool gyldig)
    {
        var feil = new StrupingOptions { BetroddeMellomledd = ["10.0.0.0/8", tekst] }.Validate(new ValidationContext(this)).ToArray();
        Assert.Equal(gyldig, feil.Length == 0);
        Assert.All(feil, f => Assert.StartsWith("Felles:Struping:BetroddeMellomledd:1:", f.ErrorMessage, StringComparison.Ordinal));
    }

    private static Klientadresse Lag(Klienthode hode) =>
        new([.. Betrodde.Select(tekst => Nett.TryLes(tekst, out var nett) ? nett : throw new FormatException(tekst))], hode);

    private static DefaultHttpContext Http(string motpart, string navn, string? hode)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(motpart) } };
        if (hode is not null)
            http.Request.Headers[navn] = hode;
        return http;
    }
}
