using System.CommandLine;
using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Client.Sandkasse;
using Spectre.Console;

namespace Felles.Cli.Token;

/// <summary>
/// <c>felles token forklar</c>: which step of the token endpoint refuses an assertion or a token. It is read from a file or standard input,
/// because what stands on a command line stands in the list of processes too.
/// </summary>
internal static class ForklarKommando
{
    private const int LengsteTekst = 64 * 1024;

    internal static Command Lag(Konsoll konsoll)
    {
        var fil = new Argument<string>("FIL")
        {
            Description = "File with the assertion or token; - for standard input",
            DefaultValueFactory = _ => "-",
        };
        var kommando = new Command("forklar", "Tell step by step why a sandbox accepts or refuses an assertion or a token") { fil };
        var valg = Valg.BareVert(kommando);
        kommando.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            var jwt = await LesAsync(konsoll, linje.GetRequiredValue(fil), ct);
            using var sandkasse = new Sandkasseklient(Vert.Adresse(linje.GetRequiredValue(valg.Url)));
            var forklaring = (await sandkasse.ForklarAsync(jwt, ct)).EllerFeil("of the sandbox");
            if (linje.GetValue(valg.Json))
                konsoll.Json(Json(forklaring));
            else
                Vis(konsoll, forklaring);
            return forklaring.Godtas ? Utgangskode.Ok : Utgangskode.Avvist;
        });
        return kommando;
    }

    private static async Task<string> LesAsync(Konsoll konsoll, string fil, CancellationToken ct)
    {
        await using var strom = fil == "-" ? konsoll.AapneInn() : Aapne(fil);
        using var leser = new StreamReader(strom);
        var tekst = new char[LengsteTekst];
        var lengde = await leser.ReadBlockAsync(tekst, ct);
        return new string(tekst, 0, lengde).Trim();
    }

    // A fault of a file is not one of the connection, which is what a verb with a host takes it for.
    private static FileStream Aapne(string fil)
    {
        try
        {
            return File.OpenRead(fil);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Kommandofeil(Utgangskode.FeilBruk, e.Message);
        }
    }

    private static void Vis(Konsoll konsoll, Forklaring forklaring)
    {
        foreach (var steg in forklaring.Steg)
        {
            var farge = steg.Utfall switch { "passed" => "green", "refused" => "red", _ => "dim" };
            konsoll.Ut.MarkupLine($"{steg.Nr,2}  [{farge}]{steg.Utfall,-11}[/]  {Markup.Escape(steg.Navn)}");
            if (steg.Utfall == "refused")
                konsoll.Ut.MarkupLineInterpolated($"    {steg.Sjekker} [dim]({steg.Paragraf})[/]");
        }

        konsoll.Ut.MarkupLineInterpolated($"{forklaring.Konklusjon}");
        if (forklaring.Grunn is { } grunn)
            konsoll.Ut.MarkupLineInterpolated($"{grunn}");
    }

    private static JsonObject Json(Forklaring f) => new()
    {
        ["hva"] = f.Hva,
        ["godtas"] = f.Godtas,
        ["konklusjon"] = f.Konklusjon,
        ["kode"] = f.Kode,
        ["error"] = f.Error,
        ["status"] = f.Status,
        ["melding"] = f.Melding,
        ["grunn"] = f.Grunn,
        ["steg"] = new JsonArray(
        [
            .. f.Steg.Select(s => new JsonObject
            {
                ["nr"] = s.Nr, ["navn"] = s.Navn, ["utfall"] = s.Utfall, ["sjekker"] = s.Sjekker, ["paragraf"] = s.Paragraf,
            }),
        ]),
    };
}
