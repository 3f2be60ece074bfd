using System.Buffers;
using System.Text;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Tests.Persondokument.Bygging;
using static Felles.Folkeregister.Tests.Persondokument.Pakker.Snitt;

namespace Felles.Folkeregister.Tests.Persondokument.Pakker;

public sealed class DelTests
{
    private static readonly string Dokument = Encoding.UTF8.GetString(Dokumenter.Eksempel("bosatt-med-hjemmel.json"));

    [Fact]
    public void Nothing_asked_for_is_the_basis_of_a_person()
    {
        string[] basis = ["identifikasjonsnummer", "identitetsgrunnlag", "status", "kjoenn", "foedsel", "sivilstand", "navn", "bostedsadresse", "oppholdsadresse", "postadresse", "postadresseIUtlandet", "statsborgerskap"];
        Assert.Equal(basis, Elementer(Kutt("OMH", Dokument)));
        Assert.Equal(basis, Elementer(Kutt("OMH", Dokument, "person-basis")));
        Assert.Equal(basis, Elementer(Kutt("OMH", Dokument, "historikk")));
        Assert.Single(Oppfoeringer(Kutt("OMH", Dokument), "identifikasjonsnummer"));
        Assert.Equal(2, Oppfoeringer(Kutt("OMH", Dokument, "historikk"), "identifikasjonsnummer").Count());
    }

    [Theory]
    [InlineData("OMH", true, true)]
    [InlineData("OUH", true, true)]
    [InlineData("PUH", true, true)]
    [InlineData("FIN", true, true)]
    [InlineData("EID", true, true)]
    [InlineData("PRIV", false, true)]
    [InlineData("PRE", false, true)]
    [InlineData("PRIVU", false, false)]
    [InlineData("PREU", false, false)]
    public void The_number_comes_always_when_asked_for_or_never(string pakke, bool alltid, bool uttrykkelig)
    {
        Assert.Equal(alltid, Elementer(Kutt(pakke, Dokument)).Contains("identifikasjonsnummer"));
        Assert.Equal(alltid, Elementer(Kutt(pakke, Dokument, "kjoenn")).Contains("identifikasjonsnummer"));
        Assert.Equal(uttrykkelig, Elementer(Kutt(pakke, Dokument, "identifikasjonsnummer")).Contains("identifikasjonsnummer"));
    }

