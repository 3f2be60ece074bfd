using System.CommandLine;
using System.Text.Json;
using Felles.Cli.Kjoering;

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
        using var ut = new StringWriter();
        var konsoll = new Konsoll(ut, ut, () => Stream.Null, () => Stream.Null, interaktiv: false);
        var verb = Verb([], Kommandolinje.Lag(konsoll)).ToArray();
        Assert.True(verb.Length >= 9, $"only {verb.Length} verbs");
        foreach (var (ord, kommando) in verb)
        {
            var hjelp = await Kommandokjoering.KjoerAsync([.. ord, "--help"]);
            Assert.Equal(0, hjelp.Kode);
            Assert.Contains("--json", hjelp.Ut);
            Assert.All(
                kommando.Options.Cast<Symbol>().Concat(kommando.Arguments).Append(kommando),
                del => Assert.False(string.IsNullOrWhiteSpace(del.Description), $"{string.Join(' ', ord)} {del.Name} is not described"));
            Assert.Contains(kommando.Description!, hjelp.Ut);
        }
    }

    [Theory]
    [InlineData("danse", "--json")]
    [InlineData("importer", "hunder", "fil.ndjson", "--json")]
    [InlineData("eksporter", "personer", "--json")]
    [InlineData("logg", "verifiser", "--anker", "anker.txt", "--json")]
    [InlineData("rolle", "gi", "--issuer", "https://x", "--json")]
    public async Task With_json_a_line_that_cannot_be_understood_is_told_in_json_alone(params string[] args)
    {
        var kjoering = await Kommandokjoering.KjoerAsync(args);

        Assert.Equal(2, kjoering.Kode);
        Assert.Empty(kjoering.Feil);
        using var json = JsonDocument.Parse(kjoering.Ut);
        var feil = json.RootElement.GetProperty("feil");
        Assert.Equal(2, feil.GetProperty("utgangskode").GetInt32());
        Assert.NotEmpty(feil.GetProperty("melding").GetString()!);
    }

    private static IEnumerable<(string[] Ord, Command Kommando)> Verb(string[] ord, Command kommando) => kommando.Subcommands.Count == 0
        ? [(ord, kommando)]
        : kommando.Subcommands.SelectMany(k => Verb([.. ord, k.Name], k));
}
