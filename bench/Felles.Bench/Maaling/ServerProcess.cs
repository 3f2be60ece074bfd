using System.Diagnostics;

namespace Felles.Bench.Maaling;

/// <summary>A server under measurement, in a process of its own, ended by its own process id.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private ServerProcess(Process process, Uri address, TimeSpan startTime)
    {
        Process = process;
        Address = address;
        StartTime = startTime;
    }

    public Process Process { get; }

    public Uri Address { get; }

    /// <summary>From the start of the process to its first good answer.</summary>
    public TimeSpan StartTime { get; }

    public static async Task<ServerProcess> StartAsync(string assembly, Uri address, string readyPath, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_gcServer"] = "0";
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(2) };
        while (clock.Elapsed < TimeSpan.FromMinutes(30))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{assembly} ended with {process.ExitCode} before it was ready.");
            }

            try
            {
                using var answer = await client.GetAsync(readyPath);
                if (answer.IsSuccessStatusCode)
                {
                    return new ServerProcess(process, address, clock.Elapsed);
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }

            await Task.Delay(10);
        }

        throw new TimeoutException($"{assembly} was not ready in half an hour.");
    }

    /// <summary>Runs a load and tells what it cost this process.</summary>
    public async Task<Measured> MeasureAsync(Func<Uri, Task<Load>> load)
    {
        var before = ProcessCpu.Of(Process);
        var seen = await load(Address);
        var cpu = ProcessCpu.Of(Process) - before;
        Process.Refresh();
        return new Measured(seen, cpu.TotalMicroseconds / seen.Requests, Process.PrivateMemorySize64, Process.WorkingSet64);
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
            await Process.WaitForExitAsync();
        }

        Process.Dispose();
    }
}

/// <param name="CpuMicroseconds">Of the server process alone, for each request.</param>
internal sealed record Measured(Load Load, double CpuMicroseconds, long PrivateBytes, long ResidentBytes);
