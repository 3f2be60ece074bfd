using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;
using Felles.Storage;
using Felles.Testing.Databaser;
using static Felles.Folkeregister.Tests.Registrering.Scene;

namespace Felles.Folkeregister.Tests.Registrering;

/// <summary>What the messages do with the documents, and what they refuse. One host a database for all.</summary>
public sealed class RegistreringTests
{
    private static readonly DateOnly Dag = Typemeldinger.Dag;

    [Theory, TestDatabases]
    public async Task A_replaced_value_is_history_without_an_end_and_an_ended_one_has_it(Dialect dialect) =>
        await MedSceneAsync(dialect, async s =>
    {
        var p = await s.PersonAsync();
        await s.GjoerAsync(Opplysninger.Bostedsadresse(p, new Nyopplysning<Bostedsadresse>(Hjem("Nygata")), Grunn));
        var person = await s.LesAsync(p);
        Assert.Equal(["Nygata", "Prøveveien"], person.Bostedsadresse.Select(b => b.Vegadresse!.Adressenavn));
        Assert.Equal([true, false], person.Bostedsadresse.Select(b => b.ErGjeldende));
        Assert.Null(person.Bostedsadresse[1].Opphoerstidspunkt);
        Assert.Equal(("folkeregistermyndigheten", "Prøve"), (person.Bostedsadresse[0].Kilde, person.Bostedsadresse[0].Aarsak));

        await s.GjoerAsync(new Utflytting { Grunn = Grunn, Person = p, Utflyttingsdato = Dag });
        person = await s.LesAsync(p);
        Assert.Equal([false, false], person.Bostedsadresse.Select(b => b.ErGjeldende));
        Assert.Equal("2024-03-14T00:00:00+01:00", person.Bostedsadresse.Single(b => b.Vegadresse!.Adressenavn == "Nygata").Opphoerstidspunkt?.Tekst);
        Assert.Equal(Personstatus.Utflyttet, person.Status[0].Status);
    });

    [Theory, TestDatabases]
    public async Task A_correction_overwrites_an_annulment_removes_and_the_same_again_changes_nothing(Dialect dialect) =>
        await MedSceneAsync(dialect, async s =>
    {
        var p = await s.PersonAsync();
        await s.GjoerAsync(Opplysninger.BostedsadresseUtenFlytting(p, new Retting<Bostedsadresse>(Hjem("Rettveien")), Grunn));
        Assert.Equal("Rettveien", Assert.Single((await s.LesAsync(p)).Bostedsadresse).Vegadresse!.Adressenavn);

        var navn = new Folkeregisterpersonnavn { Fornavn = "RASK", Etternavn = "TREKANT" };
        Assert.Equal(["uendret"], await s.AvvistAsync(Opplysninger.Navn(p, new Nyopplysning<Folkeregisterpersonnavn>(navn), Grunn)));
        await s.GjoerAsync(Opplysninger.Navn(p, new Annullering<Folkeregisterpersonnavn>(), Grunn));
        Assert.Empty((await s.LesAsync(p)).Navn);
        Assert.Equal(["ikkeRegistrert:opplysning"], await s.AvvistAsync(Opplysninger.Navn(p, new Annullering<Folkeregisterpersonnavn>(), Grunn)));
    });

