using System.Text.Json;
using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Hendelser;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;

namespace Felles.Folkeregister.Tests.Registrering;

/// <summary>Every type of the list that is in use, made by a message, with the document and the event document it leads to.</summary>
public sealed class HendelsestypeTests
{
    private static IEnumerable<Hendelsestype> Brukte =>
        Hendelsestyper.Alle.Where(t => t.Brukes && t.Type != Hendelsestype.EndringIPerson).Select(t => t.Type);

    [Theory, TestDatabases]
    public async Task Every_type_in_use_is_made_with_its_document_and_event_document(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        foreach (var type in Brukte)
        {
            var scene = new Scene(vert, (int)type);
            var melding = await Typemeldinger.ForAsync(scene, type);

            var svar = await scene.GjoerAsync(melding);

            await KontrollerAsync(scene, svar, type);
        }
    }

    private static async Task KontrollerAsync(Scene scene, Registreringssvar.Registrert svar, Hendelsestype type)
    {
        var kvittering = svar.Kvitteringer.First(k => k.Hendelser.Any(h => h.Type == type));
        var nr = kvittering.Hendelser.ToList().FindIndex(h => h.Type == type);
        var endring = await scene.VentPaaAsync(
            e => e.Hendelsestype == type && e.Personnoekkel == kvittering.Personnoekkel && e.Nr == nr
                && e.Dokument == kvittering.Dokument);
        Assert.Equal(kvittering.Dokument, endring.Dokument);
        Assert.Equal((type, nr), (endring.Hendelsestype, (int)endring.Nr));

        var fakta = Hendelsestyper.Om(type);
        using var dokument = await scene.Vert.HentAsync(Register.Omh($"hendelser/{kvittering.Hendelser[nr].Hendelsesdokument.ToWire()}"));
        Assert.Equal(fakta.HarHendelsesdokument ? 200 : 404, (int)dokument.StatusCode);
        if (fakta.HarHendelsesdokument)
            KontrollerDokument(await dokument.Content.ReadAsStringAsync(), kvittering.Hendelser[nr], endring.Identifikator.ToWire(), fakta);
        if (fakta.HarPersondokument)
            Assert.Equal(kvittering.Dokument, (await scene.FinnAsync(kvittering.Identifikator))!.Dokumentid);
    }

    private static void KontrollerDokument(string json, Hendelseskvittering kvittering, string nummer, Hendelsestypefakta fakta)
    {
        using var dokument = JsonDocument.Parse(json);
        Assert.Equal(kvittering.Hendelsesdokument.ToWire(), dokument.RootElement.GetProperty("dokumentidentifikator").GetString());
        Assert.Equal("1.0", dokument.RootElement.GetProperty("skjemaversjon").GetString());
        var hendelse = dokument.RootElement.GetProperty("hendelse");
        Assert.Equal(nummer, hendelse.GetProperty("folkeregisteridentifikator").GetString());
        Assert.Equal(kvittering.Type.ToString(), hendelse.GetProperty("hendelsestype").GetString(), ignoreCase: true);
        var egenskaper = hendelse.GetProperty("egenskapshendelse").EnumerateArray().ToArray();
        Assert.NotEmpty(egenskaper);
        foreach (var egenskap in egenskaper)
        {
            var entitet = egenskap.GetProperty("entitet").GetString()!;
            var annullert = egenskap.GetProperty("entitetsendring").GetString() == "annullere";
            Assert.Equal(annullert ? 2 : 3, egenskap.EnumerateObject().Count());
            if (!annullert)
                Assert.False(egenskap.EnumerateObject().First().Value.TryGetProperty("erGjeldende", out _));
            var navn = entitet switch { "kontaktadresse" => "postadresse", "kontaktadresseIUtlandet" => "postadresseIUtlandet", _ => entitet };
            var element = Enum.GetValues<Personelement>().Single(e => Personskjema.Felt(e).Navn == navn);
            Assert.True(fakta.GjelderAlt || (fakta.Elementer >> (int)element & 1) != 0, $"{fakta.Type} tells of {entitet}");
        }
    }
}
