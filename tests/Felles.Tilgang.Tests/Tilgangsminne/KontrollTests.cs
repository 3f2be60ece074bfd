using System.Collections.Frozen;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Tilgangsminne;

namespace Felles.Tilgang.Tests.Tilgangsminne;

public sealed class KontrollTests
{
    private static readonly Organisasjonsnummer Virksomhet = Virksomheter.Sandkasse("kommune");

    [Fact]
    public void The_scope_and_the_segment_coordinators_scope_open_the_same_package_and_are_told_apart()
    {
        Assert.Equal(3, Rettighetspakke.Alle.Count(p => p.SegmentScope is not null));
        foreach (var pakke in Rettighetspakke.Alle)
        {
            var tilstand = Med(Virksomhet, pakke);
            var vanlig = Assert.IsType<Tilgangssvar.Tillatt>(tilstand.Pakke(Virksomhet, pakke, Sett(pakke.Scope)));
            Assert.Equal((pakke.Scope, false), (vanlig.Scope, vanlig.Segmentansvarlig));
            var segment = tilstand.Pakke(Virksomhet, pakke, Sett(pakke.Scope + ".segmentansvarlig"));
            if (pakke.SegmentScope is null) Assert.IsType<Tilgangssvar.ManglerScope>(segment);
            else Assert.Equal((pakke.SegmentScope, true), segment is Tilgangssvar.Tillatt t ? (t.Scope, t.Segmentansvarlig) : default);
        }
    }

    [Fact]
    public void Only_the_packages_own_scope_opens_it_and_only_for_those_who_have_it()
    {
        foreach (var pakke in Rettighetspakke.Alle)
        {
            foreach (var annen in Rettighetspakke.Alle.Where(p => p != pakke))
            {
                var tilstand = Med(Virksomhet, annen);
                Assert.IsType<Tilgangssvar.ManglerScope>(tilstand.Pakke(Virksomhet, pakke, Sett(annen.Scope)));
                Assert.IsType<Tilgangssvar.IkkeTilgang>(tilstand.Pakke(Virksomhet, pakke, Sett(pakke.Scope)));
            }

            Assert.IsType<Tilgangssvar.IkkeTilgang>(Med(Virksomhet, pakke).Pakke(Virksomheter.Sandkasse("bank"), pakke, Sett(pakke.Scope)));
            Assert.IsType<Tilgangssvar.ManglerScope>(Med(Virksomhet, pakke).Pakke(Virksomhet, pakke, Sett()));
        }
    }

    [Fact]
    public void An_older_version_never_takes_the_place_of_a_newer_one()
    {
        var pakke = Rettighetspakke.Alle[0];
        var tilstand = new Tilgangstilstand();
        tilstand.Ta(Virksomhet.Value, new Virksomhetstilgang(2, 0, FrozenSet<string>.Empty));
        tilstand.Ta(Virksomhet.Value, new Virksomhetstilgang(1, 1, FrozenSet<string>.Empty));
        Assert.IsType<Tilgangssvar.IkkeTilgang>(tilstand.Pakke(Virksomhet, pakke, Sett(pakke.Scope)));
        tilstand.Ta(Virksomhet.Value, new Virksomhetstilgang(3, 1, FrozenSet<string>.Empty));
        Assert.IsType<Tilgangssvar.Tillatt>(tilstand.Pakke(Virksomhet, pakke, Sett(pakke.Scope)));
    }

    [Fact]
    public void Too_old_knowledge_lets_nobody_in_and_gives_no_tokens()
    {
        var alder = TimeSpan.FromSeconds(5);
        var pakke = Rettighetspakke.Alle[0];
        var kontroll = new Tilgangskontroll(Med(Virksomhet, pakke), () => alder, TimeSpan.FromSeconds(5));
        Assert.IsType<Tilgangssvar.Tillatt>(kontroll.Pakke(Virksomhet, pakke, Sett(pakke.Scope)));
        Assert.False(kontroll.ErUtdatert || kontroll.ErForGammel(alder));
        alder += TimeSpan.FromTicks(1);
        Assert.IsType<Tilgangssvar.Utdatert>(kontroll.Pakke(Virksomhet, pakke, Sett(pakke.Scope)));
        Assert.IsType<Scopesvar.Utdatert>(kontroll.Scope(Virksomhet, pakke.Scope));
        Assert.True(kontroll.ErUtdatert && kontroll.ErForGammel(alder));
    }

    [Fact]
    public async Task A_limit_above_the_five_seconds_after_which_a_host_refuses_stops_the_start()
    {
        await using var database = await TestDatabase.CreateAsync(Dialect.Sqlite);
        var feil = await Assert.ThrowsAsync<InvalidSettingException>(
            () => Tilgangsvert.StartAsync(database, null, ("Felles:Tilgang:KontaktgrenseSekunder", "6")));
        Assert.Contains("Felles:Tilgang:KontaktgrenseSekunder", feil.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Asking_allocates_nothing_and_costs_the_same_with_twenty_thousand_organisations()
    {
        var pakke = Rettighetspakke.Alle[0];
        var faa = new Tilgangstilstand();
        faa.Ta(Virksomhet.Value, new Virksomhetstilgang(1, 1, FrozenSet<string>.Empty));
        var mange = new Tilgangstilstand();
        mange.Ta(Virksomhet.Value, new Virksomhetstilgang(1, 1, FrozenSet<string>.Empty));
        for (var i = 0; i < 20_000; i++) mange.Ta(320_000_000 + (i * 11), new Virksomhetstilgang(1, 1, FrozenSet<string>.Empty));
        var scopes = Sett(pakke.Scope);

        var en = Maal(faa);
        var alle = Maal(mange);

        TestContext.Current.SendDiagnosticMessage("1 organisation: {0:0.0} ns; 20 000: {1:0.0} ns", en, alle);
        // A look-up may cost 45 µs; a tenth of a microsecond more is two thousandths of it, well inside the bar of 1.1.
        Assert.True(alle - en < 100, $"{en} ns with one organisation, {alle} ns with 20 000");

        double Maal(Tilgangstilstand tilstand)
        {
            var kontroll = new Tilgangskontroll(tilstand, () => TimeSpan.Zero, TimeSpan.FromSeconds(5));
            var best = double.MaxValue;
            for (var runde = 0; runde < 30; runde++)
            {
                var foer = GC.GetAllocatedBytesForCurrentThread();
                var start = TimeProvider.System.GetTimestamp();
                for (var i = 0; i < 20_000; i++)
                    if (kontroll.Pakke(Virksomhet, pakke, scopes) is not Tilgangssvar.Tillatt) Assert.Fail("It has the package.");
                best = Math.Min(best, TimeProvider.System.GetElapsedTime(start).TotalNanoseconds / 20_000);
                // The smallest object has 24 bytes; the runtime itself may allocate a few between the two readings.
                Assert.True(GC.GetAllocatedBytesForCurrentThread() - foer < 20_000, "Something is allocated for each question.");
            }

            return best;
        }
    }

    private static Tilgangstilstand Med(Organisasjonsnummer virksomhet, Rettighetspakke pakke)
    {
        var tilstand = new Tilgangstilstand();
        tilstand.Ta(virksomhet.Value, new Virksomhetstilgang(1, 1UL << pakke.Indeks, FrozenSet<string>.Empty));
        return tilstand;
    }

    private static FrozenSet<string> Sett(params string[] scopes) => scopes.ToFrozenSet();
}
