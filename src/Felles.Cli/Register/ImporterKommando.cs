using System.CommandLine;
using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Cli.Maal;
using Felles.Client.Administrasjon;

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
            var svar = await Framdrift.VisAsync(
                konsoll, $"Importing {linje.GetValue(register)}", inn.CanSeek ? inn.Length : null,
                framdrift => maal.ImporterAsync(type, new Maaltstrom(inn, framdrift), ct));
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
}
