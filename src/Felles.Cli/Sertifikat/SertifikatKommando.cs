using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Cli.Register;
using Felles.Client.Sandkasse;
using Felles.Kernel.Identifikatorer;
using Spectre.Console;

namespace Felles.Cli.Sertifikat;

/// <summary><c>felles sertifikat</c>: test certificates of a sandbox's own authority. A host in production has none.</summary>
internal static class SertifikatKommando
{
    internal static Command Lag(Konsoll konsoll) =>
        new("sertifikat", "Enterprise certificates of a sandbox") { LagLag(konsoll), LagSperr(konsoll) };

    private static Command LagLag(Konsoll konsoll)
    {
        var orgnr = new Option<string>("--orgnr") { Required = true, HelpName = "ORGNR", Description = "Whose it is to be" };
        var profil = new Option<string?>("--profil")
        {
            HelpName = "PROFIL",
            Description = "virksomhetssertifikat, QCForESeal or CForESeal [default: virksomhetssertifikat]",
        };
        var dager = new Option<int?>("--dager") { HelpName = "DAGER", Description = "How long it holds [default: 1095]" };
        var ut = new Option<FileInfo>("--ut")
        {
            Required = true,
            HelpName = "FIL.pem",
            Description = "Where key and chain are written, readable by you alone",
        };
        var kommando = new Command("lag", "Make a key and a certificate for it") { orgnr, profil, dager, ut };
        var valg = Valg.BareVert(kommando);
        kommando.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            if (!Organisasjonsnummer.TryParse(linje.GetRequiredValue(orgnr), out var nummer))
                throw new Kommandofeil(Utgangskode.FeilBruk, $"{linje.GetValue(orgnr)} is not an organisation number.");
            var bestilling = new Sertifikatbestilling(nummer.ToWire(), linje.GetValue(profil), linje.GetValue(dager));
            using var sandkasse = new Sandkasseklient(Vert.Adresse(linje.GetRequiredValue(valg.Url)));
            var laget = (await sandkasse.LagSertifikatAsync(bestilling, ct)).EllerFeil("of the sandbox");
            var fil = linje.GetRequiredValue(ut);
            await SkrivAsync(fil, Encoding.ASCII.GetBytes($"{laget.Noekkel}\n{laget.Sertifikat}"), ct);
            konsoll.Resultat(
                linje.GetValue(valg.Json),
                Json(laget, fil.FullName),
                $"Certificate [green]{Markup.Escape(laget.Serienummer)}[/] of {nummer} ({Markup.Escape(laget.Profil)}) holds until "
                + $"{laget.Utloeper:u}. Key and chain are in {Markup.Escape(fil.FullName)}.");
            return Utgangskode.Ok;
        });
        return kommando;
    }

    private static async Task SkrivAsync(FileInfo fil, byte[] innhold, CancellationToken ct)
    {
        try
        {
            await Filskriving.SkrivAsync(fil, async strom =>
            {
                await strom.WriteAsync(innhold, ct);
                return true;
            });
        }
        catch (IOException e)
        {
            // A fault of the file is not one of the connection, which is what a verb with a host takes it for.
            throw new Kommandofeil(Utgangskode.FeilBruk, e.Message, "The certificate was made, but its key is lost; make another.");
        }
    }

    private static Command LagSperr(Konsoll konsoll)
    {
        var serienummer = new Argument<string>("SERIENUMMER") { Description = "As lag printed it" };
        var kommando = new Command("sperr", "Revoke a certificate, for good") { serienummer };
        var valg = Valg.BareVert(kommando);
        kommando.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            using var sandkasse = new Sandkasseklient(Vert.Adresse(linje.GetRequiredValue(valg.Url)));
            var sperret = (await sandkasse.SperrSertifikatAsync(linje.GetRequiredValue(serienummer), ct)).EllerFeil("of the sandbox");
            konsoll.Resultat(
                linje.GetValue(valg.Json),
                Json(sperret, null),
                $"Certificate [green]{Markup.Escape(sperret.Serienummer)}[/] of {Markup.Escape(sperret.Orgnr)} is revoked.");
            return Utgangskode.Ok;
        });
        return kommando;
    }

    private static JsonObject Json(Testsertifikat s, string? fil) => new()
    {
        ["serienummer"] = s.Serienummer,
        ["orgnr"] = s.Orgnr,
        ["profil"] = s.Profil,
        ["utloeper"] = s.Utloeper.ToString("O"),
        ["sperret"] = s.Sperret?.ToString("O"),
        ["fil"] = fil,
    };
}
