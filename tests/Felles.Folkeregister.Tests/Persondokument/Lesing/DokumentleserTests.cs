using System.Text;
using Felles.Folkeregister.Persondokument;
using Felles.Folkeregister.Persondokument.Lesing;
using Felles.Folkeregister.Tests.Persondokument.Bygging;
using Felles.Kernel.Feil;

namespace Felles.Folkeregister.Tests.Persondokument.Lesing;

public sealed class DokumentleserTests
{
    /// <summary>Document, code and path of the one fault in it.</summary>
    public static TheoryData<string, string, string> Feil => new()
    {
        { """[]""", "feilType", "" },
        { """{"navn":{}}""", "feilType", "navn" },
        { """{"doedsfall":[]}""", "feilType", "doedsfall" },
        { """{"kjoenn":["kvinne"]}""", "feilType", "kjoenn[0]" },
        { """{"kjoenn":[null]}""", "feilType", "kjoenn[0]" },
        { """{"kjoenn":[{"kjoenn":1}]}""", "feilType", "kjoenn[0].kjoenn" },
        { """{"kjoenn":[{"kjoenn":"mann","erGjeldende":"true"}]}""", "feilType", "kjoenn[0].erGjeldende" },
        { """{"foedselINorge":[{"rekkefoelgenummer":"11"}]}""", "feilType", "foedselINorge[0].rekkefoelgenummer" },
        { """{"foedselINorge":[{"rekkefoelgenummer":1.5}]}""", "ugyldigHeltall", "foedselINorge[0].rekkefoelgenummer" },
        { """{"foedselINorge":[{"rekkefoelgenummer":-1}]}""", "ugyldigHeltall", "foedselINorge[0].rekkefoelgenummer" },
        { """{"foedselINorge":[{"rekkefoelgenummer":2147483648}]}""", "ugyldigHeltall", "foedselINorge[0].rekkefoelgenummer" },
        { """{"foedselINorge":[{"rekkefoelgenummer":1e1}]}""", "ugyldigHeltall", "foedselINorge[0].rekkefoelgenummer" },
        { """{"kjoenn":[{"kjoenn":"Mann"}]}""", "ukjentKode", "kjoenn[0].kjoenn" },
        { """{"kjoenn":[{"kjoenn":"mann"},{"kjoenn":"mann","alder":4}]}""", "ukjentMedlem", "kjoenn[1].alder" },
        { """{"navnet":[{"a":[{}]}]}""", "ukjentMedlem", "navnet" },
        { """{"02878334143":1}""", "ukjentMedlem", "?" },
        { """{"Navn":[]}""", "ukjentMedlem", "Navn" },
        { """{"kjoenn":[{"kjoenn":"mann","kjoenn":"mann"}]}""", "dobbeltMedlem", "kjoenn[0].kjoenn" },
        { """{"kjoenn":[],"kjoenn":[{"kjoenn":"mann"}]}""", "dobbeltMedlem", "kjoenn" },
        { """{"kjoenn":[{}]}""", "manglerMedlem", "kjoenn[0].kjoenn" },
        { """{"kjoenn":[{"kjoenn":null}]}""", "manglerMedlem", "kjoenn[0].kjoenn" },
        { """{"navn":[{"fornavn":"A"}]}""", "manglerMedlem", "navn[0].etternavn" },
        { """{"falskIdentitet":{"rettIdentitetVedOpplysninger":{"personnavn":{"fornavn":"A","etternavn":"B"},"statsborgerskap":[]},"erFalsk":true}}""", "manglerMedlem", "falskIdentitet.rettIdentitetVedOpplysninger.statsborgerskap" },
        { """{"bostedsadresse":[{"adressegradering":"ugradert"}]}""", "ettAv", "bostedsadresse[0]" },
        { """{"bostedsadresse":[{"ukjentBosted":{},"matrikkeladresse":{"matrikkelnummer":{"kommunenummer":"0301","gaardsnummer":1,"bruksnummer":2}},"adressegradering":"ugradert"}]}""", "ettAv", "bostedsadresse[0]" },
        { """{"oppholdsadresse":[{"adressenErUkjent":true,"utenlandskAdresse":{"landkode":"SE"},"adressegradering":"ugradert"}]}""", "ettAv", "oppholdsadresse[0]" },
        { """{"kontaktinformasjonForDoedsbo":[{"person":{},"skifteform":"annet","attestutstedelsesdato":"2020-01-01","adresse":{"adresselinje":["A"],"poststedsnavn":"B","postnummer":"C"}}]}""", "ettAv", "kontaktinformasjonForDoedsbo[0].person" },
        { """{"kontaktinformasjonForDoedsbo":[{"organisasjon":{"organisasjonsnavn":"A"},"skifteform":"annet","attestutstedelsesdato":"2020-01-01","adresse":{"adresselinje":["A","B","C"],"poststedsnavn":"B","postnummer":"C"}}]}""", "forMange", "kontaktinformasjonForDoedsbo[0].adresse.adresselinje" },
        { """{"brukAvSamiskSpraak":[{"spraak":["nordsamisk","soersamisk","lulesamisk","nordsamisk"]}]}""", "forMange", "brukAvSamiskSpraak[0].spraak" },
        { """{"brukAvSamiskSpraak":[{"spraak":["nordsamisk","pitesamisk"]}]}""", "ukjentKode", "brukAvSamiskSpraak[0].spraak[1]" },
        { """{"navn":[{"fornavn":"","etternavn":"B"}]}""", "feilLengde", "navn[0].fornavn" },
        { """{"navn":[{"fornavn":"A\u0000","etternavn":"B"}]}""", "ugyldigTegn", "navn[0].fornavn" },
        { """{"navn":[{"fornavn":"A\ud800","etternavn":"B"}]}""", "ugyldigTegn", "navn[0].fornavn" },
        { """{"navn":[{"fornavn":"A\uFFFE","etternavn":"B"}]}""", "ugyldigTegn", "navn[0].fornavn" },
        { """{"foedsel":[{"foedselsaar":"85"}]}""", "feilForm", "foedsel[0].foedselsaar" },
        { """{"foedsel":[{"foedselsaar":"1985","foedeland":"NO"}]}""", "feilForm", "foedsel[0].foedeland" },
        { """{"foedsel":[{"foedselsaar":"1985","foedeland":"nor"}]}""", "feilForm", "foedsel[0].foedeland" },
        { """{"foedsel":[{"foedselsaar":"1985","foedekommuneINorge":"301"}]}""", "feilForm", "foedsel[0].foedekommuneINorge" },
        { """{"postadresseIUtlandet":[{"adressegradering":"ugradert","utenlandskAdresse":{"landkode":"SWE"}}]}""", "feilForm", "postadresseIUtlandet[0].utenlandskAdresse.landkode" },
        { """{"bostedsadresse":[{"vegadresse":{"kommunenummer":"0301","adressenavn":"A","adressenummer":{"husnummer":"12345"}},"adressegradering":"ugradert"}]}""", "feilForm", "bostedsadresse[0].vegadresse.adressenummer.husnummer" },
        { """{"bostedsadresse":[{"vegadresse":{"kommunenummer":"0301","adressenavn":"A","adressenummer":{"husnummer":"1","husbokstav":"Ö"}},"adressegradering":"ugradert"}]}""", "feilForm", "bostedsadresse[0].vegadresse.adressenummer.husbokstav" },
        { """{"bostedsadresse":[{"vegadresse":{"kommunenummer":"0301","adressenavn":"A","poststed":{"postnummer":"021"}},"adressegradering":"ugradert"}]}""", "feilForm", "bostedsadresse[0].vegadresse.poststed.postnummer" },
        { """{"doedsfall":{"doedsdato":"2023-02-29"}}""", "ugyldigDato", "doedsfall.doedsdato" },
        { """{"doedsfall":{"doedsdato":"2023-2-9"}}""", "ugyldigDato", "doedsfall.doedsdato" },
        { """{"doedsfall":{"doedsdato":"0000-01-01"}}""", "ugyldigDato", "doedsfall.doedsdato" },
        { """{"doedsfall":{"ajourholdstidspunkt":"2023-02-28T10:00:00"}}""", "ugyldigTidspunkt", "doedsfall.ajourholdstidspunkt" },
        { """{"doedsfall":{"opphoerstidspunkt":"2023-02-28T10:00:00.1234567890Z"}}""", "ugyldigTidspunkt", "doedsfall.opphoerstidspunkt" },
        { """{"identifikasjonsnummer":[{"status":"iBruk","foedselsEllerDNummer":"14838534084","identifikatortype":"foedselsnummer"}]}""", "ugyldigIdentifikator", "identifikasjonsnummer[0].foedselsEllerDNummer" },
        { """{"foreldreansvar":[{"ansvar":"felles","ansvarligOrganisasjon":"974760674"}]}""", "ugyldigOrganisasjonsnummer", "foreldreansvar[0].ansvarligOrganisasjon" },
    };

