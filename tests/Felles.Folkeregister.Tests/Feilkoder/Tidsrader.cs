using Felles.Folkeregister.Tests.Hendelser;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Tid;
using Felles.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Feilkoder;

/// <summary>Refusals of what there was once, by a clock that is moved.</summary>
internal static class Tidsrader
{
    /// <summary>
    /// Of the first person the first document, event and number: answered on the last day but one, and refused as documented after it.
    /// </summary>
    public static async Task GammeltAsync(string ressurs, int status, string? feilkode = null)
    {
        await using var vert = await Registervert.StartAsync(Dialect.Sqlite);
        await vert.ImportertAsync(new Personbygger(Register.Kari).Navn("RASK", "FØRST").Json());
        await vert.ImportertAsync(new Personbygger(Register.Kari).Navn("RASK", "SIDEN").Json());
        while (await Feedklient.SisteAsync(vert, "OMH") != "2")
            await Task.Delay(10, TestContext.Current.CancellationToken);
        var naa = vert.Tjenester.GetRequiredService<Registerklokke>().Naa;
        var klokke = vert.Tjenester.GetRequiredService<RegisterklokkeStore>();

        await klokke.SetAsync(Klokkestilling.FrossetPaa(naa.AddYears(3).AddDays(-1)));
        using (var svar = await vert.HentAsync(Register.Omh(ressurs)))
            Assert.Equal(200, (int)svar.StatusCode);
        await klokke.SetAsync(Klokkestilling.FrossetPaa(naa.AddYears(3).AddDays(1)));
        await vert.AvvisesAsync(ressurs, status, feilkode);
    }
}
