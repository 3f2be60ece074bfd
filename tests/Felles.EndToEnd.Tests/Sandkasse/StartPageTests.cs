using System.Text.RegularExpressions;
using System.Xml.Linq;
using Felles.EndToEnd.Tests.Nettleser;
using Microsoft.Playwright;

namespace Felles.EndToEnd.Tests.Sandkasse;

public sealed class StartPageTests(RunningSandbox sandbox, Chromium chromium) : IClassFixture<RunningSandbox>, IClassFixture<Chromium>
{
    [Theory(SkipType = typeof(Chromium), SkipWhen = nameof(Chromium.Missing), Skip = "Chromium is not installed")]
    [InlineData("lys", 1280, ColorScheme.Light, "nb-NO")]
    [InlineData("moerk", 1280, ColorScheme.Dark, "nb-NO")]
    [InlineData("smal", 320, ColorScheme.Light, "nb-NO")]
    [InlineData("smal-moerk", 320, ColorScheme.Dark, "en-GB")]
    [InlineData("engelsk", 1280, ColorScheme.Light, "en-GB")]
    public async Task The_start_page_is_accessible_in_both_colour_schemes_and_at_320_pixels(
        string name, int width, ColorScheme scheme, string locale)
    {
        var page = await chromium.OpenAsync(sandbox.Vert.Address, width, scheme, locale: locale);
        await Chromium.PictureAsync(page, "start-" + name);

        Assert.Empty(await Chromium.ViolationsAsync(page));
        Assert.Equal(locale == "nb-NO" ? "nb" : "en", await page.GetAttributeAsync("html", "lang"));
        Assert.True(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width,
            "The page scrolls sideways.");
    }

    [Fact(SkipType = typeof(Chromium), SkipWhen = nameof(Chromium.Missing), Skip = "Chromium is not installed")]
    public async Task The_start_page_says_everything_without_script()
    {
        var page = await chromium.OpenAsync(sandbox.Vert.Address, script: false);
        Assert.Contains("/sandkasse/token/kommune", await page.TextContentAsync("#kall"));
        Assert.False(await page.IsVisibleAsync("button[data-kopier]"));
        Assert.True(await page.Locator("section[aria-labelledby=personer] tbody tr").CountAsync() >= 12);
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("en")]
    public async Task No_text_on_the_start_page_is_a_bare_resource_key(string language)
    {
        var html = await sandbox.Vert.Client.GetStringAsync("/?spraak=" + language);
        foreach (var (key, text) in Texts(language).Where(t => t.Key != t.Value))
        {
            Assert.False(Regex.IsMatch(html, $@"[>""]\s*{key}\s*[<""]"), $"{key} stands bare where \"{text}\" should");
        }
    }

    [Fact]
    public void Both_languages_have_every_text_that_the_pages_ask_for()
    {
        var (nb, en) = (Texts("nb"), Texts("en"));
        Assert.Equal(nb.Keys.Order(), en.Keys.Order());
        var asked = Directory.GetFiles(Portal(), "*.cshtml*", SearchOption.AllDirectories)
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), @"[Tt]ekst\[""(\w+)""\]").Select(m => m.Groups[1].Value)).ToHashSet();
        Assert.True(asked.Count > 20);
        Assert.Empty(asked.Except(nb.Keys));
    }

    private static Dictionary<string, string> Texts(string language) =>
        XDocument.Load(Path.Combine(Portal(), "Delt", $"Tekster.{language}.resx")).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string Portal()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Felles.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "src", "Felles.Portal");
    }
}
