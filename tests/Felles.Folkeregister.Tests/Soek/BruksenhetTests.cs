using System.Net;
using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;

namespace Felles.Folkeregister.Tests.Soek;

public sealed class BruksenhetTests
{
    [Theory, TestDatabases]
    public async Task A_dwelling_is_searched_for_where_that_is_switched_on(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect, ("Felles:Folkeregister:SoekPaaBruksenhetsnummer", "true"));
        await vert.ImportertAsync(
            new Soekeperson(Personbygger.Nummer(1)).Navn("Rask", "Trekant").Bor("Blokkveien", "1", bruksenhet: "H0101"),
            new Soekeperson(Personbygger.Nummer(2)).Navn("Rask", "Sirkel").Bor("Blokkveien", "1", bruksenhet: "H0102"),
            new Soekeperson(Personbygger.Nummer(3)).Navn("Rask", "Oval").Skjermet("fortrolig").Bor("Blokkveien", "1", bruksenhet: "H0101", gradering: "fortrolig"));
        foreach (var (pakke, ventet) in new[] { ("OMH", 2), ("FIN", 1) })
        {
            var rettighetspakke = Tilgang.Contracts.Rettighetspakke.MedKode(pakke)!;
            using var svar = await vert.HentAsync(
                Register.Sti(rettighetspakke, "personer/soek?adressenavn=Blokkveien&husnummer=1&bruksenhetsnummer=h0101"));
            Assert.Equal(ventet, (await OppslagTests.JsonAsync(svar)).GetProperty("foedselsEllerDNummer").GetArrayLength());
        }

        foreach (var spoerring in new[] { "bruksenhetsnummer=H0101", "postnummer=4636&bruksenhetsnummer=0101", "postnummer=4636&bruksenhetsnummer=" })
        {
            using var feil = await vert.HentAsync(Register.Omh("personer/soek?" + spoerring));
            Assert.Equal(HttpStatusCode.BadRequest, feil.StatusCode);
        }
    }
}
