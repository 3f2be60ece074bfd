using System.Text.Json;

namespace Felles.Cli.Tests.Mappe;

/// <summary>Verbs on a data folder with no host.</summary>
public sealed class DatamappeTests : IDisposable
{
    private readonly DirectoryInfo _rot = Directory.CreateTempSubdirectory("felles-cli-");

    public void Dispose() => _rot.Delete(recursive: true);

    [Fact]
    public async Task A_population_goes_out_of_one_folder_and_into_another_unchanged()
    {
        var (en, to) = (Sti("en"), Sti("to"));
        await Vellykket("befolkning", "lag", "--antall", "200", "--froe", "proeve", "--data", en);

        await Vellykket("eksporter", "personer", "--data", en, "--ut", Sti("en.ndjson"));
        var import = await Vellykket("importer", "personer", Sti("en.ndjson"), "--data", to, "--json");
        var igjen = await Vellykket("importer", "personer", Sti("en.ndjson"), "--data", to, "--json");
        await Vellykket("eksporter", "personer", "--data", to, "--ut", Sti("to.ndjson"));

        Assert.Equal((200, 200, 0), Kvittering(import));
        Assert.Equal((200, 0, 200), Kvittering(igjen));
        Assert.Equal(await File.ReadAllLinesAsync(Sti("en.ndjson")), await File.ReadAllLinesAsync(Sti("to.ndjson")));
    }

    [Fact]
    public async Task The_file_of_a_population_is_what_the_folder_of_the_same_seed_holds()
    {
        await Vellykket("befolkning", "lag", "--antall", "150", "--froe", "x", "--ut", Sti("fil.ndjson"));
        await Vellykket("befolkning", "lag", "--antall", "150", "--froe", "x", "--data", Sti("mappe"));
        await Vellykket("eksporter", "personer", "--data", Sti("mappe"), "--ut", Sti("mappe.ndjson"));

        // The export is in the order of the numbers, the file in the order the persons were made.
        Assert.Equal(
            (await File.ReadAllLinesAsync(Sti("fil.ndjson"))).Order(StringComparer.Ordinal),
            (await File.ReadAllLinesAsync(Sti("mappe.ndjson"))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_population_too_small_for_the_fixed_identities_is_refused_with_the_reason()
    {
        var kjoering = await Kommandokjoering.KjoerAsync(["befolkning", "lag", "--antall", "3", "--ut", Sti("fil.ndjson")]);

        Assert.Equal(2, kjoering.Kode);
        Assert.Contains("--antall", kjoering.Feil);
        Assert.Empty(_rot.GetFiles());
    }

    [Fact]
    public async Task A_second_population_in_a_folder_is_refused()
    {
        await Vellykket("befolkning", "lag", "--antall", "150", "--data", Sti("a"));

        var kjoering = await Kommandokjoering.KjoerAsync(["befolkning", "lag", "--antall", "150", "--data", Sti("a")]);

        Assert.Equal(6, kjoering.Kode);
        Assert.Contains("nullstill", kjoering.Feil);
    }

    [Fact]
    public async Task Reset_empties_a_folder_and_leaves_what_it_did_not_make()
    {
        await Vellykket("befolkning", "lag", "--antall", "150", "--data", Sti("a"));
        await File.WriteAllTextAsync(Path.Combine(Sti("a"), "notat.txt"), "mitt");

        var nullstilt = await Vellykket("nullstill", "--ja", "--data", Sti("a"));

        Assert.Contains("the next start of a host makes it anew", nullstilt.Ut);
        Assert.Equal("mitt", await File.ReadAllTextAsync(Path.Combine(Sti("a"), "notat.txt")));
        var eksport = await Vellykket("eksporter", "personer", "--data", Sti("a"));
        Assert.Empty(eksport.Ut);
        await Vellykket("befolkning", "lag", "--antall", "150", "--data", Sti("a"));
    }

    [Fact]
    public async Task The_look_up_log_of_a_folder_is_verified()
    {
        await Vellykket("befolkning", "lag", "--antall", "150", "--data", Sti("a"));

        var kjoering = await Vellykket("logg", "verifiser", "--data", Sti("a"));

        Assert.Contains("The look-up log is whole", kjoering.Ut);
    }

    [Theory]
    [InlineData("eksporter", "personer")]
    [InlineData("nullstill", "--ja")]
    [InlineData("logg", "verifiser")]
    public async Task A_folder_that_is_not_there_is_named_and_not_made(params string[] args)
    {
        var kjoering = await Kommandokjoering.KjoerAsync([.. args, "--data", Sti("finnes-ikke")]);

        Assert.Equal(2, kjoering.Kode);
        Assert.Contains("finnes-ikke", kjoering.Feil);
        Assert.False(Directory.Exists(Sti("finnes-ikke")));
    }

    [Fact]
    public async Task Organisations_go_out_of_one_folder_and_into_another_unchanged()
    {
        await Vellykket("befolkning", "lag", "--antall", "150", "--data", Sti("en"));
        await Vellykket("eksporter", "virksomheter", "--data", Sti("en"), "--ut", Sti("en.ndjson"));
        await Vellykket("importer", "virksomheter", Sti("en.ndjson"), "--data", Sti("to"));
        var igjen = await Vellykket("importer", "virksomheter", Sti("en.ndjson"), "--data", Sti("to"), "--json");
        await Vellykket("eksporter", "virksomheter", "--data", Sti("to"), "--ut", Sti("to.ndjson"));

        var linjer = await File.ReadAllLinesAsync(Sti("en.ndjson"));
        Assert.NotEmpty(linjer);
        Assert.Equal((linjer.Length, 0, linjer.Length), Kvittering(igjen));
        Assert.Equal(linjer, await File.ReadAllLinesAsync(Sti("to.ndjson")));
    }

    [Fact]
    public async Task Progress_is_drawn_for_somebody_at_the_keyboard_and_leaves_the_result_alone()
    {
        var fil = Sti("ny.ndjson");
        var kjoering = await Kommandokjoering.KjoerAsync(
            ["befolkning", "lag", "--antall", "150", "--ut", fil, "--json"], interaktiv: true);

        Assert.Equal(0, kjoering.Kode);
        Assert.Contains("Making a population", kjoering.Feil);
        using var json = JsonDocument.Parse(kjoering.Ut);
        Assert.Equal(File.ReadLines(fil).Count(), json.RootElement.GetProperty("personer").GetInt32());
    }

    [Fact]
    public async Task Url_and_data_together_are_refused()
    {
        var kjoering = await Kommandokjoering.KjoerAsync(["eksporter", "personer", "--data", Sti("a"), "--url", "http://localhost:5080"]);

        Assert.Equal(2, kjoering.Kode);
        Assert.Contains("choose one of them", kjoering.Feil);
    }

    private static (int Lest, int Nye, int Uendret) Kvittering(Kommandokjoering kjoering)
    {
        using var json = JsonDocument.Parse(kjoering.Ut);
        var rot = json.RootElement;
        return (rot.GetProperty("lest").GetInt32(), rot.GetProperty("nye").GetInt32(), rot.GetProperty("uendret").GetInt32());
    }

    private static async Task<Kommandokjoering> Vellykket(params string[] args)
    {
        var kjoering = await Kommandokjoering.KjoerAsync(args);
        Assert.True(kjoering.Kode == 0, $"{string.Join(' ', args)} ended with {kjoering.Kode}: {kjoering.Feil}");
        return kjoering;
    }

    private string Sti(string navn) => Path.Combine(_rot.FullName, navn);
}
