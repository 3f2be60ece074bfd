using System.Net;
using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using static Felles.Folkeregister.Tests.Vert.Soekevert;

namespace Felles.Folkeregister.Tests.Soek;

public sealed class KriterierTests
{
    public static TheoryData<string, Folkeregisteridentifikator[]> Soek { get; } = new()
    {
        // Whole words of one entry, in any order and letter case.
        { "navn=Hansen", [Christian, Mohammed] },
        { "navn=hansen%20CHRISTIAN", [Christian] },
        { "navn=marie+%C3%B8deg%C3%A5rd", [Anne] },
        { "navn=Hans", [] },
        { "navn=Anne%20Trekant", [] },
        { "navn=Anne%20Trekant&opplysningsgrunnlag=historisk", [Anne] },
        { "navn=Marie%20Trekant&opplysningsgrunnlag=historisk", [] },
        { "navn=Trekant", [] },
        { "navn=Pr%C3%B8ve", [Anne] },
        // By sound.
        { "navn=Kristian%20Hanssen&soekFonetisk=true", [Christian] },
        { "navn=Kristian%20Hanssen&soekfonetisk=true&inkluderDoede=true", [Christian, Doed] },
        { "navn=Kristian%20Hanssen", [] },
        { "navn=Muhammad%20Hansen&soekFonetisk=true", [Mohammed] },
        { "navn=Trecant&soekFonetisk=true&opplysningsgrunnlag=historisk", [Anne] },
        // Birth.
        { "foedselsdato=19850314", [Anne] },
        { "foedselsdato=19850315", [] },
        { "foedselsdato=19300505", [] },
        { "foedselsdato=19300505&inkluderDoede=true", [Doed] },
        { "foedselsdato=19850314&kjoenn=mann", [] },
        { "foedselsaarFraOgMed=1983&foedselsaarTilOgMed=1985&navn=Hansen", [Christian] },
        // Addresses: beginning of the street, number with its letter or without one.
        { "adressenavn=storg", [Anne, Christian, Mohammed] },
        { "adressenavn=Storgata", [Anne, Christian] },
        { "adressenavn=Storgata&husnummer=12", [Christian] },
        { "adressenavn=Storgata&husnummer=12b", [Anne] },
        { "adressenavn=Storgata&husnummer=12%20B", [Anne] },
        { "adressenavn=Storgata&inkluderDoede=true", [Anne, Christian, Doed] },
        { "postnummer=0150", [Mohammed] },
        { "postnummer=0150&inkluderOppholdsadresse=true", [Anne, Mohammed] },
        { "kommunenummer=4204", [Anne, Christian] },
        { "fylkesnummer=56", [Per] },
        { "fylkesnummer=03&kommunenummer=4204", [] },
        { "fylkesnummer=42&adressenavn=Stor&husnummer=12", [Christian] },
        // All of it must be true of one address.
        { "adressenavn=Gamleveien", [] },
        { "adressenavn=Gamleveien&opplysningsgrunnlag=historisk", [Anne] },
        { "adressenavn=Gamleveien&postnummer=4636&opplysningsgrunnlag=historisk", [] },
        { "adressenavn=Hytteveien", [] },
        { "adressenavn=Hytteveien&inkluderOppholdsadresse=true&navn=anne", [Anne] },
        { "navn=Lik&postnummer=1000&foedselsdato=19990909&kjoenn=kvinne", [Tvilling1, Tvilling2] },
        { "navn=Lik&maksTreff=1", [Tvilling1] },
    };

    [Theory, TestDatabases]
    public async Task Every_criterion_finds_its_persons_in_every_package(Dialect dialect)
    {
        var vert = await Soekevert.For(dialect);
        foreach (var pakke in Register.Oppslagspakker)
        {
            foreach (var (spoerring, ventet) in Soek.Select(rad => rad.Data))
            {
                using var svar = await vert.HentAsync(Register.Sti(pakke, "personer/soek?" + spoerring));
                Assert.True(svar.StatusCode == HttpStatusCode.OK, $"{pakke.Kode} {spoerring}: {await svar.Content.ReadAsStringAsync()}");
                var treff = (await OppslagTests.JsonAsync(svar)).GetProperty("foedselsEllerDNummer").EnumerateArray().Select(t => t.GetString()!);
                Assert.Equal($"{spoerring}: {string.Join(' ', ventet.Select(v => v.ToWire()).Order(StringComparer.Ordinal))}", $"{spoerring}: {string.Join(' ', treff)}");
            }
        }
    }

