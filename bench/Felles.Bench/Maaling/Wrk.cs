using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Felles.Bench.Maaling;

/// <summary>The load generator: <c>wrk</c>, in a process of its own, keep-alive connections, no pipelining.</summary>
internal static partial class Wrk
{
    /// <param name="origin">Scheme, host and port.</param>
    /// <param name="paths">Asked for in turn, each by GET unless <paramref name="body"/> is given.</param>
    public static async Task<Load> RunAsync(
        Uri origin,
        IReadOnlyList<string> paths,
        TimeSpan time,
        int connections,
        string? authorization = null,
        string? body = null,
        string contentType = "application/json")
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Script(paths, authorization, body, contentType));
        try
        {
            using var wrk = Process.Start(new ProcessStartInfo("wrk")
            {
                ArgumentList =
                {
                    "-t1", $"-c{connections}", $"-d{(int)time.TotalSeconds}s", "--latency",
                    "-s", script, origin.GetLeftPart(UriPartial.Authority),
                },
                RedirectStandardOutput = true,
            }) ?? throw new InvalidOperationException("wrk did not start; install it from your distribution.");
            var output = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            return Read(output);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Script(IReadOnlyList<string> paths, string? authorization, string? body, string contentType)
    {
        var lua = new StringBuilder();
        lua.Append("local requests = {}\nlocal headers = {}\n");
        if (authorization is not null)
        {
            lua.Append(CultureInfo.InvariantCulture, $"headers[\"Authorization\"] = \"{authorization}\"\n");
        }

        if (body is not null)
        {
            lua.Append(CultureInfo.InvariantCulture, $"headers[\"Content-Type\"] = \"{contentType}\"\n");
        }

        // The requests are formatted once, so that the generator's own cost is small and the same for both sides.
        lua.Append("init = function(args)\n");
        foreach (var path in paths)
        {
            var method = body is null ? "GET" : "POST";
            var content = body is null ? "nil" : "[==[" + body + "]==]";
            lua.Append(CultureInfo.InvariantCulture, $"  requests[#requests + 1] = ")
                .Append(CultureInfo.InvariantCulture, $"wrk.format(\"{method}\", \"{path}\", headers, {content})\n");
        }

        lua.Append("end\nlocal n = 0\nrequest = function()\n  n = n + 1\n  if n > #requests then n = 1 end\n  return requests[n]\nend\n");
        return lua.ToString();
    }

    private static Load Read(string output)
    {
        var failures = NotOk().Match(output) is { Success: true } bad ? bad.Groups[1].Value : null;
        if (failures is not null || SocketErrors().IsMatch(output))
        {
            throw new InvalidOperationException("The load met errors, so the figures mean nothing:\n" + output);
        }

        var match = Requests().Match(output);
        var latency = Percentile().Matches(output).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        return new Load(
            long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
            double.Parse(PerSecond().Match(output).Groups[1].Value, CultureInfo.InvariantCulture),
            latency.GetValueOrDefault("50", ""),
            latency.GetValueOrDefault("99", ""));
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex NotOk();

    [GeneratedRegex(@"Socket errors: .*(connect [1-9]|read [1-9]|write [1-9]|timeout [1-9])")]
    private static partial Regex SocketErrors();

    [GeneratedRegex(@"^\s+(50|99)%\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex Percentile();
}

/// <summary>What one run of the generator saw.</summary>
internal sealed record Load(long Requests, double PerSecond, string Median, string Percentile99);
