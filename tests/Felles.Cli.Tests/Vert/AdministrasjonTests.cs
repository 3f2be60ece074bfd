using System.Text.Json;
using Felles.Enhetsregister.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Cli.Tests.Vert;

public sealed class AdministrasjonTests(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    [Theory]
    [InlineData("personer")]
    [InlineData("virksomheter")]
    public async Task What_is_exported_is_imported_again_without_change(string register)
    {
        var eksport = await fikstur.KjoerAsync("drift", "eksporter", register);
        var linjer = eksport.Ut.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var import = await fikstur.KjoerAsync("drift", eksport.Ut, ["importer", register, "-", "--json"]);

        Assert.Equal((0, 0), (eksport.Kode, import.Kode));
        Assert.NotEmpty(linjer);
        using var json = JsonDocument.Parse(import.Ut);
        Assert.Equal(linjer.Length, json.RootElement.GetProperty("lest").GetInt64());
        Assert.Equal(linjer.Length, json.RootElement.GetProperty("uendret").GetInt64());
    }

    [Fact]
    public async Task A_file_with_faults_is_refused_with_their_lines_and_codes()
    {
        var kjoering = await fikstur.KjoerAsync("drift", "{\"navn\":[]}\n{\n", ["importer", "personer", "-"]);

        Assert.Equal(6, kjoering.Kode);
        Assert.Contains("nothing was imported", kjoering.Feil);
        Assert.Matches(@"(?m)^\s*2\s", kjoering.Feil);
        Assert.Empty(kjoering.Ut);
    }

    [Fact]
    public async Task An_export_to_a_file_is_whole_and_its_owners_alone()
    {
        var mappe = Directory.CreateTempSubdirectory("felles-cli-");
        try
        {
            var fil = Path.Combine(mappe.FullName, "personer.ndjson");
            var kjoering = await fikstur.KjoerAsync("drift", "eksporter", "personer", "--ut", fil, "--json");

            using var json = JsonDocument.Parse(kjoering.Ut);
            Assert.Equal(File.ReadLines(fil).Count(), json.RootElement.GetProperty("antall").GetInt32());
            Assert.Equal([fil], Directory.GetFiles(mappe.FullName));
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(fil));
        }
        finally
        {
            mappe.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_role_is_given_and_an_unknown_one_is_refused_with_those_there_are()
    {
        var orgnr = await OrgnrAsync();
        var ukjent = await GiAsync(orgnr, "konge");
        var roller = ukjent.Feil[(ukjent.Feil.IndexOf("The roles are ", StringComparison.Ordinal) + 14)..].Split('.', ',')[0];

        var gitt = await GiAsync(orgnr, roller);

        Assert.Equal(6, ukjent.Kode);
        Assert.Equal(0, gitt.Kode);
        Assert.Contains(roller, gitt.Ut);
    }

    [Fact]
    public async Task The_look_up_log_is_verified()
    {
        var kjoering = await fikstur.KjoerAsync("drift", "logg", "verifiser", "--json");

        using var json = JsonDocument.Parse(kjoering.Ut);
        Assert.Equal(0, kjoering.Kode);
        Assert.True(json.RootElement.GetProperty("ok").GetBoolean());
    }

    [Theory]
    [InlineData("eksporter", "personer")]
    [InlineData("logg", "verifiser")]
    [InlineData("nullstill", "--ja")]
    public async Task Administration_needs_the_scope_for_it(params string[] args) =>
        Assert.Equal(4, (await fikstur.KjoerAsync("kommune", args)).Kode);

    [Fact]
    public async Task A_folder_that_a_host_runs_on_is_refused_with_7()
    {
        var kjoering = await Kommandokjoering.KjoerAsync(["eksporter", "personer", "--data", fikstur.Vert.DataDirectory]);

        Assert.Equal(7, kjoering.Kode);
        Assert.Contains("--url", kjoering.Feil);
    }

    private async Task<string> OrgnrAsync()
    {
        await foreach (var dokument in fikstur.Vert.Services.GetRequiredService<Enheter>().EksporterAsync())
        {
            using var json = JsonDocument.Parse(dokument);
            return json.RootElement.GetProperty("organisasjonsnummer").GetString()!;
        }

        throw new InvalidOperationException("The population has no organisations.");
    }

    private Task<Kommandokjoering> GiAsync(string orgnr, string rolle) => fikstur.KjoerAsync(
        "drift", "rolle", "gi", "--utsteder", "https://login.test", "--subjekt", "anna", "--orgnr", orgnr, "--rolle", rolle);
}
