using System.Diagnostics;

namespace Felles.Cli.Tests;

/// <summary>The program as a process, as a script starts it.</summary>
public sealed class ProgramTests
{
    [Theory]
    [InlineData("person 14838541242", 2, "check digits")]
    [InlineData("--version", 0, "")]
    [InlineData("danse", 2, "danse")]
    public async Task The_process_ends_with_the_exit_code_and_writes_errors_to_standard_error(string argumenter, int kode, string feil)
    {
        var oppsett = new ProcessStartInfo("dotnet", $"{Path.Combine(AppContext.BaseDirectory, "felles.dll")} {argumenter}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var prosess = Process.Start(oppsett)!;
        prosess.StandardInput.Close();
        var ut = prosess.StandardOutput.ReadToEndAsync();
        var feilstrom = await prosess.StandardError.ReadToEndAsync();
        await prosess.WaitForExitAsync();

        Assert.Equal(kode, prosess.ExitCode);
        Assert.Contains(feil, feilstrom);
        Assert.Equal(kode == 0, feilstrom.Length == 0);
        await ut;
    }
}
