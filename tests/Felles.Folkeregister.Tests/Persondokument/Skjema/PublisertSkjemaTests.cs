using Felles.Folkeregister.Tests.Persondokument.Bygging;
using Felles.Folkeregister.Tests.Persondokument.Pakker;
using Felles.Testing.Filer;

namespace Felles.Folkeregister.Tests.Persondokument.Skjema;

/// <summary>Documents and the answers of every package, judged by another program (ajv, from npm) against the published schema.</summary>
public sealed class PublisertSkjemaTests
{
    /// <summary>What the register demands of a complete document and a package may still not see.</summary>
    private static readonly string[] Kuttes = ["DeltBosted.startdatoForKontrakt", "VergemaalRepresentasjonEllerFremtidsfullmakt.verge"];

    private static readonly string Mappe = Path.Combine(AppContext.BaseDirectory, "Persondokument");

    [Fact]
    public async Task Documents_and_the_answers_of_every_package_follow_the_published_schema()
    {
        var dokumenter = Enumerable.Range(0, 150).Select(froe => new Tilfeldigdokument(froe, alt: froe % 3 == 0).Lag()).ToArray();
        var svar = dokumenter.Take(60)
            .SelectMany(dokument =>
            Snitt.Pakkekoder.SelectMany(pakke => new[] { Snitt.Kutt(pakke, dokument, Snitt.Alt), Snitt.Kutt(pakke, dokument) }));
        var hele = await ValiderAsync(dokumenter);
        Assert.True(hele.Kode == 0, hele.Ut);
        var kuttede = await ValiderAsync([.. svar.Select(ett => ett.GetRawText())], Kuttes);
        Assert.True(kuttede.Kode == 0, kuttede.Ut);
    }

    [Fact]
    public async Task The_judge_finds_a_member_that_the_schema_does_not_have()
    {
        var (kode, ut) = await ValiderAsync(["""{"kjoenn":[{"kjoenn":"mann","alder":4}]}"""]);
        Assert.Equal(1, kode);
        Assert.StartsWith("1: ", ut, StringComparison.Ordinal);
    }

    private static async Task<(int Kode, string Ut)> ValiderAsync(IReadOnlyList<string> dokumenter, params string[] kuttes)
    {
        string[] filer = [Path.Combine(Mappe, "Skjema", "valider.cjs"), Path.Combine(Mappe, "data", "persondokument.schema.json")];
        var dom = await Ajv.KjoerAsync(filer[0], [filer[1], .. kuttes], dokumenter);
        Assert.SkipWhen(dom is null, "node or its packages are not installed (npm ci)");
        return dom!.Value;
    }
}
