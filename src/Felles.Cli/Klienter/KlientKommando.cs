using System.CommandLine;
using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Cli.Maal;
using Felles.Kernel.Identifikatorer;
using Felles.Maskinporten.Contracts;
using Microsoft.IdentityModel.Tokens;
using Spectre.Console;

namespace Felles.Cli.Klienter;

/// <summary>
/// <c>felles klient registrer</c>: the first client of an installation, which the calls to the administration API need. It is given on the
/// host itself, as the first role is.
/// </summary>
internal static class KlientKommando
{
    internal static Command Lag(Konsoll konsoll)
    {
        var navn = Paakrevd<string>("--navn", "NAVN", "What the client is called");
        var orgnr = Paakrevd<string>("--orgnr", "ORGNR", "The organisation that owns it");
        var scope = Paakrevd<string[]>("--scope", "SCOPE", "A scope it may ask for; granted to the organisation too; may be repeated");
        scope.AllowMultipleArgumentsPerToken = true;
        var noekkel = Paakrevd<FileInfo>("--noekkel", "FIL.jwk", "Its public RSA key as a JWK with kid");
        var registrer = new Command("registrer", "Register a client with the token server") { navn, orgnr, scope, noekkel };
        var valg = Valg.Mappe(registrer);
        valg.Data!.Required = true;
        registrer.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            if (!Organisasjonsnummer.TryParse(linje.GetRequiredValue(orgnr), out var nummer))
                throw new Kommandofeil(Utgangskode.FeilBruk, $"{linje.GetValue(orgnr)} is not an organisation number.");
            var ny = new NyKlient(
                linje.GetRequiredValue(navn), nummer, linje.GetRequiredValue(scope), [await LesAsync(linje.GetRequiredValue(noekkel), ct)]);
            await using var maal = new Mappemaal(linje.GetRequiredValue(valg.Data)!);
            var klient = await Klientregistrering.KjoerAsync(await maal.TjenesterAsync(lag: true, ct), ny, ct);
            Vis(konsoll, linje.GetValue(valg.Json), klient);
            return Utgangskode.Ok;
        });
        return new Command("klient", "Clients of the token server") { registrer };
    }

    private static async Task<JsonWebKey> LesAsync(FileInfo fil, CancellationToken ct)
    {
        try
        {
            return new JsonWebKey(await File.ReadAllTextAsync(fil.FullName, ct));
        }
        catch (ArgumentException)
        {
            throw new Kommandofeil(Utgangskode.FeilBruk, $"{fil} is not a JWK.",
                "One key: {\"kty\":\"RSA\",\"kid\":…,\"n\":…,\"e\":…}.");
        }
    }

    private static void Vis(Konsoll konsoll, bool json, RegistrertKlient k) => konsoll.Resultat(
        json,
        new JsonObject
        {
            ["client_id"] = k.ClientId,
            ["orgnr"] = k.Orgnr,
            ["miljoe"] = k.Miljoe,
            ["scopes"] = new JsonArray([.. k.Scopes.Select(s => JsonValue.Create(s))]),
            ["tildelt"] = new JsonArray([.. k.Tildelt.Select(s => JsonValue.Create(s))]),
        },
        $"Registered client [green]{Markup.Escape(k.ClientId)}[/] of {k.Orgnr} in {k.Miljoe}, "
        + $"with {Markup.Escape(string.Join(", ", k.Scopes))}. "
        + (k.Tildelt.Count > 0
            ? $"Granted the organisation {Markup.Escape(string.Join(", ", k.Tildelt))}."
            : "The organisation had been granted them before."));

    private static Option<T> Paakrevd<T>(string navn, string hjelp, string beskrivelse) =>
        new(navn) { Required = true, HelpName = hjelp, Description = beskrivelse };
}
