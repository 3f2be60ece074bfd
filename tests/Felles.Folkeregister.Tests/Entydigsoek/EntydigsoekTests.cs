using System.Net;
using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using static Felles.Folkeregister.Tests.Vert.Soekevert;

namespace Felles.Folkeregister.Tests.Entydigsoek;

public sealed class EntydigsoekTests
{
    private static readonly (string Spoerring, Folkeregisteridentifikator? Ventet)[] Felles =
    [
        // 1–4: each combination that gives a right to a hit.
        ($"navn=Anne%20%C3%98deg%C3%A5rd&identifikasjonsnummer={Anne.ToWire()}", Anne),
        ($"navn=Anne%20%C3%98deg%C3%A5rd&identifikasjonsnummer={AnnesDNummer.ToWire()}", Anne),
        ($"navn=Per%20Uten&identifikasjonsnummer={Anne.ToWire()}", null),
        ("navn=Anne%20%C3%98deg%C3%A5rd&foedselsdato=19850314", Anne),
        ("navn=Anne%20%C3%98deg%C3%A5rd&foedselsdato=19850315", null),
        ("navn=Anne%20%C3%98deg%C3%A5rd&adressenavn=Sto&husnummer=12B", Anne),
        ("navn=Anne%20%C3%98deg%C3%A5rd&adressenavn=Sto&husnummer=12", null),
        ("navn=Anne%20%C3%98deg%C3%A5rd&postnummer=4636", Anne),
        ("navn=Anne%20%C3%98deg%C3%A5rd&postnummer=0150", null),
        // The house number may be left out where there is none, or where something else gives the right.
        ("navn=Per%20Uten&adressenavn=Utengata", Per),
        ("navn=Anne%20%C3%98deg%C3%A5rd&adressenavn=Storgata", null),
        ("navn=Anne%20%C3%98deg%C3%A5rd&adressenavn=Storgata&postnummer=4636", Anne),
        ("navn=Anne%20%C3%98deg%C3%A5rd&adressenavn=Storgata&foedselsdato=19850314", Anne),
        // The first word is of the first name, the last of the surname, the others of any part.
        ("navn=Marie%20pr%C3%B8ve%20Anne%20%C3%98deg%C3%A5rd&foedselsdato=19850314", Anne),
        ("navn=%C3%98deg%C3%A5rd%20Anne&foedselsdato=19850314", null),
        ("navn=Anne%20Pr%C3%B8ve&foedselsdato=19850314", null),
        ("navn=Pr%C3%B8ve%20%C3%98deg%C3%A5rd&foedselsdato=19850314", null),
        // History and sound.
        ("navn=Anne%20Trekant&foedselsdato=19850314", null),
        ("navn=Anne%20Trekant&foedselsdato=19850314&opplysningsgrunnlag=historisk", Anne),
        ("navn=Marie%20Trekant&foedselsdato=19850314&opplysningsgrunnlag=historisk", null),
        ("navn=Anne%20%C3%98deg%C3%A5rd&postnummer=0150&opplysningsgrunnlag=historisk", Anne),
        ("navn=Ane%20Oedegaard&foedselsdato=19850314", null),
        ("navn=Ane%20Oedegaard&foedselsdato=19850314&soekFonetisk=true", Anne),
        ("navn=Ane%20Oedegaard&foedselsdato=19850314&soekfonetisk=true", Anne),
        ("navn=Ane%20Trecant&foedselsdato=19850314&soekFonetisk=true&opplysningsgrunnlag=historisk", Anne),
        // The dead are found; two are as good as none.
        ("navn=Kristian%20Hanssen&foedselsdato=19300505", Doed),
        ("navn=Tvilling%20Lik&foedselsdato=19990909", null),
        ($"navn=Tvilling%20Lik&foedselsdato=19990909&identifikasjonsnummer={Tvilling1.ToWire()}", Tvilling1),
    ];

    private static readonly (string Spoerring, Folkeregisteridentifikator? Ventet)[] Papirer =
    [
        ("navn=Anne%20%C3%98deg%C3%A5rd&utenlandskPersonidentifikasjon=SWE-19850314-1234", Anne),
        ("navn=Anne%20%C3%98deg%C3%A5rd&utenlandskPersonidentifikasjon=DNK-19850314-1234", null),
        ("navn=Anne%20%C3%98deg%C3%A5rd&legitimasjonsdokument=irl-195509132386", Anne),
        ("navn=Anne%20%C3%98deg%C3%A5rd&legitimasjonsdokument=SWE-19850314-1234", null),
        ("foedselsdato=19850314&legitimasjonsdokument=IRL-195509132386", Anne),
        ("foedselsdato=19850314&utenlandskPersonidentifikasjon=SWE-19850314-1234&legitimasjonsdokument=IRL-195509132386", Anne),
        ("foedselsdato=19850315&utenlandskPersonidentifikasjon=SWE-19850314-1234", null),
    ];

    private static readonly (string Spoerring, Folkeregisteridentifikator? Ventet)[] Duf =
    [
        ("navn=Anne%20%C3%98deg%C3%A5rd&utlendingsmyndighetenesIdentifikasjonsnummer=201001234567", Anne),
        ("navn=Anne%20%C3%98deg%C3%A5rd&utlendingsmyndighetenesidentifikasjonsnummer=201001234567", Anne),
        ("navn=Per%20Uten&utlendingsmyndighetenesIdentifikasjonsnummer=201001234567", null),
    ];

