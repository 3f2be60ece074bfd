using System.IO.Pipelines;
using System.Text;
using Felles.Folkeregister.Contracts;
using Felles.Storage;
using Felles.Tenor.Contracts;
using Felles.Testing;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Tenor.Tests.Befolkning;

public sealed class Sandkassen_fylles_ved_foerste_start
{
    private const int Antall = 900;

    [Theory, TestDatabases]
    public async Task The_register_holds_the_population_document_for_document(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var vert = await FellesVert.StartAsync(database.ConnectionString, Antall);
        var register = vert.Services.GetRequiredService<Personregister>();

        var ut = await EksportAsync(register);

        var laget = new MemoryStream();
        await Contracts.Befolkning.SkrivAsync(new Befolkningsvalg(Antall, Befolkningsvalg.Standardfroe), laget);
        Assert.Equal(Linjer(laget.ToArray()).Order(StringComparer.Ordinal), Linjer(ut).Order(StringComparer.Ordinal));

        // The import judges every document by the schema: none has a fault, and none is changed by being put in wire order.
        var svar = await register.ImporterAsync(PipeReader.Create(new MemoryStream(laget.ToArray())));
        Assert.Equal(new Personimportsvar.Tatt(Antall, 0, 0, Antall), svar);
    }

    [Fact]
    public async Task A_population_is_refused_in_production()
    {
        var befolkning = new Contracts.Befolkning(null!, null!, new FellesOptions { Mode = Mode.Produksjon });
        await Assert.ThrowsAsync<InvalidOperationException>(() => befolkning.LagAsync(new Befolkningsvalg(Antall, "x")));
    }

    [Fact]
    public async Task A_second_start_leaves_the_persons_alone()
    {
        var mappe = Directory.CreateTempSubdirectory("felles-tenor-");
        try
        {
            byte[] foer;
            await using (var vert = await FellesVert.StartAsync(persons: Antall, dataDirectory: mappe.FullName))
                foer = await EksportAsync(vert.Services.GetRequiredService<Personregister>());

            await using var igjen = await FellesVert.StartAsync(persons: Antall + 500, dataDirectory: mappe.FullName);

            Assert.Equal(foer, await EksportAsync(igjen.Services.GetRequiredService<Personregister>()));
        }
        finally
        {
            mappe.Delete(recursive: true);
        }
    }

    private static async Task<byte[]> EksportAsync(Personregister register)
    {
        using var fil = new MemoryStream();
        var pipe = PipeWriter.Create(fil, new StreamPipeWriterOptions(leaveOpen: true));
        Assert.Equal(Antall, await register.EksporterAsync(pipe));
        await pipe.CompleteAsync();
        return fil.ToArray();
    }

    private static string[] Linjer(byte[] ndjson) => Encoding.UTF8.GetString(ndjson).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
