using System.CommandLine;
using System.CommandLine.Parsing;
using Felles.Cli.Kjoering;

namespace Felles.Cli.Tests.Dokumenter;

/// <summary>A reader pastes what stands in the documents; the command line itself says whether that can be understood.</summary>
public sealed class DokumentkommandoTests
{
    private static readonly RootCommand Rot = Kommandolinje.Lag(
        new Konsoll(TextWriter.Null, TextWriter.Null, () => Stream.Null, () => Stream.Null, interaktiv: false));

    public static TheoryData<string> Dokumenter => [.. Filer().Select(Path.GetFileName).OfType<string>()];

    [Theory, MemberData(nameof(Dokumenter))]
    public void Every_command_in_a_document_can_be_understood(string navn)
    {
        var tekst = File.ReadAllText(Filer().Single(f => Path.GetFileName(f) == navn)).ReplaceLineEndings("\n");

        Assert.Empty(Dokumentkommandoer.Hele(tekst).SelectMany(Feil));
        Assert.Empty(Dokumentkommandoer.Nevnte(tekst).SelectMany(NevntFeil));
    }

    [Fact]
    public void Commands_are_found_where_readers_find_them()
    {
        var tekst = string.Join('\n', Filer().Select(File.ReadAllText));

        Assert.True(Dokumentkommandoer.Hele(tekst).Count() >= 8);
        Assert.True(Dokumentkommandoer.Nevnte(tekst).Count() >= 8);
    }

    [Theory]
    [InlineData("```\nfelles rolle gi --data d --issuer https://x --subject s --orgnr 315181909 --rolle drift\n```")]
    [InlineData("```\nfelles rolle gi --data d \\\n  --utsteder https://x\n```")]
    [InlineData("```\ncurl -H \"Authorization: Bearer $(felles tokn)\" http://localhost\n```")]
    [InlineData("Run `felles logg sjekk`.")]
    [InlineData("Run `felles nullstill --yes`.")]
    public void A_misspelt_one_is_found(string markdown) =>
        Assert.NotEmpty(
            Dokumentkommandoer.Hele(markdown).SelectMany(Feil).Concat(Dokumentkommandoer.Nevnte(markdown).SelectMany(NevntFeil)));

    private static IEnumerable<string> Feil(string kommando) => kommando.StartsWith("VERB", StringComparison.Ordinal)
        ? []
        : Rot.Parse(CommandLineParser.SplitCommandLine(kommando).ToArray()).Errors.Select(e => $"felles {kommando}: {e.Message}");

    /// <summary>The words lead to a verb, and it has the options; what it needs besides may be left out in a sentence.</summary>
    private static IEnumerable<string> NevntFeil(string kommando)
    {
        var ord = kommando.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (ord[0] is "VERB" or "…")
            yield break;
        Command naa = Rot;
        foreach (var del in ord)
        {
            if (del.StartsWith("--", StringComparison.Ordinal))
            {
                if (del != "--help" && !naa.Options.Any(o => o.Name == del))
                    yield return $"felles {kommando}: {naa.Name} has no {del}";
            }
            else if (naa.Subcommands.Count > 0)
            {
                if (naa.Subcommands.FirstOrDefault(k => k.Name == del) is not { } neste)
                {
                    yield return $"felles {kommando}: there is no {del}";
                    yield break;
                }

                naa = neste;
            }
        }
    }

    private static IEnumerable<string> Filer() =>
        [Path.Combine(Repo(), "README.md"), .. Directory.EnumerateFiles(Path.Combine(Repo(), "docs"), "*.md")];

    private static string Repo()
    {
        var mappe = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(mappe.FullName, "Felles.slnx")))
            mappe = mappe.Parent ?? throw new InvalidOperationException("Felles.slnx was not found above the test's own folder.");
        return mappe.FullName;
    }
}
