namespace Felles.Cli.Tests;

public sealed class ProgramTests
{
    [Theory]
    [InlineData("person 14838541242", 2, "check digits")]
    [InlineData("--version", 0, "")]
    [InlineData("danse", 2, "danse")]
    public async Task The_process_ends_with_the_exit_code_and_writes_errors_to_standard_error(string argumenter, int kode, string feil)
    {
        var kjoering = await Kommandoprosess.KjoerAsync(argumenter.Split(' '));

        Assert.Equal(kode, kjoering.Kode);
        Assert.Contains(feil, kjoering.Feil);
        Assert.Equal(kode == 0, kjoering.Feil.Length == 0);
    }
}
