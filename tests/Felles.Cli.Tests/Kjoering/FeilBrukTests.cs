using System.Text.Json;

namespace Felles.Cli.Tests.Kjoering;

public sealed class FeilBrukTests
{
    [Theory]
    [InlineData("danse")]
    [InlineData("importer", "hunder", "fil.ndjson")]
    [InlineData("importer", "personer")]
    [InlineData("rolle", "gi", "--utsteder", "https://x")]
    [InlineData("person", "14838541241", "--pakke", "alt")]
    [InlineData("befolkning", "lag", "--antall", "mange")]
    [InlineData("befolkning", "lag", "--antall", "0", "--ut", "x")]
    [InlineData("befolkning", "lag", "--antall", "10")]
    [InlineData("befolkning", "lag", "--data", "a", "--ut", "b")]
    public async Task A_command_line_that_cannot_be_understood_ends_with_2(params string[] args)
    {
        var kjoering = await Kommandokjoering.KjoerAsync(args);

        Assert.Equal(2, kjoering.Kode);
        Assert.NotEmpty(kjoering.Feil);
    }

    [Theory]
    [InlineData("1483854124", "eleven digits")]
    [InlineData("14838541242", "check digits")]
    [InlineData("14138541241", "does not begin with a date")]
    [InlineData("14438541241", "40 added to its month")]
    public async Task A_number_is_judged_before_anything_is_sent(string nummer, string grunn)
    {
        var kjoering = await Kommandokjoering.KjoerAsync(["person", nummer]);

        Assert.Equal(2, kjoering.Kode);
        Assert.Contains(grunn, kjoering.Feil);
        Assert.DoesNotContain(nummer, kjoering.Feil);
    }

    [Fact]
    public async Task Without_a_client_file_the_error_says_where_they_are_and_how_to_name_one()
    {
        var kjoering = await Kommandokjoering.KjoerAsync(["token", "--client", "/finnes/ikke.json"]);

        Assert.Equal(2, kjoering.Kode);
        Assert.Contains("/finnes/ikke.json", kjoering.Feil);
        Assert.Contains("--client FILE", kjoering.Feil);
    }

    [Fact]
    public async Task With_json_an_error_is_json_on_standard_output()
    {
        var kjoering = await Kommandokjoering.KjoerAsync(["person", "123", "--json"]);

        using var json = JsonDocument.Parse(kjoering.Ut);
        Assert.Equal(2, json.RootElement.GetProperty("feil").GetProperty("utgangskode").GetInt32());
        Assert.Empty(kjoering.Feil);
    }

    [Fact]
    public async Task An_absent_import_file_is_named_before_the_host_is_called()
    {
        var kjoering = await Kommandokjoering.KjoerAsync(["importer", "personer", "finnes-ikke.ndjson"]);

        Assert.Equal(2, kjoering.Kode);
        Assert.Contains("finnes-ikke.ndjson", kjoering.Feil);
    }

    [Fact]
    public async Task Reset_asks_first_and_refuses_where_nobody_can_answer()
    {
        var kjoering = await Kommandokjoering.KjoerAsync(["nullstill"]);

        Assert.Equal(2, kjoering.Kode);
        Assert.Contains("--ja", kjoering.Feil);
    }

    [Fact]
    public async Task Every_verb_has_json_and_a_description()
    {
        string[][] verb =
        [
            ["token"], ["person"], ["importer"], ["eksporter"], ["befolkning", "lag"], ["rolle", "gi"], ["nullstill"],
            ["logg", "verifiser"],
        ];
        foreach (var ord in verb)
        {
            var hjelp = await Kommandokjoering.KjoerAsync([.. ord, "--help"]);
            Assert.Equal(0, hjelp.Kode);
            Assert.Contains("--json", hjelp.Ut);
        }
    }
}