    [Theory, TestDatabases]
    public async Task Spouses_name_each_other_and_part_again(Dialect dialect) => await MedSceneAsync(dialect, async s =>
    {
        var (en, to) = (await s.PersonAsync(), await s.PersonAsync(b => b.Kjoenn("mann")));
        var vigsel = new Vigsel { Grunn = Grunn, Person = en, Ektefelle = to, Dato = Dag };
        var svar = await s.GjoerAsync(vigsel);
        Assert.Equal(2, svar.Kvitteringer.Count);
        Assert.All(svar.Kvitteringer, k => Assert.Equal(
            [Hendelsestype.EndringISivilstand, Hendelsestype.EndringIFamilierelasjon], k.Hendelser.Select(h => h.Type)));
        foreach (var (person, annen) in new[] { (en, to), (to, en) })
        {
            var gift = await s.LesAsync(person);
            Assert.Equal((Sivilstandstype.Gift, annen), (gift.Sivilstand[0].Type, gift.Sivilstand[0].RelatertVedSivilstand!.Value));
            Assert.Equal(annen, gift.Familierelasjon[0].RelatertPerson);
        }

        Assert.Equal(["alleredeRegistrert:ektefelle"], await s.AvvistAsync(vigsel));
        var tredje = await s.PersonAsync();
        Assert.Equal(["alleredeGift:ektefelle"], await s.AvvistAsync(vigsel with { Person = tredje }));
        Assert.Equal(["sammePerson:ektefelle"], await s.AvvistAsync(vigsel with { Ektefelle = en }));

        await s.GjoerAsync(new Samlivsbrudd { Grunn = Grunn, Person = en, Ektefelle = to, Dato = Dag, Skilsmisse = false });
        Assert.Equal(Sivilstandstype.Separert, (await s.LesAsync(to)).Sivilstand[0].Type);
        await s.GjoerAsync(new Samlivsbrudd { Grunn = Grunn, Person = to, Ektefelle = en, Dato = Dag, Skilsmisse = true });
        var skilt = await s.LesAsync(en);
        Assert.Equal(
            [Sivilstandstype.Skilt, Sivilstandstype.Separert, Sivilstandstype.Gift], skilt.Sivilstand.Select(x => x.Type));
        Assert.Equal(false, skilt.Familierelasjon[0].ErGjeldende);
        Assert.NotNull(skilt.Familierelasjon[0].Opphoerstidspunkt);
    });

    [Theory, TestDatabases]
    public async Task A_death_widows_the_spouse_and_its_annulment_takes_everything_back(Dialect dialect) =>
        await MedSceneAsync(dialect, async s =>
    {
        var (en, to) = (await s.PersonAsync(), await s.PersonAsync(b => b.Kjoenn("mann")));
        await s.GjoerAsync(new Vigsel { Grunn = Grunn, Person = en, Ektefelle = to, Dato = new DateOnly(2020, 1, 1) });
        var foer = (await s.LesAsync(en), await s.LesAsync(to));

        var svar = await s.GjoerAsync(new Doedsmelding { Grunn = Grunn, Person = en, Doedsdato = Dag });
        Assert.Contains(Hendelsestype.PersonErDoed, Typer(svar));
        Assert.Equal(Sivilstandstype.EnkeEllerEnkemann, (await s.LesAsync(to)).Sivilstand[0].Type);
        Assert.Equal(["alleredeRegistrert:person"], await s.AvvistAsync(new Doedsmelding { Grunn = Grunn, Person = en, Doedsdato = Dag }));
        Assert.Equal(["personErDoed:person"], await s.AvvistAsync(Opplysninger.Navn(
            en, new Nyopplysning<Folkeregisterpersonnavn>(new() { Fornavn = "A", Etternavn = "B" }), Grunn)));

        await s.GjoerAsync(new Doedsretting { Grunn = Grunn, Person = en, Doedsdato = Dag.AddDays(-1) });
        Assert.Equal(Dag.AddDays(-1), (await s.LesAsync(en)).Doedsfall!.Doedsdato);
        Assert.Equal(Dag.AddDays(-1), (await s.LesAsync(to)).Sivilstand[0].Sivilstandsdato);

        await s.GjoerAsync(new Doedsretting { Grunn = Grunn, Person = en });
        var (lever, gift) = (await s.LesAsync(en), await s.LesAsync(to));
        Assert.Null(lever.Doedsfall);
        Assert.Equal(foer.Item1.Status.Select(x => x.Status), lever.Status.Select(x => x.Status));
        Assert.Equal(foer.Item2.Sivilstand.Select(x => x.Type), gift.Sivilstand.Select(x => x.Type));
        Assert.True(gift.Familierelasjon[0].ErGjeldende);
        Assert.Null(gift.Familierelasjon[0].Opphoerstidspunkt);
    });

