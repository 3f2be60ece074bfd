using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Felles.Contract.Tests.Http;

/// <summary>A file of docs/http/ in the form that editors run: requests between lines of <c>###</c>, variables, named answers.</summary>
internal sealed partial class HttpFile
{
    private readonly Dictionary<string, string> variables = [];
    private readonly string[] blocks;

    public HttpFile(string path)
    {
        blocks = File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n###", StringSplitOptions.TrimEntries);
    }

    public async IAsyncEnumerable<(string Call, int Expected, int Answered, string Body)> RunAsync(HttpClient client, Uri host)
    {
        foreach (var block in blocks)
        {
            var lines = block.Split('\n');
            foreach (var line in lines.Where(l => l.StartsWith('@')))
            {
                var parts = line[1..].Split('=', 2, StringSplitOptions.TrimEntries);
                variables[parts[0]] = parts[0] == "host" ? host.GetLeftPart(UriPartial.Authority) : parts[1];
            }

            var name = lines.FirstOrDefault(l => l.StartsWith("# @name "))?["# @name ".Length..].Trim();
            var expected = int.Parse(lines.Single(l => l.StartsWith("# Expect: "))["# Expect: ".Length..]);
            var request = lines.SkipWhile(l => l.StartsWith('#') || l.StartsWith('@') || l.Length == 0).ToList();
            var again = lines.Contains("# Again while: 404");
            var (status, body) = await SendAsync(client, request);
            // Work that was ordered by an earlier call; two hundred times fifty milliseconds is longer than any of it takes.
            for (var times = 0; again && status == HttpStatusCode.NotFound && times < 200; times++)
            {
                await Task.Delay(50);
                (status, body) = await SendAsync(client, request);
            }

            if (name is not null)
            {
                variables[name + ".response.body.*"] = body;
            }

            yield return (request[0], expected, (int)status, body);
        }
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpClient client, List<string> request)
    {
        using var message = Message(request);
        using var answer = await client.SendAsync(message);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private HttpRequestMessage Message(List<string> lines)
    {
        var first = Filled(lines[0]).Split(' ', 2);
        var message = new HttpRequestMessage(new HttpMethod(first[0]), first[1]);
        var headers = lines.Skip(1).TakeWhile(l => l.Length > 0).Select(l => Filled(l).Split(':', 2, StringSplitOptions.TrimEntries))
            .ToList();
        var body = string.Join('\n', lines.Skip(2 + headers.Count));
        if (body.Length > 0)
        {
            message.Content = new StringContent(Filled(body));
            message.Content.Headers.ContentType = null;
        }

        foreach (var header in headers)
        {
            _ = header[0] == "Content-Type"
                ? message.Content!.Headers.TryAddWithoutValidation(header[0], header[1])
                : message.Headers.TryAddWithoutValidation(header[0], header[1]);
        }

        return message;
    }

    private string Filled(string text) => Variable().Replace(text, match => Value(match.Groups[1].Value));

    /// <summary>A variable, a whole answer, or a member of a JSON answer: <c>name.response.body.$.member[0]</c>.</summary>
    private string Value(string name)
    {
        var at = name.IndexOf(".$.", StringComparison.Ordinal);
        if (at < 0)
        {
            return variables[name];
        }

        using var json = JsonDocument.Parse(variables[name[..at] + ".*"]);
        var found = json.RootElement;
        foreach (var step in name[(at + 3)..].Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            found = int.TryParse(step, out var index) ? found[index] : found.GetProperty(step);
        }

        return found.ToString();
    }

    [GeneratedRegex(@"\{\{([^}]+)\}\}")]
    private static partial Regex Variable();
}
