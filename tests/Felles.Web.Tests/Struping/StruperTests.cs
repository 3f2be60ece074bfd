using System.Diagnostics.Metrics;
using System.Net;
using Felles.Storage;
using Felles.Web.Struping;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Web.Tests.Struping;

public sealed class StruperTests
{
    private const int Grense = 60;

    private static readonly IPAddress En = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Annen = IPAddress.Parse("192.0.2.2");
    private static readonly IMeterFactory Maalere =
        new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    private readonly Stilleklokke klokke = new();

    [Fact]
    public void The_limit_is_each_addresss_own()
    {
        var struper = Lag();
        Assert.Equal(Grense, Kall(struper, En, Grense + 20));
        Assert.Equal(Grense, Kall(struper, Annen, Grense));
    }

    [Fact]
    public void Twice_the_limit_never_gets_through_at_the_edge_of_a_minute()
    {
        var struper = Lag();
        klokke.Gaa(TimeSpan.FromSeconds(59));
        Assert.Equal(Grense, Kall(struper, En, Grense));
        klokke.Gaa(TimeSpan.FromSeconds(2));
        Assert.Equal(0, Kall(struper, En, Grense));
        klokke.Gaa(TimeSpan.FromSeconds(60));
        Assert.Equal(Grense, Kall(struper, En, Grense));
    }

    [Fact]
    public void A_caller_that_keeps_within_the_limit_is_never_refused()
    {
        var struper = Lag();
        for (var n = 0; n < 10 * Grense; n++)
        {
            Assert.True(struper.Slipper(En, out _), $"call {n}");
            klokke.Gaa(TimeSpan.FromSeconds(60.0 / Grense));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.3)]
    [InlineData(2.9)]
    [InlineData(44.4)]
    public void The_wait_is_exact_and_refused_calls_do_not_lengthen_it(double start)
    {
        var struper = Lag();
        klokke.Gaa(TimeSpan.FromSeconds(start));
        Assert.Equal(Grense / 2, Kall(struper, En, Grense / 2));
        klokke.Gaa(TimeSpan.FromSeconds(10));
        Assert.Equal(Grense / 2, Kall(struper, En, Grense / 2));
        klokke.Gaa(TimeSpan.FromSeconds(5));
        Assert.False(struper.Slipper(En, out var vent));
        Assert.InRange(vent, TimeSpan.FromSeconds(42), TimeSpan.FromSeconds(45));
        Assert.Equal(0, Kall(struper, En, 500));
        klokke.Gaa(vent - TimeSpan.FromTicks(1));
        Assert.False(struper.Slipper(En, out var rest));
        Assert.Equal(TimeSpan.FromTicks(1), rest);
        klokke.Gaa(rest);
        Assert.Equal(Grense / 2, Kall(struper, En, Grense));
    }

    [Fact]
    public void A_long_silence_empties_the_count()
    {
        for (var del = 0; del < Kallteller.Deler; del++)
        {
            var struper = Lag();
            Kall(struper, En, Grense);
            klokke.Gaa(TimeSpan.FromMinutes(1) + (Kallteller.Del * del));
            Assert.Equal(Grense, Kall(struper, En, Grense + 1));
        }
    }

    [Fact]
    public void Ipv4_in_ipv6_clothes_is_the_same_caller_and_a_network_of_ipv6_is_one()
    {
        var struper = Lag();
        var klient = new Klientadresse([], Klienthode.XForwardedFor);
        Assert.Equal(Grense, Kall(struper, En, Grense));
        Assert.False(struper.Slipper(klient.Finn(Http("::ffff:192.0.2.1")), out _));
        Assert.Equal(Grense, Kall(struper, IPAddress.Parse("2001:db8:1:2::1"), Grense));
        Assert.False(struper.Slipper(IPAddress.Parse("2001:db8:1:2:ffff::9"), out _));
        Assert.True(struper.Slipper(IPAddress.Parse("2001:db8:1:3::1"), out _));
    }

    [Fact]
    public void Many_addresses_take_bounded_memory_and_nobody_escapes()
    {
        var struper = Lag(adresser: 1000);
        for (var n = 0; n < 200_000; n++)
            struper.Slipper(new IPAddress(0x0A000000L + ((long)n << 8)), out _);
        Assert.Equal(1000, struper.Antall);

        // A late comer shares a counter, and is still limited.
        Assert.InRange(Kall(struper, En, 3 * Grense), 0, Grense);

        // A minute later the idle ones are forgotten, and it has its own.
        klokke.Gaa(TimeSpan.FromMinutes(2));
        Assert.Equal(Grense, Kall(struper, Annen, 3 * Grense));
        Assert.Equal(1, struper.Antall);
    }

    [Fact]
    public async Task Parallel_calls_get_the_limit_and_not_one_more()
    {
        var struper = Lag(grense: 5000);
        var slapp = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Kall(struper, En, 1000))));
        Assert.Equal(5000, slapp.Sum());
    }

    [Fact]
    public async Task The_refusal_is_written_by_the_service_and_without_a_limit_the_endpoint_is_untouched()
    {
        RequestDelegate endepunkt = _ => Task.CompletedTask;
        Assert.Same(endepunkt, Lag(grense: 0).Around(endepunkt, (_, _) => Task.CompletedTask));

        var vent = TimeSpan.Zero;
        var vernet = Lag(grense: 1).Around(endepunkt, (_, tid) =>
        {
            vent = tid;
            return Task.CompletedTask;
        });
        await vernet(Http("192.0.2.1"));
        Assert.Equal(TimeSpan.Zero, vent);
        await vernet(Http("192.0.2.1"));
        Assert.Equal(TimeSpan.FromSeconds(60), vent);
    }

    [Theory]
    [InlineData("Produksjon", null, StrupingOptions.Produksjonsgrense)]
    [InlineData("Produksjon", "7", 7)]
    [InlineData("Produksjon", "0", int.MaxValue)]
    [InlineData("Sandkasse", null, int.MaxValue)]
    [InlineData("Sandkasse", "7", 7)]
    public void Production_has_the_published_limit_and_the_sandbox_none_unless_set(string modus, string? perMinutt, int ventet)
    {
        var innstillinger = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Felles:Mode"] = modus,
            ["Felles:Database"] = modus is "Produksjon" ? "Host=db;Database=felles" : "sqlite",
            ["Felles:Struping:PerMinutt"] = perMinutt,
        }).Build();
        var struper = new ServiceCollection().AddSingleton<TimeProvider>(klokke).AddFellesOptions<FellesOptions>(innstillinger, "Felles")
            .AddStruping(innstillinger).AddStruping(innstillinger).BuildServiceProvider().GetRequiredService<Struper>();
        var slapp = 0;
        var vernet = struper.Around(
            _ =>
            {
                slapp++;
                return Task.CompletedTask;
            },
            (_, _) => Task.CompletedTask);
        var http = Http("192.0.2.1");
        for (var nr = 0; nr < StrupingOptions.Produksjonsgrense + 5; nr++)
            vernet(http);
        Assert.Equal(Math.Min(ventet, StrupingOptions.Produksjonsgrense + 5), slapp);
    }

    private static DefaultHttpContext Http(string adresse) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(adresse) } };

    private static int Kall(Struper struper, IPAddress adresse, int antall) =>
        Enumerable.Range(0, antall).Count(_ => struper.Slipper(adresse, out var _));

    private Struper Lag(int grense = Grense, int adresser = 100_000) =>
        new(new StrupingOptions { Adresser = adresser }, grense, klokke, Maalere);
}
