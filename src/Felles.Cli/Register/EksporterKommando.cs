using System.CommandLine;
using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Cli.Maal;
using Felles.Client.Administrasjon;
using Spectre.Console;

namespace Felles.Cli.Register;

/// <summary><c>felles eksporter personer|virksomheter</c>: every document, one a line, in the form that <c>importer</c> takes.</summary>
internal static class EksporterKommando
{
    internal static Command Lag(Konsoll konsoll)
    {
        var register = Registerargument.Lag();
        var ut = new Option<FileInfo?>("--ut") { Description = "The file to write [default: standard output]", HelpName = "FIL.ndjson" };
        var kommando = new Command("eksporter", "Export persons or organisations") { register, ut };
        var valg = Valg.Vert(kommando);
        kommando.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            var type = Registerargument.Type(linje.GetRequiredValue(register));
            await using var maal = Maalvalg.Velg(valg, linje);
            if (linje.GetValue(ut) is not { } fil)
            {
                await using var skjerm = konsoll.AapneUt();
                var antall = await SkrivAsync(konsoll, maal, type, skjerm, ct);
                konsoll.Feil.WriteLine($"Wrote {antall:N0} {linje.GetValue(register)}.");
                return Utgangskode.Ok;
            }

            var skrevet = await TilFilAsync(konsoll, maal, type, fil, ct);
            konsoll.Resultat(
                linje.GetValue(valg.Json),
                new JsonObject { ["antall"] = skrevet, ["fil"] = fil.FullName },
                $"Wrote {skrevet:N0} {linje.GetValue(register)} to {Markup.Escape(fil.FullName)}.");
            return Utgangskode.Ok;
        });
        return kommando;
    }

    /// <summary>A file of that name is whole: it is written beside and moved into place, so a broken export leaves the old one.</summary>
    private static async Task<long> TilFilAsync(Konsoll konsoll, IMaal maal, Registertype type, FileInfo fil, CancellationToken ct)
    {
        var uferdig = fil.FullName + ".part";
        try
        {
            long antall;
            var valg = new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                BufferSize = 128 * 1024,
                Options = FileOptions.Asynchronous,
            };
            if (!OperatingSystem.IsWindows())
                valg.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var strom = new FileStream(uferdig, valg))
            {
                antall = await SkrivAsync(konsoll, maal, type, strom, ct);
            }

            File.Move(uferdig, fil.FullName, overwrite: true);
            return antall;
        }
        catch
        {
            File.Delete(uferdig);
            throw;
        }
    }

    private static async Task<long> SkrivAsync(Konsoll konsoll, IMaal maal, Registertype type, Stream strom, CancellationToken ct)
    {
        var svar = await Framdrift.VisAsync(konsoll, "Exporting", null, framdrift => maal.EksporterAsync(type, strom, framdrift, ct));
        return svar.EllerFeil(maal.Navn);
    }
}