    [Theory]
    [MemberData(nameof(Feil))]
    public void A_fault_is_told_with_its_code_and_its_place(string dokument, string kode, string sti)
    {
        var funn = Assert.Single(Dokumenter.Les(dokument).Avvist());
        Assert.Equal((kode, sti), (funn.Feil.Kode, funn.Sti));
        Assert.NotEmpty(funn.Melding);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{'navn':[]}")]
    [InlineData("""{"kjoenn":[{"kjoenn":"mann",}]}""")]
    [InlineData("""{"kjoenn":[{"kjoenn":"ma""")]
    [InlineData("""{"foedselINorge":[{"rekkefoelgenummer":011}]}""")]
    public void Broken_json_is_told_with_its_line(string dokument) =>
        Assert.Contains(Dokumenter.Les(dokument).Avvist(), funn => funn.Feil == PersondokumentFeilkoder.BruttJson);

    [Theory]
    [InlineData(20)]
    [InlineData(100_000)]
    public void A_document_that_nests_without_end_is_refused(int nivaaer) =>
        Assert.Contains(
            Dokumenter.Les($$"""{"navn":{{string.Concat(Enumerable.Repeat("[", nivaaer))}}""").Avvist(),
            funn => funn.Feil == PersondokumentFeilkoder.ForDypt);

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused() =>
        Assert.Equal(
            PersondokumentFeilkoder.UgyldigUtf8,
            Assert.Single(new Dokumentleser().Les([.. """{"navn":[{"fornavn":"""u8, (byte)'"', 0xC3, 0x28, (byte)'"', .. "}]}"u8]).Avvist()).Feil);

    [Fact]
    public void A_document_of_many_megabytes_is_refused_unread() =>
        Assert.Equal(
            PersondokumentFeilkoder.ForStort, Assert.Single(new Dokumentleser().Les(new byte[Dokumentleser.MaksBytes + 1]).Avvist()).Feil);

    [Fact]
    public void More_entries_than_an_index_holds_are_refused() =>
        Assert.Equal(
            PersondokumentFeilkoder.ForMangeOppfoeringer,
            Assert.Single(Dokumenter.Les($$"""{"kjoenn":[{{string.Join(',', Enumerable.Repeat("""{"kjoenn":"mann"}""", 65_536))}}]}""").Avvist()).Feil);

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var funn = Dokumenter.Les("""{"kjoenn":[{"kjoenn":"x"}],"navn":[{"fornavn":""},{"etternavn":5}],"ukjent":{},"status":[{"status":"doed"}]}""").Avvist();
        Assert.Equal(
            ["kjoenn[0].kjoenn", "navn[0].fornavn", "navn[0].etternavn", "navn[1].etternavn", "navn[1].fornavn", "ukjent"],
            funn.Select(ett => ett.Sti));
    }

