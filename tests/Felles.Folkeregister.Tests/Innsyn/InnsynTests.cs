using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Innsynsregler;
using Felles.Folkeregister.Tests.Registrering;
using Felles.Folkeregister.Tests.Vert;
using Felles.Folkeregister.Tjenester;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Innsyn;

public sealed class InnsynTests
{
    // Folkeregisterloven § 10-1 third paragraph; everything else is hidden.
    private static readonly (string Tjeneste, string Pakke)[] Synlige =
    [
        ("oppslag", "PUH"), ("soek", "PUH"), ("entydigsoek", "PUH"), ("entydigsoek", "PRIV"), ("entydigsoek", "PRIVU"),
    ];

    [Fact]
    public void Every_service_of_every_package_has_a_rule() =>
        Assert.Equal(Alle().Select(t => (t.Navn, t.Pakke.Navn)).Order(), Innsynstabell.Celler.Order());

    [Theory, TestDatabases]
    public async Task Of_each_service_and_package_only_what_the_law_opens_is_shown(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await vert.ImportertAsync(new Personbygger(Register.Kari).Json());
        var tjenester = Alle().ToArray();
        for (var i = 0; i < tjenester.Length; i++)
            await LoggAsync(vert, Oppslag(tjenester[i], 1, i));
        var side = await vert.Tjenester.GetRequiredService<Contracts.Innsyn>().FinnAsync(Register.Kari, maks: 1000);
        var sett = side.Oppslag.Select(o => tjenester[(int)(o.Tidspunkt - Tid(0)).TotalSeconds]).Select(t => (t.Navn, t.Pakke.Kode));
        Assert.Equal(Synlige.Order(), sett.Order());
    }

    [Theory, TestDatabases]
    public async Task It_tells_when_who_for_whom_by_which_right_and_what(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await vert.ImportertAsync(new Personbygger(Register.Kari).Tidligere(Register.KarisDNummer).Json());
        var pakke = Rettighetspakke.MedKode("PUH")!;
        using (await vert.HentAsync(Register.Sti(pakke, $"personer/{Register.Kari.ToWire()}?part=navn")))
        using (await vert.HentAsync(Register.Omh($"personer/{Register.Kari.ToWire()}")))
        using (await vert.HentAsync(Register.Sti(pakke, $"personer/{Register.Kari.ToWire()}?part=tull")))
        {
        }

        var innsyn = vert.Tjenester.GetRequiredService<Contracts.Innsyn>();
        var ett = Assert.Single((await innsyn.FinnAsync(Register.KarisDNummer)).Oppslag);
        Assert.Equal(Registervert.Konsument, ett.Konsument.Organisasjonsnummer);
        var enhet = await vert.Tjenester.GetRequiredService<Enhetsregister.Contracts.Enheter>().FinnAsync(Registervert.Konsument);
        Assert.Equal(enhet?.Navn, ett.Konsument.Navn);
        Assert.Null(ett.Leverandoer);
        Assert.Equal(pakke.Tittel, ett.Rettighet);
        Assert.Equal([Personelement.Identifikasjonsnummer, Personelement.Navn], ett.Elementer.Order());

        var leverandoer = Registervert.UtenTilgang;
        await LoggAsync(vert, Oppslag(Alle().First(t => t is { Navn: "oppslag", Pakke.Kode: "PUH" }), 1, 5) with { Leverandoer = leverandoer });
        Assert.Equal(leverandoer, (await innsyn.FinnAsync(Register.Kari)).Oppslag[^1].Leverandoer!.Organisasjonsnummer);
        Assert.Empty((await innsyn.FinnAsync(Register.Ukjent)).Oppslag);
    }

    [Theory, TestDatabases]
    public async Task Pages_go_on_where_the_last_ended_across_what_is_hidden_and_the_keys_of_a_merged_person(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await vert.ImportertAsync(new Personbygger(Register.Kari).Json(), new Personbygger(Register.Ola).Json());
        await new Scene(vert, 1).GjoerAsync(new Sammenslaaing { Grunn = Scene.Grunn, Gjeldende = Register.Kari, Dublett = Register.Ola });
        var (vist, skjult) = (Alle().First(t => t is { Navn: "oppslag", Pakke.Kode: "PUH" }), Alle().First(t => t is { Navn: "oppslag", Pakke.Kode: "OMH" }));
        for (var n = 0; n < 60; n++)
        {
            for (var i = 0; i < 5; i++)
                await LoggAsync(vert, Oppslag(skjult, n % 2 == 0 ? 1 : 2, n * 10));
            await LoggAsync(vert, Oppslag(vist, n % 3 == 0 ? 1 : 2, n * 10 + 1));
        }

        var begge = Oppslag(vist, 1, 601) with { Personer = new long[] { 1, 2 } };
        await LoggAsync(vert, begge);
        var tider = new List<DateTimeOffset>();
        LookupPosition? etter = null;
        do
        {
            var side = await vert.Tjenester.GetRequiredService<Contracts.Innsyn>().FinnAsync(Register.Kari, etter, 7);
            Assert.True(side.Oppslag.Count <= 7);
            tider.AddRange(side.Oppslag.Select(o => o.Tidspunkt));
            etter = side.Neste;
        }
        while (etter is not null);
        Assert.Equal(Enumerable.Range(0, 61).Reverse().Select(n => Tid(n * 10 + 1)), tider);
    }

    private static IEnumerable<Tjeneste> Alle() => Tjenestetabell.Navn.SelectMany(navn => Tjeneste.Finn(navn, Oppslagstype.Annet));

    private static DateTimeOffset Tid(int sekund) => new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(sekund);

    private static LookupRecord Oppslag(Tjeneste tjeneste, long noekkel, int sekund) => new()
    {
        Tidspunkt = Tid(sekund),
        Tjeneste = "folkeregisteret",
        Rute = tjeneste.Rute,
        Metode = tjeneste.Metode,
        Status = 200,
        Utfall = "ok",
        Konsument = Registervert.Konsument,
        Pakke = tjeneste.Pakke.Navn,
        Personer = new[] { noekkel },
    };

    private static async Task LoggAsync(Registervert vert, LookupRecord oppslag) =>
        await vert.Tjenester.GetRequiredService<LookupLog>().AppendAsync(oppslag);
}