    [Theory, TestDatabases]
    public async Task A_child_gets_a_free_number_and_both_sides_name_each_other(Dialect dialect) => await MedSceneAsync(dialect, async s =>
    {
        var (mor, far) = (await s.PersonAsync(b => b.Gradert("fortrolig")), await s.PersonAsync(b => b.Kjoenn("mann")));
        var melding = new Foedselsmelding
        {
            Grunn = Grunn,
            Mor = mor,
            AnnenForelder = far,
            Foedselsdato = Dag,
            Kjoenn = Kjoenn.Kvinne,
            Navn = new() { Fornavn = "JENTE", Etternavn = "TREKANT" },
        };
        var svar = await s.GjoerAsync(melding, melding);
        var barn = svar.Kvitteringer.Where(k => k.Hendelser[0].Type == Hendelsestype.PersonErOpprettet).Select(k =>
            k.Identifikator).ToArray();
        Assert.Equal(2, barn.Distinct().Count());
        Assert.All(barn, b => Assert.True(b.ErSyntetisk && b.Foedselsdato == Dag && b.Kjoenn == Kjoenn.Kvinne));
        var dokument = await s.LesAsync(barn[0]);
        Assert.Equal([mor, far],
            dokument.Familierelasjon.Select(r =>
                r.RelatertPerson!.Value).Order(Comparer<Folkeregisteridentifikator>.Create((a, _) => a == mor ? -1 : 1)));
        Assert.Equal(Adressegradering.Fortrolig, dokument.Bostedsadresse[0].Adressegradering);
        Assert.Equal(Adressegradering.Fortrolig, dokument.Adressebeskyttelse[0].Graderingsnivaa);
        Assert.Equal(2, (await s.LesAsync(mor)).Familierelasjon.Count);
        Assert.Contains((await s.LesAsync(far)).Foreldreansvar, a => a.Ansvarssubjekt == barn[1]);
        Assert.Equal(["nummerIBruk:identifikator"], await s.AvvistAsync(melding with { Identifikator = barn[0] }));
        Assert.Equal(["ukjentPerson:mor"], await s.AvvistAsync(melding with { Mor = Register.Ukjent }));
    });

    [Theory, TestDatabases]
    public async Task A_d_number_holder_settles_and_both_numbers_lead_to_the_person(Dialect dialect) =>
        await MedSceneAsync(dialect, async s =>
    {
        var ny = await s.GjoerAsync(new DNummertildeling { Grunn = Grunn, Ny = Typemeldinger.Ny() });
        var dNummer = ny.Kvitteringer[0].Identifikator;
        Assert.Equal(Identifikatortype.DNummer, dNummer.Type);

        var svar = await s.GjoerAsync(new Innflytting { Grunn = Grunn, Person = dNummer, Innflyttingsdato = Dag, Bostedsadresse = Hjem("Storgata") });

        var kvittering = Assert.Single(svar.Kvitteringer);
        Assert.Equal([Hendelsestype.EndringIIdentifikasjonsnummer, Hendelsestype.PersonErBosatt], kvittering.Hendelser.Select(h => h.Type));
        Assert.Equal(Identifikatortype.Foedselsnummer, kvittering.Identifikator.Type);
        var gammelt = await s.VentPaaAsync(e => e.Personnoekkel == kvittering.Personnoekkel && e.Versjon == 2 && e.Nr == 0);
        var nytt = await s.VentPaaAsync(e => e.Personnoekkel == kvittering.Personnoekkel && e.Versjon == 2 && e.Nr == 1);
        Assert.Equal((dNummer, kvittering.Identifikator), (gammelt.Identifikator, nytt.Identifikator));
        Assert.Equal((await s.FinnAsync(dNummer))!.Dokumentid, (await s.FinnAsync(kvittering.Identifikator))!.Dokumentid);
        var numre = (await s.LesAsync(dNummer)).Identifikasjonsnummer;
        Assert.Equal([Identifikatorstatuskode.IBruk, Identifikatorstatuskode.Opphoert], numre.Select(n => n.Status));
    });

