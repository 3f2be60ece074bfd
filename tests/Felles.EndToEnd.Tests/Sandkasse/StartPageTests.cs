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

    [Fact]
    public async Task No_text_on_the_start_page_is_a_bare_resource_key()
    {
        foreach (var language in new[] { "nb", "en" })
        {
            var html = await sandbox.Vert.Client.GetStringAsync("/?spraak=" + language);
            Assert.DoesNotContain(">StartTittel<", html);
            Assert.DoesNotContain("><", html.Replace("><!", "", StringComparison.Ordinal).Split("<h1>")[1].Split("</h1>")[0]);
        }
    }
}
