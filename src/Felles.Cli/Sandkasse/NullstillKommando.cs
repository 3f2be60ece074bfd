using System.CommandLine;
using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Cli.Maal;
using Spectre.Console;

namespace Felles.Cli.Sandkasse;

/// <summary><c>felles nullstill</c>: the sandbox back to its first day. A host in production has no such route.</summary>
internal static class NullstillKommando
{
    internal static Command Lag(Konsoll konsoll)
    {
        var ja = new Option<bool>("--ja") { Description = "Do not ask first" };
        var kommando = new Command("nullstill", "Empty the sandbox; a host makes it anew at once") { ja };
        var valg = Valg.VertEllerMappe(kommando);
        kommando.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            if (!linje.GetValue(ja))
                Spoer(konsoll);
            await using var maal = Maalvalg.Velg(valg, linje);
            var svar = await Framdrift.VisAsync(konsoll, "Resetting", null, _ => maal.NullstillAsync(ct));
            _ = svar.EllerFeil(maal.Navn);
            konsoll.Resultat(linje.GetValue(valg.Json), new JsonObject { ["nullstilt"] = true }, Ferdig(linje.GetValue(valg.Data!)));
            return Utgangskode.Ok;
        });
        return kommando;
    }

    /// <summary>A host begins anew at once; a folder has nobody to do it.</summary>
    private static string Ferdig(DirectoryInfo? mappe) =>
        mappe is null ? "[green]The sandbox is new.[/]" : "[green]The sandbox is empty;[/] the next start of a host makes it anew.";

    private static void Spoer(Konsoll konsoll)
    {
        if (!konsoll.Interaktiv)
            throw new Kommandofeil(Utgangskode.FeilBruk, "This empties the sandbox and nobody is here to ask.", "Add --ja to do it.");
        if (!konsoll.Feil.Confirm("This removes every person, right and log entry of the sandbox. Go on?", defaultValue: false))
            throw new Kommandofeil(Utgangskode.Avbrutt, "Nothing was changed.");
    }
}
