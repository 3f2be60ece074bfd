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
        var kommando = new Command("nullstill", "Empty the sandbox and make it anew") { ja };
        var valg = Valg.VertEllerMappe(kommando);
        kommando.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            if (!linje.GetValue(ja))
                Spoer(konsoll);
            await using var maal = Maalvalg.Velg(valg, linje);
            var svar = await Framdrift.VisAsync(konsoll, "Resetting", null, _ => maal.NullstillAsync(ct));
            _ = svar.EllerFeil(maal.Navn);
            konsoll.Resultat(linje.GetValue(valg.Json), new JsonObject { ["nullstilt"] = true }, "[green]The sandbox is new.[/]");
            return Utgangskode.Ok;
        });
        return kommando;
    }

    private static void Spoer(Konsoll konsoll)
    {
        if (!konsoll.Interaktiv)
            throw new Kommandofeil(Utgangskode.FeilBruk, "This empties the sandbox and nobody is here to ask.", "Add --ja to do it.");
        if (!konsoll.Feil.Confirm("This removes every person, right and log entry of the sandbox. Go on?", defaultValue: false))
            throw new Kommandofeil(Utgangskode.Avbrutt, "Nothing was changed.");
    }
}