    [Theory, TestDatabases]
    public async Task Duplicates_are_merged_and_split_again(Dialect dialect) => await MedSceneAsync(dialect, async s =>
    {
        var (en, to) = (await s.PersonAsync(), await s.PersonAsync(b => b.Navn("DOBBEL", "SIRKEL")));
        var (enFoer, toFoer) = ((await s.FinnAsync(en))!, (await s.FinnAsync(to))!);

        await s.GjoerAsync(new Sammenslaaing { Grunn = Grunn, Gjeldende = en, Dublett = to });
        Assert.Equal(enFoer.Personnoekkel, (await s.FinnAsync(to))!.Personnoekkel);
        Assert.Equal(en, (await s.FinnAsync(to))!.Identifikator);
        Assert.Equal(["sammePerson:dublett"], await s.AvvistAsync(new Sammenslaaing { Grunn = Grunn, Gjeldende = en, Dublett = to }));

        await s.GjoerAsync(new Splitting { Grunn = Grunn, Gjeldende = en, Gjenopprettet = to });
        var igjen = (await s.FinnAsync(to))!;
        Assert.Equal((toFoer.Personnoekkel, to), (igjen.Personnoekkel, igjen.Identifikator));
        Assert.Equal(toFoer.Dokument.ToArray(), igjen.Dokument.ToArray());
        Assert.NotEqual(toFoer.Dokumentid, igjen.Dokumentid);
        Assert.Equal(enFoer.Modell().Identifikasjonsnummer.Count, (await s.LesAsync(en)).Identifikasjonsnummer.Count);
        Assert.Equal(["ikkeSammenslaatt:gjenopprettet"], await s.AvvistAsync(new Splitting { Grunn = Grunn, Gjeldende = en, Gjenopprettet = to }));
        await s.GjoerAsync(new Sammenslaaing { Grunn = Grunn, Gjeldende = to, Dublett = en });
        Assert.Equal(to, (await s.FinnAsync(en))!.Identifikator);
    });

    [Theory, TestDatabases]
    public async Task Protection_marks_every_address_and_the_strictest_leaves_one_open(Dialect dialect) =>
        await MedSceneAsync(dialect, async s =>
    {
        var p = await s.PersonAsync();
        await s.GjoerAsync(
            Opplysninger.Bostedsadresse(p, new Nyopplysning<Bostedsadresse>(Hjem("Nygata")), Grunn),
            Opplysninger.Postadresse(p, new Nyopplysning<Kontaktadresse>(Post("7")), Grunn));
        var vern = new Adressevern { Grunn = Grunn, Person = p, Nivaa = Adressegradering.Fortrolig };
        var hendelse = Assert.Single((await s.GjoerAsync(vern)).Kvitteringer[0].Hendelser);
        using var dokument = await s.Vert.HentAsync(Register.Omh($"hendelser/{hendelse.Hendelsesdokument.ToWire()}"));
        var tekst = await dokument.Content.ReadAsStringAsync();
        Assert.Contains("\"entitet\":\"adressebeskyttelse\",\"entitetsendring\":\"registrereNy\"", tekst);
        Assert.Contains("\"entitet\":\"bostedsadresse\",\"entitetsendring\":\"korrigere\"", tekst);
        Assert.Contains("\"entitet\":\"kontaktadresse\",\"entitetsendring\":\"korrigere\"", tekst);
        var fortrolig = await s.LesAsync(p);
        Assert.All(fortrolig.Bostedsadresse, b => Assert.Equal(Adressegradering.Fortrolig, b.Adressegradering));
        Assert.Equal(Adressegradering.Fortrolig, fortrolig.Postadresse[0].Adressegradering);
        await s.GjoerAsync(Opplysninger.Oppholdsadresse(
            p, new Nyopplysning<Oppholdsadresse>(new() { Vegadresse = Vei("Hytta"), Adressegradering = Adressegradering.Ugradert }), Grunn));
        Assert.Equal(Adressegradering.Fortrolig, (await s.LesAsync(p)).Oppholdsadresse[0].Adressegradering);

        Assert.Equal(
            ["adresseSkjermet:aapenPostadresse"], await s.AvvistAsync(vern with { Nivaa = Adressegradering.StrengtFortrolig }));
        await s.GjoerAsync(vern with { Nivaa = Adressegradering.StrengtFortrolig, AapenPostadresse = Post("8034") });
        var strengt = await s.LesAsync(p);
        Assert.True(strengt.Bostedsadresse.Count == 0 && strengt.Oppholdsadresse.Count == 0);
        Assert.Equal(("8034", Adressegradering.Ugradert),
            (Assert.Single(strengt.Postadresse).Postboksadresse!.Postboks, strengt.Postadresse[0].Adressegradering));
        Assert.Equal(["adresseSkjermet:person"], await s.AvvistAsync(Opplysninger.Bostedsadresse(p, new Nyopplysning<Bostedsadresse>(Hjem("Hjemme")), Grunn)));

        await s.GjoerAsync(vern with { Nivaa = Adressegradering.Ugradert, Bostedsadresse = Hjem("Aapen vei") });
        var aapen = await s.LesAsync(p);
        Assert.Equal((0, 0, "Aapen vei"), (aapen.Adressebeskyttelse.Count, aapen.Postadresse.Count, aapen.Bostedsadresse[0].Vegadresse!.Adressenavn));
    });