    [Theory]
    [InlineData("OMH", "utenlandskPersonidentifikasjon legitimasjonsdokument")]
    [InlineData("EID", "utenlandskPersonidentifikasjon legitimasjonsdokument")]
    [InlineData("OUH", "")]
    [InlineData("FIN", "")]
    public void The_extended_identity_comes_in_two_packages(string pakke, string elementer) =>
        Assert.Equal(
            elementer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            Elementer(Kutt(pakke, Dokument, "identitetsgrunnlag-utvidet")).Except(["identifikasjonsnummer"]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("OMH", 3)]
    [InlineData("FIN", 3)]
    [InlineData("OUH", 1)]
    [InlineData("PREU", 1)]
    public void Relations_come_in_two_packages_and_guardians_in_all(string pakke, int elementer) =>
        Assert.Equal(elementer, Elementer(Kutt(pakke, Dokument, "relasjon-utvidet")).Except(["identifikasjonsnummer"]).Count());

    [Fact]
    public void False_identity_is_asked_for_by_name_outside_the_alias()
    {
        const string Falsk = """{"falskIdentitet":{"erGjeldende":true,"rettIdentitetErUkjent":true,"erFalsk":true}}""";
        Assert.Empty(Elementer(Kutt("OUH", Falsk, "identitetsgrunnlag-utvidet")));
        Assert.Equal(["falskIdentitet"], Elementer(Kutt("OUH", Falsk, "falskIdentitet")));
        Assert.Equal(["falskIdentitet"], Elementer(Kutt("EID", Falsk, "identitetsgrunnlag-utvidet")));
        Assert.Empty(Elementer(Kutt("PUH", Falsk, "falskIdentitet")));
    }

    [Fact]
    public void Letter_case_does_not_count() =>
        Assert.Equal(["identifikasjonsnummer", "navn"], Elementer(Kutt("OMH", Dokument, "NAVN", "RettsligHandleevne", "Historikk")));

    [Theory]
    [InlineData("forholdTilSametingetsValgmanntall")]
    [InlineData("navn-historikk")]
    [InlineData("navn,status")]
    [InlineData("")]
    [InlineData("folkeregisterperson")]
    public void An_unknown_or_withdrawn_part_is_told(string del)
    {
        foreach (var pakke in Snitt.Pakkekoder)
            Assert.Equal(del, new Pakkeplaner([]).For(pakke, ["navn", del]).Match(_ => "?", verdi => verdi));
    }

    [Fact]
    public void A_part_that_the_package_does_not_have_brings_nothing() =>
        Assert.Equal(["identifikasjonsnummer"], Elementer(Kutt("OUH", Dokument, "opphold", "familierelasjon")));

    [Theory]
    [InlineData("foedselINorge", "PUH", """{"foedselINorge":[{"rekkefoelgenummer":11}]}""", "foedselINorge")]
    [InlineData("adressebeskyttelse", "FIN", """{"adressebeskyttelse":[{"graderingsnivaa":"fortrolig"}]}""", "adressebeskyttelse")]
    [InlineData("tjenesteomraade", "OUH", """{"vergemaalEllerFremtidsfullmakt":[{"verge":{"tjenesteomraade":[{"vergeTjenestevirksomhet":"nav","vergeTjenesteoppgave":"arbeid"}]}}]}""", "nav")]
    [InlineData("kilde-og-aarsak", "FIN", """{"kjoenn":[{"kilde":"K","aarsak":"A","kjoenn":"mann"}]}""", "aarsak")]
    [InlineData("klientadresse", "OUH", """{"bostedsadresse":[{"ukjentBosted":{},"adressegradering":"klientadresse"}]}""", "klientadresse")]
    [InlineData("historiske-adressedatoer", "PRIV", """{"bostedsadresse":[{"erGjeldende":false,"ukjentBosted":{},"adressegradering":"ugradert","flyttedato":"2020-01-01"}]}""", "flyttedato")]
    [InlineData("historisk-flytting", "OUH", """{"utflytting":[{"erGjeldende":false,"tilflyttingsland":"SWE","utflyttingsdato":"2020-01-01"}]}""", "SWE")]
    [InlineData("sivilstandsfelter", "EID", """{"sivilstand":[{"sivilstand":"gift","sted":"Bø"}]}""", "Bø")]
    [InlineData("statsborgerskapsfelter", "PRE", """{"statsborgerskap":[{"statsborgerskap":"NOR","ervervsdato":"2020-01-01"}]}""", "ervervsdato")]
    public void A_switch_delivers_what_is_unclear_in_the_packages_it_names(string valg, string pakke, string dokument, string venter)
    {
        Assert.DoesNotContain(venter, Kutt(pakke, dokument, Alt).GetRawText(), StringComparison.Ordinal);
        Assert.Contains(venter, Kutt(new Pakkeplaner([valg]), pakke, dokument, Alt).GetRawText(), StringComparison.Ordinal);
        Assert.Contains(venter, Kutt(new Pakkeplaner([$"{valg}@{pakke}"]), pakke, dokument, Alt).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_switch_can_also_hold_back() =>
        Assert.DoesNotContain(
            "02878334143",
            Kutt(new Pakkeplaner(["verge-uten-nummer@OUH"]), "OUH", """{"vergemaalEllerFremtidsfullmakt":[{"verge":{"foedselsEllerDNummer":"02878334143"}}]}""", Alt).GetRawText(),
            StringComparison.Ordinal);

    [Fact]
    public void Switches_never_open_a_spouse_or_a_historic_moving_date()
    {
        var alle = new Pakkeplaner(Pakkematrise.Valgnavn);
        Assert.DoesNotContain("relatertVedSivilstand", Kutt(alle, "EID", Dokument, Alt).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("utflyttingsdato", Kutt(alle, "OUH", """{"utflytting":[{"erGjeldende":false,"utflyttingsdato":"2020-01-01"}]}""", Alt).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_switch_is_named() =>
        Assert.Contains("finnes-ikke", Assert.Throws<ArgumentException>(() => new Pakkeplaner(["finnes-ikke"])).Message, StringComparison.Ordinal);

    [Fact]
    public void The_whole_document_with_history_is_copied_as_it_stands()
    {
        var (bytes, indeks) = Dokumenter.Les(Dokument).Godtatt();
        var ut = new ArrayBufferWriter<byte>();
        Plan(new([]), "OMH", Alt).Skriv(bytes, indeks, ut);
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(ut.WrittenSpan));
    }

    [Fact]
    public void An_index_of_another_version_or_another_document_is_made_anew()
    {
        var (bytes, egen) = Dokumenter.Les(Dokument).Godtatt();
        var (_, annens) = Dokumenter.Les("{}").Godtatt();
        var eldre = egen.ToArray();
        eldre[0]++;
        foreach (var indeks in new byte[][] { egen, eldre, annens, [] })
        {
            var ut = new ArrayBufferWriter<byte>();
            Plan(new([]), "OUH", Alt).Skriv(bytes, indeks, ut);
            Assert.Equal(Kutt("OUH", Dokument, Alt).GetRawText(), Encoding.UTF8.GetString(ut.WrittenSpan));
        }
    }
}
