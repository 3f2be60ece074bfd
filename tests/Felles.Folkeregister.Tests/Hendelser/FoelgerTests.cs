using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Tests.Registrering;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using static Felles.Folkeregister.Tests.Registrering.Scene;

namespace Felles.Folkeregister.Tests.Hendelser;

/// <summary>A consumer follows while many write, and ends with what the register has.</summary>
public sealed class FoelgerTests
{
    private const int Skrivere = 8;
    private const int EndringerHver = 60;

    [Theory, TestDatabases]
    public async Task A_reader_that_follows_parallel_writers_sees_each_event_once_in_order_and_ends_with_the_register(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var scene = new Scene(vert, 60);
        var personer = new List<Folkeregisteridentifikator>();
        for (var n = 0; n < 6; n++)
            personer.Add(await scene.PersonAsync(b => b.Kjoenn("kvinne")));

        var skrevet = 0;
        var skrivere = Enumerable.Range(0, Skrivere).Select(async nr =>
        {
            var slump = new Random(71_003 + nr);
            for (var i = 0; i < EndringerHver; i++)
            {
                var svar = await scene.Registreringer.UtfoerAsync(Melding(personer, slump, $"N{nr}X{i}"));
                Interlocked.Add(ref skrevet, svar.Match(r => r.Kvitteringer.Sum(k => k.Hendelser.Count), () => 0, _ => 0));
            }
        }).ToArray();

        var kopi = new Dictionary<string, string>();
        var sett = new List<Feedhendelse>();
        var alle = Task.WhenAll(skrivere);
        for (var seq = 0L; ;)
        {
            var ferdig = alle.IsCompleted;
            var side = await Feedklient.SideAsync(vert, "OMH", seq);
            sett.AddRange(side);
            foreach (var hendelse in side)
                kopi[hendelse.Identifikator!] = hendelse.Persondokument!;
            seq = side.Length > 0 ? side[^1].Nr + 1 : seq;
            if (ferdig && sett.Count == skrevet + personer.Count)
                break;
        }

        await alle;
        Assert.Equal(Enumerable.Range(1, sett.Count).Select(n => (long)n), sett.Select(e => e.Nr));
        Assert.Equal(sett.Count, sett.Select(e => e.Hendelsesdokument).Distinct().Count());
        foreach (var (nummer, dokument) in kopi)
        {
            Assert.True(Folkeregisteridentifikator.TryParse(nummer, out var id));
            Assert.Equal((await scene.FinnAsync(id))!.Dokumentid.ToWire(), dokument);
        }
    }

    [Theory, TestDatabases]
    public async Task Two_who_marry_the_same_person_at_once_do_not_both_get_their_way(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var scene = new Scene(vert, 61);
        var ettertraktet = await scene.PersonAsync();
        var friere = new List<Folkeregisteridentifikator>();
        for (var n = 0; n < 6; n++)
            friere.Add(await scene.PersonAsync(b => b.Kjoenn("mann")));

        var svar = await Task.WhenAll(friere.Select((frier, nr) => Task.Run(() => scene.AvvistAsync(
            nr % 2 == 0 ? Gift(frier, ettertraktet) : Gift(ettertraktet, frier)))));

        Assert.Single(svar, s => s.Length == 0);
        Assert.Single((await scene.LesAsync(ettertraktet)).Sivilstand);
    }

    [Theory, TestDatabases]
    public async Task Births_at_once_never_get_the_same_number(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var scene = new Scene(vert, 62);
        var svar = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => scene.GjoerAsync(
            new DNummertildeling { Grunn = Grunn, Ny = Typemeldinger.Ny() }))));
        Assert.Equal(24, svar.Select(s => s.Kvitteringer[0].Identifikator).Distinct().Count());
        Assert.Equal(24, svar.Select(s => s.Kvitteringer[0].Personnoekkel).Distinct().Count());
    }

    private static Vigsel Gift(Folkeregisteridentifikator en, Folkeregisteridentifikator to) =>
        new Vigsel { Grunn = Grunn, Person = en, Ektefelle = to, Dato = Typemeldinger.Dag };

    private static Personmelding Melding(List<Folkeregisteridentifikator> personer, Random slump, string tekst)
    {
        var (en, to) = (personer[slump.Next(personer.Count)], personer[slump.Next(personer.Count)]);
        return slump.Next(4) switch
        {
            0 => Opplysninger.Navn(en, new Nyopplysning<Folkeregisterpersonnavn>(new() { Fornavn = tekst, Etternavn = "TREKANT" }), Grunn),
            1 => Opplysninger.Bostedsadresse(en, new Nyopplysning<Bostedsadresse>(Hjem(tekst)), Grunn),
            2 => Gift(en, to),
            _ => new Samlivsbrudd { Grunn = Grunn, Person = en, Ektefelle = to, Dato = Typemeldinger.Dag, Skilsmisse = true },
        };
    }
}