    [Theory, TestDatabases]
    public async Task What_is_wrong_is_refused_with_its_place_and_nothing_is_written(Dialect dialect) =>
        await MedSceneAsync(dialect, async s =>
    {
        var p = await s.PersonAsync();
        var foer = (await s.FinnAsync(p))!.Dokumentid;
        var imorgen = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(3);
        Assert.Equal(["datoIFramtiden:doedsdato"], await s.AvvistAsync(new Doedsmelding { Grunn = Grunn, Person = p, Doedsdato = imorgen }));
        Assert.Equal(["datoFoerFoedsel:doedsdato"], await s.AvvistAsync(new Doedsmelding { Grunn = Grunn, Person = p, Doedsdato = new DateOnly(1900, 1, 1) }));
        Assert.Equal(["datoIFramtiden:grunn.gyldighetstidspunkt"], await s.AvvistAsync(Opplysninger.Navn(
            p, new Nyopplysning<Folkeregisterpersonnavn>(new() { Fornavn = "A", Etternavn = "B" }),
            Grunn with { Gyldighetstidspunkt = Tidspunkt.Ny(Oslo.Midnatt(imorgen)) })));
        Assert.Equal(["feilLengde:person.navn[0].etternavn"], await s.AvvistAsync(Opplysninger.Navn(
            p, new Nyopplysning<Folkeregisterpersonnavn>(new() { Fornavn = "A", Etternavn = new string('X', 201) }), Grunn)));
        Assert.Equal(["ugyldigStatus:opplysning.status"], await s.AvvistAsync(Opplysninger.Status(
            p, new Nyopplysning<Folkeregisterpersonstatus>(new() { Status = Personstatus.Doed }), Grunn)));
        Assert.Equal(
            ["ukjentPerson:[1].person"],
            await s.AvvistAsync(
                Opplysninger.Navn(p, new Nyopplysning<Folkeregisterpersonnavn>(new() { Fornavn = "A", Etternavn = "B" }), Grunn),
                new Opphoersmelding { Grunn = Grunn, Person = Register.Ukjent }));
        Assert.Equal(foer, (await s.FinnAsync(p))!.Dokumentid);

        await s.GjoerAsync(new Opphoersmelding { Grunn = Grunn, Person = p });
        Assert.Equal(["personErOpphoert:person"], await s.AvvistAsync(new Utflytting { Grunn = Grunn, Person = p, Utflyttingsdato = Dag }));
        await s.GjoerAsync(new Reaktivering { Grunn = Grunn, Person = p });
        Assert.Equal(Personstatus.Bosatt, (await s.LesAsync(p)).Status[0].Status);
    });

    private static async Task MedSceneAsync(Dialect dialect, Func<Scene, Task> gjoer)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        await gjoer(new Scene(vert, 1));
    }
}
