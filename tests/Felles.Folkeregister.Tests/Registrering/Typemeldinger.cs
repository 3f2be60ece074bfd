using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Kernel.Identifikatorer;
using static Felles.Folkeregister.Tests.Registrering.Scene;

namespace Felles.Folkeregister.Tests.Registrering;

/// <summary>For each type of event a message that makes it, on persons made for it.</summary>
internal static class Typemeldinger
{
    public static readonly DateOnly Dag = new(2024, 3, 14);

    public static async Task<Personmelding> ForAsync(Scene s, Hendelsestype type) => type switch
    {
        Hendelsestype.PersonErOpprettet => new DNummertildeling { Grunn = Grunn, Ny = Ny() },
        Hendelsestype.EndringIIdentifikasjonsnummer => new Nummerbytte { Grunn = Grunn, Person = await s.PersonAsync() },
        Hendelsestype.PersonErOppdatert => new Maskinretting
        {
            Grunn = Grunn,
            Person = await s.PersonAsync(),
            Rett = static p => p with { Foedsel = [p.Foedsel[0] with { Foedested = "LILLESAND" }] },
        },
        Hendelsestype.PersonErDoed => new Doedsmelding { Grunn = Grunn, Person = await s.PersonAsync(), Doedsdato = Dag },
        Hendelsestype.PersonErUtflyttet => new Utflytting
        {
            Grunn = Grunn, Person = await s.PersonAsync(), Utflyttingsdato = Dag, Til = new() { Tilflyttingsland = "SWE" },
        },
        Hendelsestype.PersonErBosatt => new Innflytting
        {
            Grunn = Grunn,
            Person = await s.PersonAsync(b => b.Status("utflyttet")),
            Innflyttingsdato = Dag,
            Fra = new() { Fraflyttingsland = "SWE" },
            Bostedsadresse = Hjem("Nyveien"),
        },
        Hendelsestype.EndringIStatus => Opplysninger.Status(
            await s.PersonAsync(), new Nyopplysning<Folkeregisterpersonstatus>(new() { Status = Personstatus.Forsvunnet }), Grunn),
        Hendelsestype.EndringIFamilierelasjon => new Familierelasjonsmelding
        {
            Grunn = Grunn,
            Person = await s.PersonAsync(),
            RelatertPerson = await s.PersonAsync(b => b.Kjoenn("mann")),
            RelatertPersonsRolle = Familierelasjontype.Far,
            MinRolle = Familierelasjontype.Barn,
        },
        Hendelsestype.EndringIForeldreansvar => new Foreldreansvarsmelding
        {
            Grunn = Grunn, Barn = await s.PersonAsync(), Ansvarlig = await s.PersonAsync(), Ansvar = Foreldreansvarstype.Andre,
        },
        Hendelsestype.EndringISivilstand => new Vigsel
        {
            Grunn = Grunn, Person = await s.PersonAsync(), Ektefelle = await s.PersonAsync(b => b.Kjoenn("mann")), Dato = Dag,
        },
        Hendelsestype.EndringIAdressebeskyttelse => new Adressevern
        {
            Grunn = Grunn, Person = await s.PersonAsync(), Nivaa = Adressegradering.Fortrolig,
        },
        Hendelsestype.PersonErOpphoert => new Opphoersmelding { Grunn = Grunn, Person = await s.PersonAsync() },
        Hendelsestype.PersonErReaktivert => new Doedsretting { Grunn = Grunn, Person = await s.PersonAsync(b => b.Doed("2024-01-01")) },
        Hendelsestype.PersonErViderefoertSomGjeldendeVedSammenslaaing or Hendelsestype.PersonErOpphoertSomDublett => new Sammenslaaing
        {
            Grunn = Grunn, Gjeldende = await s.PersonAsync(), Dublett = await s.PersonAsync(),
        },
        Hendelsestype.PersonErEndretVedSplitting or Hendelsestype.PersonErGjenopprettetVedSplitting => await SplittingAsync(s),
        _ => await OpplysningAsync(s, type),
    };

    public static Nyperson Ny() => new()
    {
        Navn = new() { Fornavn = "NY", Etternavn = "PERSON" },
        Foedselsdato = new DateOnly(1991, 5, 17),
        Kjoenn = Kjoenn.Mann,
        Foedeland = "SWE",
        Statsborgerskap = ["SWE"],
    };

    private static async Task<Personmelding> SplittingAsync(Scene s)
    {
        var (en, to) = (await s.PersonAsync(), await s.PersonAsync());
        await s.GjoerAsync(new Sammenslaaing { Grunn = Grunn, Gjeldende = en, Dublett = to });
        return new Splitting { Grunn = Grunn, Gjeldende = en, Gjenopprettet = to };
    }

