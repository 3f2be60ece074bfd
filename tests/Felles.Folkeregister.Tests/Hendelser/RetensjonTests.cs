using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Hendelser.Rydding;
using Felles.Folkeregister.Tests.Import;
using Felles.Folkeregister.Tests.Registrering;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;
using Felles.Storage;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;
using static Felles.Folkeregister.Tests.Registrering.Scene;

namespace Felles.Folkeregister.Tests.Hendelser;

/// <summary>What is older than 36 months by the register's clock is told as gone from the moment it is, and then removed.</summary>
public sealed class RetensjonTests
{
    [Theory, TestDatabases]
    public async Task After_36_months_the_feed_refuses_documents_are_gone_and_current_ones_stay(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var scene = new Scene(vert, 95);
        var p = await scene.PersonAsync();
        var gammel = (await scene.GjoerAsync(Navn(p, "FOERST"))).Kvitteringer[0].Hendelser[0].Hendelsesdokument;
        var foerste = await scene.SisteAsync();
        var side = await Feedklient.HentAsync(vert, "OMH", "?seq=0");

        await StillAsync(vert, TimeSpan.FromDays(36 * 30));
        Assert.Equal(200, (await Feedklient.HentAsync(vert, "OMH", "?seq=0")).Status);
        await StillAsync(vert, TimeSpan.FromDays(3 * 366));
        var ung = (await scene.GjoerAsync(Navn(p, "SIDEN"))).Kvitteringer[0].Hendelser[0].Hendelsesdokument;
        await scene.VentPaaAsync(e => e.Versjon == 3);

        // Twice: while the rows are there, and when they are gone.
        for (var ganger = 0; ganger < 2; ganger++)
        {
            foreach (var merke in new[] { null, side.Merke })
            {
                var svar = await Feedklient.HentAsync(vert, "OMH", "?seq=0", merke: merke);
                Assert.Equal(406, svar.Status);
                Assert.Contains("Sekvensnummer kan ikke være mere enn 36 måneder gammelt", svar.Kropp);
            }

            Assert.Equal(406, (await Feedklient.HentAsync(vert, "OMH", $"?seq={foerste}")).Status);
            Assert.Single(await Feedklient.SideAsync(vert, "OMH", foerste + 1));
            Assert.Equal(400, await StatusAsync(vert, gammel));
            Assert.Equal(200, await StatusAsync(vert, ung));
            Assert.Equal(404, await StatusAsync(vert, Dokumentidentifikator.FromBytes(new byte[16])));
            var fjernet = await vert.Tjenester.GetRequiredService<Hendelsesrydding>().RyddAsync(default);
            Assert.Equal(ganger == 0 ? foerste : 0, fjernet);
        }

        Assert.Equal(1, await ImportTests.TellAsync(vert, "select count(*) from folkeregister.hendelsesdokument"));
        // The first version was superseded long ago; the second just now.
        Assert.Equal(1, await ImportTests.TellAsync(vert, "select count(*) from folkeregister.versjon"));
        Assert.Equal(3, (await scene.LesAsync(p)).Navn.Count);

        await StillAsync(vert, TimeSpan.FromDays(7 * 366));
        await vert.Tjenester.GetRequiredService<Hendelsesrydding>().RyddAsync(default);
        Assert.Equal(406, (await Feedklient.HentAsync(vert, "OMH", $"?seq={foerste + 1}")).Status);
        Assert.Equal((200, "[]"), ((await Feedklient.HentAsync(vert, "OMH", $"?seq={foerste + 2}")).Status, (await Feedklient.HentAsync(vert, "OMH", $"?seq={foerste + 2}")).Kropp));
        Assert.Equal($"{foerste + 1}", await Feedklient.SisteAsync(vert, "OMH"));
        await scene.GjoerAsync(Navn(p, "SIST"));
        await scene.VentPaaAsync(e => e.Versjon == 4);
        Assert.Equal(foerste + 2, Assert.Single(await Feedklient.SideAsync(vert, "OMH", foerste + 2)).Nr);
    }

    private static Personmelding Navn(Folkeregisteridentifikator p, string navn) =>
        Opplysninger.Navn(p, new Nyopplysning<Folkeregisterpersonnavn>(new() { Fornavn = navn, Etternavn = "TREKANT" }), Grunn);

    private static Task StillAsync(Registervert vert, TimeSpan fram) =>
        vert.Tjenester.GetRequiredService<RegisterklokkeStore>().SetAsync(Klokkestilling.Forskjoevet(fram));

    private static async Task<int> StatusAsync(Registervert vert, Dokumentidentifikator id)
    {
        using var svar = await vert.HentAsync(Register.Omh($"hendelser/{id.ToWire()}"));
        return (int)svar.StatusCode;
    }
}
