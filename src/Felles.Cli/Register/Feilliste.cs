using System.Text.Json.Nodes;
using Felles.Cli.Kjoering;
using Felles.Client.Utfall;
using Spectre.Console;

namespace Felles.Cli.Register;

/// <summary>The faults of a refused file. On screen the first of them; with <c>--json</c> all that the service sent.</summary>
internal static class Feilliste
{
    private const int PaaSkjerm = 50;

    internal static Utgangskode Vis(Konsoll konsoll, bool json, Avvisning avvist)
    {
        if (json)
        {
            konsoll.Json(new JsonObject
            {
                ["antallFeil"] = avvist.AntallFeil,
                ["feil"] = new JsonArray([.. avvist.Feil.Select(Node)]),
            });
            return Utgangskode.FeilIInndata;
        }

        var tabell = new Table().Border(TableBorder.Simple).AddColumns("Line", "Path", "Code", "Message");
        foreach (var feil in avvist.Feil.Take(PaaSkjerm))
            tabell.AddRow(new Text(feil.Linje?.ToString() ?? ""), new Text(feil.Sti), new Text(feil.Kode), new Text(feil.Melding));
        konsoll.Feil.Write(tabell);
        if (avvist.AntallFeil > PaaSkjerm)
        {
            konsoll.Feil.MarkupLineInterpolated(
                $"… and {avvist.AntallFeil - Math.Min(PaaSkjerm, avvist.Feil.Count):N0} more; --json tells them too.");
        }

        konsoll.Feil.MarkupLineInterpolated(
            $"[red]Error:[/] the file has {avvist.AntallFeil:N0} fault(s); nothing was imported.");
        konsoll.Feil.WriteLine("The codes are explained in docs/error-codes.md.");
        return Utgangskode.FeilIInndata;
    }

    private static JsonNode Node(Inndatafeil feil) =>
        new JsonObject { ["linje"] = feil.Linje, ["sti"] = feil.Sti, ["kode"] = feil.Kode, ["melding"] = feil.Melding };
}
