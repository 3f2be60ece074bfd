using System.CommandLine;
using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Cli.Maal;
using Felles.Client.Administrasjon;
using Felles.Kernel.Identifikatorer;
using Spectre.Console;

namespace Felles.Cli.Rolle;

/// <summary><c>felles rolle gi</c>: a role for a member of staff. The first one of an installation is given with <c>--data</c> on the host
/// itself.</summary>
internal static class RolleKommando
{
    internal static Command Lag(Konsoll konsoll)
    {
        var utsteder = Paakrevd("--utsteder", "ISSUER", "The OIDC issuer at which the person logs in");
        var subjekt = Paakrevd("--subjekt", "SUB", "The person's sub at that issuer");
        var orgnr = Paakrevd("--orgnr", "ORGNR", "The organisation the role is for");
        var rolle = Paakrevd("--rolle", "ROLLE", "The role");
        var gi = new Command("gi", "Give a role") { utsteder, subjekt, orgnr, rolle };
        var valg = Valg.VertEllerMappe(gi);
        gi.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            if (!Organisasjonsnummer.TryParse(linje.GetRequiredValue(orgnr), out var nummer))
                throw new Kommandofeil(Utgangskode.FeilBruk, $"{linje.GetValue(orgnr)} is not an organisation number.");
            var tildeling = new Rolletildeling(
                linje.GetRequiredValue(utsteder), linje.GetRequiredValue(subjekt), nummer.ToWire(), linje.GetRequiredValue(rolle));
            await using var maal = Maalvalg.Velg(valg, linje);
            _ = (await maal.GiRolleAsync(tildeling, ct)).EllerFeil(maal.Navn);
            konsoll.Resultat(
                linje.GetValue(valg.Json),
                new JsonObject
                {
                    ["issuer"] = tildeling.Issuer,
                    ["subject"] = tildeling.Subject,
                    ["orgnr"] = tildeling.Orgnr,
                    ["rolle"] = tildeling.Rolle,
                },
                $"{Markup.Escape(tildeling.Subject)} now has the role [green]{Markup.Escape(tildeling.Rolle)}[/] for {tildeling.Orgnr}.");
            return Utgangskode.Ok;
        });
        return new Command("rolle", "Roles of staff") { gi };
    }

    private static Option<string> Paakrevd(string navn, string hjelp, string beskrivelse) =>
        new(navn) { Required = true, HelpName = hjelp, Description = beskrivelse };
}
