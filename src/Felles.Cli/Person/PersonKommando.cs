using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Client.Folkeregister;
using Felles.Kernel.Identifikatorer;

namespace Felles.Cli.Person;

/// <summary><c>felles person NUMMER</c>: looks a person up as an integrator would, and shows the document or a summary of it.</summary>
internal static class PersonKommando
{
    internal static Command Lag(Konsoll konsoll)
    {
        var nummer = new Argument<string>("nummer") { Description = "Fødselsnummer or D-number", HelpName = "NUMMER" };
        var pakke = new Option<string>("--pakke")
        {
            Description = "Rights package to look up in",
            HelpName = "PAKKE",
            DefaultValueFactory = _ => Pakke.OffentligMedHjemmel.Navn,
        };
        pakke.AcceptOnlyFromAmong([.. Pakke.Alle.Select(p => p.Navn)]);
        var deler = new Option<string[]>("--part")
        {
            Description = "Part of the document to ask for; may be repeated [default: person-basis]",
            HelpName = "PART",
            AllowMultipleArgumentsPerToken = true,
        };
        var kommando = new Command("person", "Look up a person") { nummer, pakke, deler };
        var valg = Valg.Vert(kommando);
        kommando.Gjoer(konsoll, valg, async (linje, ct) =>
        {
            var id = Les(linje.GetRequiredValue(nummer));
            var valgtPakke = Pakke.Finn(linje.GetRequiredValue(pakke))!;
            using var vert = Vert.Velg(valg, linje, valgtPakke.Scope);
            var svar = await vert.Klient.Folkeregister(valgtPakke).OppslagAsync(id, linje.GetValue(deler) ?? [], ct);
            var dokument = svar.EllerFeil(vert.Klientnavn);
            if (linje.GetValue(valg.Json))
            {
                konsoll.Json(JsonNode.Parse(dokument)!);
            }
            else
            {
                using var lest = JsonDocument.Parse(dokument);
                konsoll.Ut.Write(Personvisning.Lag(id, lest.RootElement));
            }

            return Utgangskode.Ok;
        });
        return kommando;
    }

    private static Folkeregisteridentifikator Les(string tekst)
    {
        if (Folkeregisteridentifikator.TryParse(tekst, out var id, out var feil))
            return id;
        throw new Kommandofeil(Utgangskode.FeilBruk, feil switch
        {
            Identifikatorfeil.IkkeElleveSifre => "The number must be eleven digits.",
            Identifikatorfeil.UgyldigDato => "The number does not begin with a date.",
            Identifikatorfeil.Maaned40 =>
                "The number has 40 added to its month: it belongs to another test series. Folkeregisteret's adds 80.",
            _ => "The number's check digits are wrong.",
        });
    }
}
