namespace Felles.Cli.Tests.Mappe;

/// <summary><c>felles befolkning lag</c> beside the plain case: organisations, dates and refusals.</summary>
public sealed class BefolkningTests : IDisposable
{
    private readonly DirectoryInfo _rot = Directory.CreateTempSubdirectory("felles-cli-");

    public void Dispose() => _rot.Delete(recursive: true);

    [Fact]
    public async Task The_organisations_of_a_file_are_those_of_a_folder_with_the_same_seed()
    {
        await Vellykket("befolkning", "lag", "--antall", "150", "--ut", Sti("p.ndjson"), "--virksomheter", Sti("v.ndjson"));
        await Vellykket("befolkning", "lag", "--antall", "150", "--data", Sti("laget"));
        await Vellykket("importer", "virksomheter", Sti("v.ndjson"), "--data", Sti("importert"));
        await Vellykket("eksporter", "virksomheter", "--data", Sti("laget"), "--ut", Sti("laget.ndjson"));
        await Vellykket("eksporter", "virksomheter", "--data", Sti("importert"), "--ut", Sti("importert.ndjson"));

        var laget = await File.ReadAllLinesAsync(Sti("laget.ndjson"));
        Assert.Contains(laget, linje => linje.Contains("313409953"));
        Assert.Equal(laget, await File.ReadAllLinesAsync(Sti("importert.ndjson")));
        Assert.Equal(150, (await File.ReadAllLinesAsync(Sti("p.ndjson"))).Length);
    }

    [Fact]
    public async Task Another_date_makes_another_population()
    {
        await Vellykket("befolkning", "lag", "--antall", "150", "--ut", Sti("a.ndjson"));
        await Vellykket("befolkning", "lag", "--antall", "150", "--dato", "2028-05-01", "--ut", Sti("b.ndjson"));

        Assert.NotEqual(await File.ReadAllTextAsync(Sti("a.ndjson")), await File.ReadAllTextAsync(Sti("b.ndjson")));
    }

    [Theory]
    [InlineData("--dato", "1999-01-01")]
    [InlineData("--dato", "i morgen")]
    [InlineData("--data", "her")]
    public async Task What_cannot_be_made_is_refused_and_leaves_no_file(string valg, string verdi)
    {
        string[] hvor = valg == "--data" ? ["--virksomheter", Sti("v.ndjson")] : ["--ut", Sti("p.ndjson")];
        var kjoering = await Kommandokjoering.KjoerAsync(
            ["befolkning", "lag", "--antall", "150", .. hvor, valg, valg == "--data" ? Sti(verdi) : verdi]);

        Assert.Equal(2, kjoering.Kode);
        Assert.Contains(valg == "--data" ? "--virksomheter" : "dat", kjoering.Feil);
        Assert.Empty(_rot.GetFileSystemInfos());
    }

    private static async Task Vellykket(params string[] args)
    {
        var kjoering = await Kommandokjoering.KjoerAsync(args);
        Assert.True(kjoering.Kode == 0, $"{string.Join(' ', args)} ended with {kjoering.Kode}: {kjoering.Feil}");
    }

    private string Sti(string navn) => Path.Combine(_rot.FullName, navn);
}