    [Theory, TestDatabases]
    public async Task Every_combination_finds_the_one_person_in_every_package_that_has_it(Dialect dialect)
    {
        var vert = await Soekevert.For(dialect);
        foreach (var pakke in Rettighetspakke.Alle)
        {
            foreach (var (spoerring, ventet) in Felles.Concat(pakke.Kode is "OMH" or "EID" ? Papirer : []).Concat(pakke.Kode is "OMH" ? Duf : []))
            {
                using var svar = await vert.HentAsync(Register.Sti(pakke, $"personer/entydigsoek?{spoerring}&part=foedsel&part=kjoenn"));
                var kropp = await svar.Content.ReadAsStringAsync();
                Assert.True(svar.StatusCode == (ventet is null ? HttpStatusCode.NotFound : HttpStatusCode.OK), $"{pakke.Kode} {spoerring}: {kropp}");
                if (ventet is null)
                    Assert.Equal("""{"kode":"FREG-001","melding":"Søket ga ikke entydig treff."}""", kropp);
                else if (pakke.Kode is "OMH" or "OUH" or "PUH" or "FIN" or "EID")
                    Assert.Contains(ventet.Value.ToWire(), kropp, StringComparison.Ordinal);
                else
                    Assert.DoesNotContain("identifikasjonsnummer", kropp, StringComparison.Ordinal);
            }
        }
    }

    [Theory, TestDatabases]
    public async Task What_gives_no_right_or_is_malformed_is_refused_in_every_package(Dialect dialect)
    {
        var vert = await Soekevert.For(dialect);
        foreach (var pakke in Rettighetspakke.Alle)
        {
            var papirer = pakke.Kode is "OMH" or "EID";
            foreach (var (spoerring, ventet) in new[]
            {
                ("", "rett til treff"), ("foedselsdato=19850314", "rett til treff"), ("navn=Anne%20Trekant", "rett til treff"),
                ($"identifikasjonsnummer={Anne.ToWire()}", "rett til treff"), ("navn=Anne&foedselsdato=19850314", "etternavn"),
                ("navn=Anne%20Trekant&foedselsdato=1985", "foedselsdato"), ("navn=Anne%20Trekant&identifikasjonsnummer=123", "identifikasjonsnummer"),
                ("navn=Anne%20Trekant&husnummer=3&postnummer=4636", "adressenavn"), ("navn=Anne%20Trekant&postnummer=46", "postnummer"),
                ("navn=Anne%20Trekant&foedselsdato=19850314&kjoenn=kvinne", "kjoenn"), ("navn=a%20b&navn=c%20d", "mer enn én gang"),
                ("navn=Anne%20Trekant&adressenavn=St&husnummer=1", "adressenavn"),
                ("navn=Anne%20Trekant&utenlandskPersonidentifikasjon=SE-1", papirer ? "UtenlandskPersonidentifikasjon er ikke på gyldig format" : "Ukjent"),
                ("navn=Anne%20Trekant&legitimasjonsdokument=195509132386", papirer ? "Legitimasjonsdokument er ikke på gyldig format" : "Ukjent"),
                ("navn=Anne%20Trekant&utlendingsmyndighetenesIdentifikasjonsnummer=%20", pakke.Kode is "OMH" ? "tomt" : "Ukjent"),
            })
            {
                using var svar = await vert.HentAsync(Register.Sti(pakke, $"personer/entydigsoek?{spoerring}"));
                Assert.True(svar.StatusCode == HttpStatusCode.BadRequest, $"{pakke.Kode} {(int)svar.StatusCode} for {spoerring}");
                var feil = await OppslagTests.JsonAsync(svar);
                Assert.Equal("FREG-001", feil.GetProperty("kode").GetString());
                Assert.Contains(ventet, feil.GetProperty("melding").GetString(), StringComparison.Ordinal);
            }

            using var part = await vert.HentAsync(Register.Sti(pakke, "personer/entydigsoek?navn=Anne%20Trekant&foedselsdato=19850314&part=sko"));
            Assert.Equal(HttpStatusCode.NotAcceptable, part.StatusCode);
        }
    }

    [Theory, TestDatabases]
    public async Task The_answer_is_the_person_of_a_look_up_in_both_forms(Dialect dialect)
    {
        var vert = await Soekevert.For(dialect);
        foreach (var pakke in Register.Oppslagspakker)
        {
            foreach (var (accept, deler) in new[] { ("application/json", ""), ("application/xml", "&part=navn&part=historikk") })
            {
                using var soekt = await vert.HentAsync(
                    Register.Sti(pakke, "personer/entydigsoek?navn=Anne%20%C3%98deg%C3%A5rd&foedselsdato=19850314" + deler), accept);
                using var slaatt = await vert.HentAsync(Register.Sti(pakke, $"personer/{Anne.ToWire()}?{deler}"), accept);
                Assert.Equal(HttpStatusCode.OK, soekt.StatusCode);
                Assert.Equal(accept, soekt.Content.Headers.ContentType!.MediaType);
                Assert.Equal(await slaatt.Content.ReadAsStringAsync(), await soekt.Content.ReadAsStringAsync());
            }
        }
    }
}