    [Fact]
    public void The_list_of_faults_is_bounded_and_says_so()
    {
        var funn = Dokumenter.Les($$"""{"kjoenn":[{{string.Join(',', Enumerable.Repeat("{}", 5000))}}]}""").Avvist();
        Assert.Equal(1001, funn.Count);
        Assert.Equal(PersondokumentFeilkoder.ForMangeFeil, funn[^1].Feil);
    }

    [Fact]
    public void Length_is_counted_in_characters_not_bytes()
    {
        Assert.Empty(Feilen(string.Concat(Enumerable.Repeat("𝕏", 200))));
        Assert.Equal("feilLengde", Assert.Single(Feilen(string.Concat(Enumerable.Repeat("å", 201)))).Feil.Kode);

        static IReadOnlyList<Funn> Feilen(string navn) =>
            Dokumenter.Les($$"""{"navn":[{"fornavn":"{{navn}}","etternavn":"B"}]}""").Match(static (_, _) => (IReadOnlyList<Funn>)[], funn => funn);
    }

    [Fact]
    public void No_message_repeats_an_identity_number()
    {
        var funn = Dokumenter.Les("""{"identifikasjonsnummer":[{"status":"02878334143","foedselsEllerDNummer":"02878334144","identifikatortype":2878334143}],"02878334143":[]}""").Avvist();
        Assert.Equal(4, funn.Count);
        Assert.DoesNotContain(funn, ett => $"{ett.Sti} {ett.Melding}".Contains("0287833414", StringComparison.Ordinal));
    }

    [Fact]
    public void The_form_that_packages_without_statute_receive_is_taken()
    {
        var dokument = """{"status":[{"erGjeldende":true,"status":"aktiv"}],"sivilstand":[{"erGjeldende":true,"sivilstand":"gift"}],"statsborgerskap":[{"erGjeldende":true,"statsborgerskap":"NOR"}]}""";
        Assert.Equal(dokument, Encoding.UTF8.GetString(Dokumenter.Les(dokument).Godtatt().Dokument));
    }

    [Fact]
    public void A_reader_judges_the_next_document_afresh()
    {
        var leser = new Dokumentleser();
        Assert.NotEmpty(leser.Les("""{"kjoenn":[{"kjoenn":[[[["""u8).Avvist());
        Assert.Equal("{}", Encoding.UTF8.GetString(leser.Les("{}"u8).Godtatt().Dokument));
    }
}
