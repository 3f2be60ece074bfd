using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Felles.EndToEnd.Tests.Sandkasse;

public sealed class FirstCallTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private const string Number = "24907999374";
    private const string Path = "/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/" + Number;

    [Fact]
    public async Task The_call_on_the_start_page_answers_a_person_when_pasted_into_a_shell()
    {
        var html = await sandbox.Vert.Client.GetStringAsync("/");
        var call = WebUtility.HtmlDecode(html.Split("<pre id=\"kall\" tabindex=\"0\"><code>")[1].Split("</code>")[0]);

        var start = new ProcessStartInfo("bash", ["-c", call + " --silent --fail-with-body"]) { RedirectStandardOutput = true };
        using var shell = Process.Start(start)!;
        var answer = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();

        Assert.Equal(0, shell.ExitCode);
        using var person = JsonDocument.Parse(answer);
        var root = person.RootElement;
        Assert.Equal(Number, root.GetProperty("identifikasjonsnummer")[0].GetProperty("foedselsEllerDNummer").GetString());
        Assert.Equal("KUNSTVERK", root.GetProperty("navn")[0].GetProperty("etternavn").GetString());
    }

    [Fact]
    public async Task The_same_call_without_a_token_is_refused()
    {
        using var answer = await sandbox.Vert.Client.GetAsync(Path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("feilmelding", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_same_call_with_the_token_of_another_package_is_refused()
    {
        var token = await sandbox.Vert.Client.GetStringAsync("/sandkasse/token/bank");
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await sandbox.Vert.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
