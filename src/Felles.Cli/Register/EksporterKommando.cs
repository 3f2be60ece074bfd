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
        var valg = Valg.VertEllerMappe(kommando);
        kommando.Validators.Add(resultat =>
        {
            if (resultat.GetValue(valg.Json) && resultat.GetValue(ut) is null)
                resultat.AddError("--json tells the result on standard output, where the documents go: name a file for them with --ut.");
        });
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

            var skrevet = await Filskriving.SkrivAsync(fil, strom => SkrivAsync(konsoll, maal, type, strom, ct));
            konsoll.Resultat(
                linje.GetValue(valg.Json),
                new JsonObject { ["antall"] = skrevet, ["fil"] = fil.FullName },
                $"Wrote {skrevet:N0} {linje.GetValue(register)} to {Markup.Escape(fil.FullName)}.");
            return Utgangskode.Ok;
        });
        return kommando;
    }

    private static async Task<long> SkrivAsync(Konsoll konsoll, IMaal maal, Registertype type, Stream strom, CancellationToken ct)
    {
        var svar = await Framdrift.VisAsync(konsoll, "Exporting", null, framdrift => maal.EksporterAsync(type, strom, framdrift, ct));
        return svar.EllerFeil(maal.Navn);
    }
}
