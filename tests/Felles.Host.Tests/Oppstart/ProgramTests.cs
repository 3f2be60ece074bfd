using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Felles.Host.Tests.Oppstart;

/// <summary>The program as a process of its own: what an operator sees of a start that fails.</summary>
public sealed class ProgramTests
{
    [Theory]
    [InlineData("--Felles:Mod=Produksjon", "Felles:Mod")]
    [InlineData("--Felles:Database=Host=x;Tull=1", "Felles:Database")]
    [InlineData("--Felles:Database=Host=/nonexistent;Username=x;Database=x", "Felles:Database")]
    [InlineData("--Felles:Maskinporten:Issuer=http://localhost:1/maskinporten", "Felles:Maskinporten:Issuer")]
    [InlineData("--Felles:Maskinporten:Utstedere:0:JwksUri=tull", "Felles:Maskinporten:Utstedere:0:JwksUri")]
    [InlineData("--urls=tull", "ASPNETCORE_URLS")]
    public async Task A_wrong_setting_is_named_in_one_line(string setting, string named) => await FailsAsync(named, setting);

    [Fact]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await FailsAsync($"{port}", $"--urls=http://127.0.0.1:{port}");
    }

    private static async Task FailsAsync(string named, string setting)
    {
        var folder = Directory.CreateTempSubdirectory("felles-start-");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(FellesApp).Assembly.Location, "--urls=http://127.0.0.1:0", $"--Felles:DataDirectory={folder.FullName}/data",
                "--Felles:Population:Size=150", setting,
            ])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder.FullName,
        };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        folder.Delete(recursive: true);

        Assert.Equal(78, program.ExitCode);
        Assert.Contains(named, Assert.Single(error.TrimEnd().Split('\n')));
        Assert.DoesNotContain("   at ", error + await output);
    }
}
