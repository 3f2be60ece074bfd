using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class FolkeregisterpersonForm
{
    public static void Skriv(Wireskriver ut, Folkeregisterperson v)
    {
        ut.Start();
        ut.Enkeltelement(Personelement.FalskIdentitet, "\"falskIdentitet\":"u8, v.FalskIdentitet, FalskIdentitetForm.Skriv);
        ut.Element(
            Personelement.Identifikasjonsnummer,
            "\"identifikasjonsnummer\":["u8,
            v.Identifikasjonsnummer, IdentifikasjonsnummerForm.Skriv);
        ut.Element(Personelement.Identitetsgrunnlag, "\"identitetsgrunnlag\":["u8, v.Identitetsgrunnlag, IdentitetsgrunnlagForm.Skriv);
        ut.Element(
            Personelement.KontaktinformasjonForDoedsbo,
            "\"kontaktinformasjonForDoedsbo\":["u8,
            v.KontaktinformasjonForDoedsbo, KontaktinformasjonForDoedsboForm.Skriv);
        ut.Element(
            Personelement.Legitimasjonsdokument,
            "\"legitimasjonsdokument\":["u8,
            v.Legitimasjonsdokument, IdentifikasjonsdokumentForm.Skriv);
        ut.Element(Personelement.Status, "\"status\":["u8, v.Status, FolkeregisterpersonstatusForm.Skriv);
        ut.Element(
            Personelement.UtlendingsmyndighetenesIdentifikasjonsnummer,
            "\"utlendingsmyndighetenesIdentifikasjonsnummer\":["u8,
            v.UtlendingsmyndighetenesIdentifikasjonsnummer, PersonidentifikasjonForm.Skriv);
        ut.Element(
            Personelement.UtenlandskPersonidentifikasjon,
            "\"utenlandskPersonidentifikasjon\":["u8,
            v.UtenlandskPersonidentifikasjon, PersonidentifikasjonForm.Skriv);
        ut.Element(Personelement.DeltBosted, "\"deltBosted\":["u8, v.DeltBosted, DeltBostedForm.Skriv);
        ut.Element(Personelement.Kjoenn, "\"kjoenn\":["u8, v.Kjoenn, PersonkjoennForm.Skriv);
        ut.Element(Personelement.Foedsel, "\"foedsel\":["u8, v.Foedsel, FoedselForm.Skriv);
        ut.Element(Personelement.FoedselINorge, "\"foedselINorge\":["u8, v.FoedselINorge, FoedselINorgeForm.Skriv);
        ut.Element(Personelement.Familierelasjon, "\"familierelasjon\":["u8, v.Familierelasjon, FamilierelasjonForm.Skriv);
        ut.Element(Personelement.Sivilstand, "\"sivilstand\":["u8, v.Sivilstand, SivilstandForm.Skriv);
        ut.Enkeltelement(Personelement.Doedsfall, "\"doedsfall\":"u8, v.Doedsfall, DoedsfallForm.Skriv);
        ut.Element(Personelement.Navn, "\"navn\":["u8, v.Navn, FolkeregisterpersonnavnForm.Skriv);
        ut.Element(Personelement.Adressebeskyttelse, "\"adressebeskyttelse\":["u8, v.Adressebeskyttelse, GraderingAvAdresseForm.Skriv);
        ut.Element(Personelement.Bostedsadresse, "\"bostedsadresse\":["u8, v.Bostedsadresse, BostedsadresseForm.Skriv);
        ut.Element(Personelement.Oppholdsadresse, "\"oppholdsadresse\":["u8, v.Oppholdsadresse, OppholdsadresseForm.Skriv);
        ut.Element(Personelement.Innflytting, "\"innflytting\":["u8, v.Innflytting, InnflyttingTilNorgeForm.Skriv);
        ut.Element(Personelement.Utflytting, "\"utflytting\":["u8, v.Utflytting, UtflyttingFraNorgeForm.Skriv);
        ut.Element(Personelement.BrukAvSamiskSpraak, "\"brukAvSamiskSpraak\":["u8, v.BrukAvSamiskSpraak, SamiskSpraakForm.Skriv);
        ut.Element(
            Personelement.ForholdTilSametingetsValgmanntall,
            "\"forholdTilSametingetsValgmanntall\":["u8,
            v.ForholdTilSametingetsValgmanntall, SametingetsValgmanntallForm.Skriv);
        ut.Element(
            Personelement.PreferertKontaktadresse,
            "\"preferertKontaktadresse\":["u8,
            v.PreferertKontaktadresse, PreferertKontaktadresseForm.Skriv);
        ut.Element(Personelement.Postadresse, "\"postadresse\":["u8, v.Postadresse, KontaktadresseForm.Skriv);
        ut.Element(
            Personelement.PostadresseIUtlandet,
            "\"postadresseIUtlandet\":["u8,
            v.PostadresseIUtlandet, KontaktadresseIUtlandetForm.Skriv);
        ut.Element(Personelement.Foreldreansvar, "\"foreldreansvar\":["u8, v.Foreldreansvar, ForeldreansvarForm.Skriv);
        ut.Element(Personelement.Statsborgerskap, "\"statsborgerskap\":["u8, v.Statsborgerskap, StatsborgerskapForm.Skriv);
        ut.Element(Personelement.Bibehold, "\"bibehold\":["u8, v.Bibehold, BibeholdAvNorskStatsborgerskapForm.Skriv);
        ut.Element(Personelement.Opphold, "\"opphold\":["u8, v.Opphold, OppholdForm.Skriv);
        ut.Element(Personelement.OppholdPaaSvalbard, "\"oppholdPaaSvalbard\":["u8, v.OppholdPaaSvalbard, OppholdPaaSvalbardForm.Skriv);
        ut.Element(
            Personelement.VergemaalEllerFremtidsfullmakt,
            "\"vergemaalEllerFremtidsfullmakt\":["u8,
            v.VergemaalEllerFremtidsfullmakt, VergemaalRepresentasjonEllerFremtidsfullmaktForm.Skriv);
        ut.Element(
            Personelement.FratattRettsligHandleevne,
            "\"fratattRettsligHandleevne\":["u8,
            v.FratattRettsligHandleevne, FratattRettsligHandleevneForm.Skriv);
        ut.Element(Personelement.RettsligHandleevne, "\"rettsligHandleevne\":["u8, v.RettsligHandleevne, RettsligHandleevneForm.Skriv);
        ut.Slutt();
    }

    public static Folkeregisterperson Les(ref Utf8JsonReader inn)
    {
        FalskIdentitet? falskIdentitet = null;
        Liste<Identifikasjonsnummer> identifikasjonsnummer = default;
        Liste<Identitetsgrunnlag> identitetsgrunnlag = default;
        Liste<KontaktinformasjonForDoedsbo> kontaktinformasjonForDoedsbo = default;
        Liste<Identifikasjonsdokument> legitimasjonsdokument = default;
        Liste<Folkeregisterpersonstatus> status = default;
        Liste<Personidentifikasjon> utlendingsmyndighetenesIdentifikasjonsnummer = default;
        Liste<Personidentifikasjon> utenlandskPersonidentifikasjon = default;
        Liste<DeltBosted> deltBosted = default;
        Liste<Personkjoenn> kjoenn = default;
        Liste<Foedsel> foedsel = default;
        Liste<FoedselINorge> foedselINorge = default;
        Liste<Familierelasjon> familierelasjon = default;
        Liste<Sivilstand> sivilstand = default;
        Doedsfall? doedsfall = null;
        Liste<Folkeregisterpersonnavn> navn = default;
        Liste<GraderingAvAdresse> adressebeskyttelse = default;
        Liste<Bostedsadresse> bostedsadresse = default;
        Liste<Oppholdsadresse> oppholdsadresse = default;
        Liste<InnflyttingTilNorge> innflytting = default;
        Liste<UtflyttingFraNorge> utflytting = default;
        Liste<SamiskSpraak> brukAvSamiskSpraak = default;
        Liste<SametingetsValgmanntall> forholdTilSametingetsValgmanntall = default;
        Liste<PreferertKontaktadresse> preferertKontaktadresse = default;
        Liste<Kontaktadresse> postadresse = default;
        Liste<KontaktadresseIUtlandet> postadresseIUtlandet = default;
        Liste<Foreldreansvar> foreldreansvar = default;
        Liste<Statsborgerskap> statsborgerskap = default;
        Liste<BibeholdAvNorskStatsborgerskap> bibehold = default;
        Liste<Opphold> opphold = default;
        Liste<OppholdPaaSvalbard> oppholdPaaSvalbard = default;
        Liste<VergemaalRepresentasjonEllerFremtidsfullmakt> vergemaalEllerFremtidsfullmakt = default;
        Liste<FratattRettsligHandleevne> fratattRettsligHandleevne = default;
        Liste<RettsligHandleevne> rettsligHandleevne = default;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("falskIdentitet"u8))
                falskIdentitet = inn.LesObjekt(FalskIdentitetForm.Les);
            else if (inn.ValueTextEquals("identifikasjonsnummer"u8))
                identifikasjonsnummer = inn.LesListe(IdentifikasjonsnummerForm.Les);
            else if (inn.ValueTextEquals("identitetsgrunnlag"u8))
                identitetsgrunnlag = inn.LesListe(IdentitetsgrunnlagForm.Les);
            else if (inn.ValueTextEquals("kontaktinformasjonForDoedsbo"u8))
                kontaktinformasjonForDoedsbo = inn.LesListe(KontaktinformasjonForDoedsboForm.Les);
            else if (inn.ValueTextEquals("legitimasjonsdokument"u8))
                legitimasjonsdokument = inn.LesListe(IdentifikasjonsdokumentForm.Les);
            else if (inn.ValueTextEquals("status"u8))
                status = inn.LesListe(FolkeregisterpersonstatusForm.Les);
            else if (inn.ValueTextEquals("utlendingsmyndighetenesIdentifikasjonsnummer"u8))
                utlendingsmyndighetenesIdentifikasjonsnummer = inn.LesListe(PersonidentifikasjonForm.Les);
            else if (inn.ValueTextEquals("utenlandskPersonidentifikasjon"u8))
                utenlandskPersonidentifikasjon = inn.LesListe(PersonidentifikasjonForm.Les);
            else if (inn.ValueTextEquals("deltBosted"u8))
                deltBosted = inn.LesListe(DeltBostedForm.Les);
            else if (inn.ValueTextEquals("kjoenn"u8))
                kjoenn = inn.LesListe(PersonkjoennForm.Les);
            else if (inn.ValueTextEquals("foedsel"u8))
                foedsel = inn.LesListe(FoedselForm.Les);
            else if (inn.ValueTextEquals("foedselINorge"u8))
                foedselINorge = inn.LesListe(FoedselINorgeForm.Les);
            else if (inn.ValueTextEquals("familierelasjon"u8))
                familierelasjon = inn.LesListe(FamilierelasjonForm.Les);
            else if (inn.ValueTextEquals("sivilstand"u8))
                sivilstand = inn.LesListe(SivilstandForm.Les);
            else if (inn.ValueTextEquals("doedsfall"u8))
                doedsfall = inn.LesObjekt(DoedsfallForm.Les);
            else if (inn.ValueTextEquals("navn"u8))
                navn = inn.LesListe(FolkeregisterpersonnavnForm.Les);
            else if (inn.ValueTextEquals("adressebeskyttelse"u8))
                adressebeskyttelse = inn.LesListe(GraderingAvAdresseForm.Les);
            else if (inn.ValueTextEquals("bostedsadresse"u8))
                bostedsadresse = inn.LesListe(BostedsadresseForm.Les);
            else if (inn.ValueTextEquals("oppholdsadresse"u8))
                oppholdsadresse = inn.LesListe(OppholdsadresseForm.Les);
            else if (inn.ValueTextEquals("innflytting"u8))
                innflytting = inn.LesListe(InnflyttingTilNorgeForm.Les);
            else if (inn.ValueTextEquals("utflytting"u8))
                utflytting = inn.LesListe(UtflyttingFraNorgeForm.Les);
            else if (inn.ValueTextEquals("brukAvSamiskSpraak"u8))
                brukAvSamiskSpraak = inn.LesListe(SamiskSpraakForm.Les);
            else if (inn.ValueTextEquals("forholdTilSametingetsValgmanntall"u8))
                forholdTilSametingetsValgmanntall = inn.LesListe(SametingetsValgmanntallForm.Les);
            else if (inn.ValueTextEquals("preferertKontaktadresse"u8))
                preferertKontaktadresse = inn.LesListe(PreferertKontaktadresseForm.Les);
            else if (inn.ValueTextEquals("postadresse"u8))
                postadresse = inn.LesListe(KontaktadresseForm.Les);
            else if (inn.ValueTextEquals("postadresseIUtlandet"u8))
                postadresseIUtlandet = inn.LesListe(KontaktadresseIUtlandetForm.Les);
            else if (inn.ValueTextEquals("foreldreansvar"u8))
                foreldreansvar = inn.LesListe(ForeldreansvarForm.Les);
            else if (inn.ValueTextEquals("statsborgerskap"u8))
                statsborgerskap = inn.LesListe(StatsborgerskapForm.Les);
            else if (inn.ValueTextEquals("bibehold"u8))
                bibehold = inn.LesListe(BibeholdAvNorskStatsborgerskapForm.Les);
            else if (inn.ValueTextEquals("opphold"u8))
                opphold = inn.LesListe(OppholdForm.Les);
            else if (inn.ValueTextEquals("oppholdPaaSvalbard"u8))
                oppholdPaaSvalbard = inn.LesListe(OppholdPaaSvalbardForm.Les);
            else if (inn.ValueTextEquals("vergemaalEllerFremtidsfullmakt"u8))
                vergemaalEllerFremtidsfullmakt = inn.LesListe(VergemaalRepresentasjonEllerFremtidsfullmaktForm.Les);
            else if (inn.ValueTextEquals("fratattRettsligHandleevne"u8))
                fratattRettsligHandleevne = inn.LesListe(FratattRettsligHandleevneForm.Les);
            else if (inn.ValueTextEquals("rettsligHandleevne"u8))
                rettsligHandleevne = inn.LesListe(RettsligHandleevneForm.Les);
            else
                inn.HoppOver();
        }

        return new()
        {
            FalskIdentitet = falskIdentitet,
            Identifikasjonsnummer = identifikasjonsnummer,
            Identitetsgrunnlag = identitetsgrunnlag,
            KontaktinformasjonForDoedsbo = kontaktinformasjonForDoedsbo,
            Legitimasjonsdokument = legitimasjonsdokument,
            Status = status,
            UtlendingsmyndighetenesIdentifikasjonsnummer = utlendingsmyndighetenesIdentifikasjonsnummer,
            UtenlandskPersonidentifikasjon = utenlandskPersonidentifikasjon,
            DeltBosted = deltBosted,
            Kjoenn = kjoenn,
            Foedsel = foedsel,
            FoedselINorge = foedselINorge,
            Familierelasjon = familierelasjon,
            Sivilstand = sivilstand,
            Doedsfall = doedsfall,
            Navn = navn,
            Adressebeskyttelse = adressebeskyttelse,
            Bostedsadresse = bostedsadresse,
            Oppholdsadresse = oppholdsadresse,
            Innflytting = innflytting,
            Utflytting = utflytting,
            BrukAvSamiskSpraak = brukAvSamiskSpraak,
            ForholdTilSametingetsValgmanntall = forholdTilSametingetsValgmanntall,
            PreferertKontaktadresse = preferertKontaktadresse,
            Postadresse = postadresse,
            PostadresseIUtlandet = postadresseIUtlandet,
            Foreldreansvar = foreldreansvar,
            Statsborgerskap = statsborgerskap,
            Bibehold = bibehold,
            Opphold = opphold,
            OppholdPaaSvalbard = oppholdPaaSvalbard,
            VergemaalEllerFremtidsfullmakt = vergemaalEllerFremtidsfullmakt,
            FratattRettsligHandleevne = fratattRettsligHandleevne,
            RettsligHandleevne = rettsligHandleevne,
        };
    }
}
