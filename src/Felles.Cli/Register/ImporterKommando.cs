using System.CommandLine;
using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Cli.Maal;
using Felles.Client.Administrasjon;
using Felles.Web.Ndjson;

namespace Felles.Cli.Register;

/// <summary><c>felles importer personer|virksomheter FIL.ndjson</c>: one document a line; the file is taken whole or not at all.</summary>
internal static class ImporterKommando
{
    internal static Command Lag(Konsoll konsoll)
    {
        var register = Registerargument.Lag();
        var fil = new Argument<string>("fil")
        {
            Description = "The file, one document a line; - reads standard input",
            HelpName = "FIL.ndjson",
        };
        var kommando = new Command("importer", "Import persons or organisations") { register, fil };
        var valg = Valg.VertEllerMappe(kommando);
        kommando.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            var type = Registerargument.Type(linje.GetRequiredValue(register));
            await using var inn = Aapne(konsoll, linje.GetRequiredValue(fil));
            await using var maal = Maalvalg.Velg(valg, linje);
            long? lengde = inn.CanSeek ? inn.Length : null;
            var svar = await Framdrift.VisAsync(
                konsoll, $"Importing {linje.GetValue(register)}", maal.FortellerOmLagring ? 2 * lengde : lengde,
                framdrift => maal.ImporterAsync(type, new Maaltstrom(inn, framdrift), new Lagring(framdrift, lengde), ct));
            var json = linje.GetValue(valg.Json);
            return svar.Match(
                kvittering => Godtatt(konsoll, json, linje.GetRequiredValue(register), kvittering),
                avvist => avvist.Feil.Count > 0 ? Feilliste.Vis(konsoll, json, avvist) : throw Avvisninger.Tolk(avvist, maal.Navn));
        });
        return kommando;
    }

    private static Stream Aapne(Konsoll konsoll, string fil)
    {
        if (fil == "-")
            return konsoll.AapneInn();
        return File.Exists(fil)
            ? new FileStream(
                fil, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan | FileOptions.Asynchronous)
            : throw new Kommandofeil(Utgangskode.FeilBruk, $"There is no file {fil}.");
    }

    private static Utgangskode Godtatt(Konsoll konsoll, bool json, string register, Importkvittering k)
    {
        konsoll.Resultat(
            json,
            new JsonObject { ["lest"] = k.Lest, ["nye"] = k.Nye, ["endret"] = k.Endret, ["uendret"] = k.Uendret },
            $"Read {k.Lest:N0} {register}: [green]{k.Nye:N0} new[/], {k.Endret:N0} changed, {k.Uendret:N0} unchanged.");
        return Utgangskode.Ok;
    }

    /// <summary>Storing is the second half of the bar.</summary>
    private sealed class Lagring(IProgress<long> framdrift, long? lengde) : IProgress<Importframdrift>
    {
        public void Report(Importframdrift value)
        {
            if (value is { Steg: Importsteg.Lagrer, Av: > 0 and var av } && lengde is { } halvparten)
                framdrift.Report(halvparten + (long)(halvparten * ((double)value.Antall / av)));
        }
    }
}
