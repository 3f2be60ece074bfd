using System.CommandLine;
using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Client.Token;

namespace Felles.Cli.Token;

/// <summary><c>felles token</c>: an access token on standard output, ready for <c>curl -H "Authorization: Bearer $(felles
/// token)"</c>.</summary>
internal static class TokenKommando
{
    internal static Command Lag(Konsoll konsoll)
    {
        var scope = new Option<string[]>("--scope")
        {
            Description = "Scope to ask for; may be repeated [default: the client's first]",
            HelpName = "SCOPE",
            AllowMultipleArgumentsPerToken = true,
        };
        var konsument = new Option<string?>("--consumer-org") { Description = "The organisation a supplier acts for", HelpName = "ORGNR" };
        var ressurs = new Option<string?>("--resource")
        {
            Description = "Audience wanted in the token; leave out for Folkeregisteret",
            HelpName = "URI",
        };
        var kommando = new Command("token", "Get an access token from Maskinporten") { scope, konsument, ressurs, ForklarKommando.Lag(konsoll) };
        var valg = Valg.Vert(kommando);
        kommando.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            var oensket = linje.GetValue(scope) ?? [];
            var fil = Klientvalg.Finn(linje.GetValue(valg.Klient), oensket.FirstOrDefault());
            using var vert = Vert.Velg(valg, linje, oensket.FirstOrDefault());
            var forespoersel = new Tokenforespoersel(
                oensket.Length > 0 ? string.Join(' ', oensket) : (fil.Scopes.Count > 0 ? fil.Scopes[0] : UtenScope(fil.Navn)),
                linje.GetValue(konsument),
                linje.GetValue(ressurs));
            var token = (await vert.Klient.Token.HentAsync(forespoersel, ct)).EllerFeil(vert.Klientnavn);
            if (linje.GetValue(valg.Json))
            {
                konsoll.Json(new JsonObject
                {
                    ["access_token"] = token.Token,
                    ["scope"] = token.Scope,
                    ["utloeper"] = token.Utloeper.ToString("O"),
                    ["klient"] = vert.Klientnavn,
                });
            }
            else
            {
                konsoll.Utskriver.WriteLine(token.Token);
            }

            return Utgangskode.Ok;
        });
        return kommando;
    }

    private static string UtenScope(string klient) =>
        throw new Kommandofeil(Utgangskode.FeilBruk, $"Client {klient} has no scopes of its own.", "Name one with --scope.");
}
