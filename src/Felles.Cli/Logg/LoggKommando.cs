using System.CommandLine;
using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Cli.Maal;
using Felles.Client.Administrasjon;
using Spectre.Console;

namespace Felles.Cli.Logg;

/// <summary><c>felles logg verifiser</c>: reads the whole look-up log and checks every chain and checkpoint.</summary>
internal static class LoggKommando
{
    internal static Command Lag(Konsoll konsoll)
    {
        var verifiser = new Command("verifiser", "Check that no record of the look-up log was removed, altered or moved");
        var anker = new Option<FileInfo?>("--anker")
        {
            Description = "Anchors kept outside the log, with --data [default: Felles:LookupLog:AnchorFile]",
            HelpName = "FILE",
        };
        verifiser.Add(anker);
        var valg = Valg.VertEllerMappe(verifiser);
        verifiser.Validators.Add(resultat =>
        {
            if (resultat.GetResult(anker) is { Implicit: false } && resultat.GetValue(valg.Data!) is null)
                resultat.AddError("--anker goes with --data: a host checks against its own Felles:LookupLog:AnchorFile.");
        });
        verifiser.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            await using var maal = Maalvalg.Velg(valg, linje);
            var svar = await Framdrift.VisAsync(
                konsoll, "Verifying the look-up log", null, framdrift => maal.VerifiserLoggAsync(linje.GetValue(anker), framdrift, ct));
            var kontroll = svar.EllerFeil(maal.Navn);
            Vis(konsoll, linje.GetValue(valg.Json), kontroll);
            return kontroll.Ok ? Utgangskode.Ok : Utgangskode.LoggBrutt;
        });
        return new Command("logg", "The look-up log") { verifiser };
    }

    private static void Vis(Konsoll konsoll, bool json, Loggkontroll kontroll)
    {
        var brudd = kontroll.Brudd ?? [];
        if (json)
        {
            konsoll.Json(new JsonObject
            {
                ["ok"] = kontroll.Ok,
                ["segmenter"] = kontroll.Segmenter,
                ["poster"] = kontroll.Poster,
                ["ankre"] = kontroll.Ankre,
                ["brudd"] = new JsonArray([.. brudd.Select(b => JsonValue.Create(b))]),
            });
            return;
        }

        foreach (var linje in brudd)
            konsoll.Ut.MarkupLineInterpolated($"[red]{linje}[/]");
        var dom = kontroll.Ok ? "[green]The look-up log is whole[/]" : "[red]The look-up log is broken[/]";
        konsoll.Ut.MarkupLine($"{dom}: {kontroll.Poster:N0} record(s) in {kontroll.Segmenter:N0} segment(s), "
            + (kontroll.Ankre > 0 ? $"held against {kontroll.Ankre:N0} anchor(s)." : "without anchors."));
    }
}