    [Theory, TestDatabases]
    public async Task Values_that_are_not_understood_are_refused_by_name(Dialect dialect)
    {
        var vert = await Soekevert.For(dialect);
        foreach (var (spoerring, ventet) in new[]
        {
            ("navn=", "navn"), ("navn=%20", "navn"), ("navn=" + string.Join('+', Enumerable.Repeat("a", 21)), "20 ord"),
            ("foedselsdato=1985", "foedselsdato"), ("foedselsdato=19850230", "foedselsdato"), ("foedselsdato=1985-03-14", "foedselsdato"),
            ("adressenavn=St", "adressenavn"), ("husnummer=12", "husnummer"),
            ("adressenavn=Storgata&husnummer=B", "husnummer"), ("adressenavn=Storgata&husnummer=12BC", "husnummer"),
            ("adressenavn=Storgata&husnummer=12345", "husnummer"), ("postnummer=463", "postnummer"), ("kommunenummer=42040", "kommunenummer"),
            ("fylkesnummer=4", "fylkesnummer"), ("inkluderOppholdsadresse=ja", "inkluderOppholdsadresse"), ("soekFonetisk=1", "soekFonetisk"),
            ("opplysningsgrunnlag=alt", "opplysningsgrunnlag"), ("bruksenhetsnummer=H0101&postnummer=4636", "bruksenhetsnummer"),
        })
        {
            using var svar = await vert.HentAsync(Register.Omh("personer/soek?" + spoerring));
            Assert.True(svar.StatusCode == HttpStatusCode.BadRequest, $"{(int)svar.StatusCode} for {spoerring}");
            var feil = await OppslagTests.JsonAsync(svar);
            Assert.Equal("FREG-001", feil.GetProperty("kode").GetString());
            Assert.Contains(ventet, feil.GetProperty("melding").GetString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, TestDatabases]
    public async Task Whatever_a_criterion_holds_it_is_no_fault_of_the_server(Dialect dialect)
    {
        var vert = await Soekevert.For(dialect);
        string[] verdier =
        [
            "%00%00%00", "abc%00", "%ED%A0%80abc", "%F0%9F%98%80abc", "a%CC%8Aa%CC%8A", "%EF%BF%BF%EF%BF%BF%EF%BF%BF", "'%20or%201=1--", "abc%25_%5C", "%C3%9F%C4%B1%C5%93",
            "%E6%9D%8E%20%E6%9D%8E", "12%00", "12%F0%9F%98%80", new string('x', 3000), string.Join("%20", Enumerable.Repeat("y", 20)), "-", "%2D%20%2D", "%C2%A0x%C2%A0y",
        ];
        foreach (var verdi in verdier)
        {
            foreach (var spoerring in new[]
            {
                $"soek?navn={verdi}", $"soek?navn={verdi}&soekFonetisk=true", $"soek?adressenavn={verdi}", $"soek?postnummer=4636&husnummer={verdi}",
                $"soek?kommunenummer={verdi}", $"entydigsoek?navn=a%20{verdi}&foedselsdato=19850314&adressenavn={verdi}",
                $"entydigsoek?navn=a%20b&utenlandskPersonidentifikasjon=SWE-{verdi}", $"entydigsoek?navn=a%20b&utlendingsmyndighetenesIdentifikasjonsnummer={verdi}",
            })
            {
                using var svar = await vert.HentAsync(Register.Omh("personer/" + spoerring));
                Assert.True(svar.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{svar.StatusCode} {spoerring}");
            }
        }

        // A letter with its mark beside it is the letter with the mark in it.
        using var sammensatt = await vert.HentAsync(Register.Omh("personer/soek?navn=%C3%98dega%CC%8Ard"));
        Assert.Contains(Anne.ToWire(), await sammensatt.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
