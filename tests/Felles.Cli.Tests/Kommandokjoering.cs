using System.Text;
using Felles.Cli.Kjoering;
using Spectre.Console;

namespace Felles.Cli.Tests;

/// <summary>Runs the program's command line as the process does, with its streams in memory.</summary>
internal sealed record Kommandokjoering(int Kode, string Ut, string Feil)
{
    internal static async Task<Kommandokjoering> KjoerAsync(string[] args, string inn = "", bool interaktiv = false)
    {
        using var ut = new StringWriter();
        using var feil = new StringWriter();
        using var bytes = new MemoryStream();
        var konsoll = new Konsoll(
            ut, feil, () => new MemoryStream(Encoding.UTF8.GetBytes(inn)), () => new Lyttestrom(bytes), interaktiv, AnsiSupport.Yes);
        var kode = await Kommandolinje.KjoerAsync(args, konsoll);
        return new(kode, ut + Encoding.UTF8.GetString(bytes.ToArray()), feil.ToString());
    }

    /// <summary>Survives being disposed as standard output does.</summary>
    private sealed class Lyttestrom(MemoryStream til) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing && Length > 0)
                til.Write(ToArray());
            base.Dispose(disposing);
        }
    }
}
