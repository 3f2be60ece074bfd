using System.Diagnostics;
using Felles.Testing.Databaser;

namespace Felles.Cli.Tests;

/// <summary>
/// The program as a process, as a script starts it: its settings are its environment, which no other test may see.
/// </summary>
internal static class Kommandoprosess
{
    internal static async Task<Kommandokjoering> KjoerAsync(string[] args, params (string Navn, string Verdi)[] miljoe)
    {
        var oppsett = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "felles.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (navn, verdi) in miljoe)
            oppsett.Environment[navn] = verdi;
        using var prosess = Process.Start(oppsett)!;
        prosess.StandardInput.Close();
        var ut = prosess.StandardOutput.ReadToEndAsync();
        var feil = await prosess.StandardError.ReadToEndAsync();
        await prosess.WaitForExitAsync();
        return new(prosess.ExitCode, await ut, feil);
    }

    /// <summary>With <c>--data</c> and the database that the environment names.</summary>
    internal static Task<Kommandokjoering> KjoerAsync(TestDatabase test, string[] args, params (string Navn, string Verdi)[] miljoe) =>
        KjoerAsync([.. args, "--data", test.Folder], [("Felles__Database", test.ConnectionString ?? "sqlite"), .. miljoe]);
}