    private static async Task<Personmelding> OpplysningAsync(Scene s, Hendelsestype type)
    {
        var doed = type is Hendelsestype.EndringIDoedsfall or Hendelsestype.EndringIKontaktopplysningerForDoedsbo;
        var p = await s.PersonAsync(doed ? b => b.Doed("2024-01-01") : null);
        return type switch
        {
            Hendelsestype.EndringINavn => Opplysninger.Navn(p, Ny(new Folkeregisterpersonnavn { Fornavn = "NY", Etternavn = "SIRKEL" }), Grunn),
            Hendelsestype.EndringIBostedsadresse => Opplysninger.Bostedsadresse(p, Ny(Hjem("Storgata")), Grunn),
            Hendelsestype.EndringIBostedsadresseUtenFlytting =>
                Opplysninger.BostedsadresseUtenFlytting(p, new Retting<Bostedsadresse>(Hjem("Omdøpt gate")), Grunn),
            Hendelsestype.EndringIOppholdsadresse => Opplysninger.Oppholdsadresse(
                p, Ny(new Oppholdsadresse { Vegadresse = Vei("Hybelveien"), Adressegradering = Adressegradering.Ugradert }), Grunn),
            Hendelsestype.EndringIDeltBosted => Opplysninger.DeltBosted(
                p, Ny(new DeltBosted { Vegadresse = Vei("Andreveien"), StartdatoForKontrakt = Dag,
                    Adressegradering = Adressegradering.Ugradert }), Grunn),
            Hendelsestype.EndringIKontaktinformasjon => Opplysninger.Postadresse(p, Ny(Post("12")), Grunn),
            Hendelsestype.EndringIIdentitetsgrunnlag => Opplysninger.Identitetsgrunnlag(
                p, Ny(new Identitetsgrunnlag { Identitetsgrunnlagstatus = Identitetsgrunnlagstatus.Kontrollert }), Grunn),
            Hendelsestype.EndringIUtenlandskPersonidentifikasjon => Opplysninger.UtenlandskPersonidentifikasjon(p, Ny(Fremmed("SWE")), Grunn),
            Hendelsestype.EndringIUtlendingsmyndighetenesIdentifikasjonsnummer =>
                Opplysninger.UtlendingsmyndighetenesIdentifikasjonsnummer(p, Ny(Fremmed("NOR")), Grunn),
            Hendelsestype.EndringILegitimasjonsdokument => Opplysninger.Legitimasjonsdokument(
                p, Ny(new Identifikasjonsdokument { Identifikasjonsdokumenttype = "pass", Utstederland = "SWE" }), Grunn),
            Hendelsestype.EndringIFalskIdentitet => Opplysninger.FalskIdentitet(
                p, Ny(new FalskIdentitet { ErFalsk = true, RettIdentitetErUkjent = true }), Grunn),
            Hendelsestype.EndringIKontaktopplysningerForDoedsbo => Opplysninger.KontaktinformasjonForDoedsbo(p, Ny(Doedsbo()), Grunn),
            Hendelsestype.EndringIDoedsfall => Opplysninger.Doedsfall(
                p, new Retting<Doedsfall>(new Doedsfall { Doedsdato = new DateOnly(2024, 1, 1) }), Grunn),
            Hendelsestype.EndringIInnflytting => Opplysninger.Innflytting(p, Ny(new InnflyttingTilNorge { Fraflyttingsland = "DNK" }), Grunn),
            Hendelsestype.EndringIUtflytting => Opplysninger.Utflytting(p, Ny(new UtflyttingFraNorge { Tilflyttingsland = "DNK" }), Grunn),
            Hendelsestype.EndringIKjoenn => Opplysninger.Kjoenn(p, Ny(new Personkjoenn { Kjoenn = Kjoenn.Mann }), Grunn),
            Hendelsestype.EndringIFoedsel => Opplysninger.Foedsel(
                p, new Retting<Foedsel>(new Foedsel { Foedselsdato = new DateOnly(1985, 3, 15), Foedselsaar = "1985" }), Grunn),
            Hendelsestype.EndringIFoedselINorge => Opplysninger.FoedselINorge(p, Ny(new FoedselINorge { Rekkefoelgenummer = 11 }), Grunn),
            Hendelsestype.EndringIVergemaal => Opplysninger.Vergemaal(
                p,
                Ny(new VergemaalRepresentasjonEllerFremtidsfullmakt { Verge = new() { FoedselsEllerDNummer = await s.PersonAsync() } }),
                Grunn),
            Hendelsestype.EndringIRettsligHandleevne => Opplysninger.RettsligHandleevne(
                p, Ny(new RettsligHandleevne { RettsligHandleevneomfang = "oekonomiskeForhold" }), Grunn),
            Hendelsestype.EndringIStatsborgerskap => Opplysninger.Statsborgerskap(p, Ny(new Statsborgerskap { Land = "SWE" }), Grunn),
            Hendelsestype.EndringIOpphold => Opplysninger.Opphold(
                p, Ny(new Opphold { Oppholdstillatelse = Oppholdstillatelsetype.Permanent }), Grunn),
            Hendelsestype.EndringIOppholdPaaSvalbard => Opplysninger.OppholdPaaSvalbard(
                p, Ny(new OppholdPaaSvalbard { AntattOppholdsvarighet = AntattOppholdsvarighet.OverTolvMaaneder, Startdato = Dag }), Grunn),
            Hendelsestype.EndringIBrukAvSamiskSpraak => Opplysninger.BrukAvSamiskSpraak(
                p, Ny(new SamiskSpraak { Spraak = [SamiskSpraakType.Nordsamisk] }), Grunn),
            Hendelsestype.EndringISametingetsValgmanntall => Opplysninger.SametingetsValgmanntall(
                p, Ny(new SametingetsValgmanntall { Forhold = ForholdTilSametingetsValgmanntall.Innmeldt, Vedtaksdato = Dag }), Grunn),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No message makes it."),
        };
    }

    private static Nyopplysning<T> Ny<T>(T opplysning)
        where T : Opplysning => new(opplysning);

    private static Personidentifikasjon Fremmed(string land) =>
        new() { Identifikasjonsnummer = "123456789012", Identifikasjonsnummertype = "utenlandskIdentifikasjonsnummer", Utstederland = land };

    private static KontaktinformasjonForDoedsbo Doedsbo() => new()
    {
        Organisasjon = new() { Organisasjonsnavn = "Boet" },
        Skifteform = Skifteform.Annet,
        Attestutstedelsesdato = Dag,
        Adresse = new() { Adresselinje = ["Veien 1"], Poststedsnavn = "OSLO", Postnummer = "0001" },
    };
}
