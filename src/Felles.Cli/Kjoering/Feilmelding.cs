using System.Data.Common;
using System.Text.Json.Nodes;
using Felles.Client;
using Felles.Storage;
using Felles.Web.Ndjson;
using Spectre.Console;

namespace Felles.Cli.Kjoering;

/// <summary>Turns whatever ended a command into one message and one exit code.</summary>
internal static class Feilmelding
{
    internal static Utgangskode Vis(Konsoll konsoll, bool json, Exception unntak, string? vert)
    {
        var feil = Tolk(unntak, vert);
        if (json)
        {
            konsoll.Json(new JsonObject
            {
                ["feil"] = new JsonObject
                {
                    ["utgangskode"] = (int)feil.Kode,
                    ["kode"] = feil.Tjenestekode,
                    ["melding"] = feil.Message,
                    ["raad"] = feil.Raad,
                    ["korrelasjonsid"] = feil.Korrelasjonsid,
                },
            });
            return feil.Kode;
        }

        konsoll.Feil.MarkupLineInterpolated($"[red]Error:[/] {feil.Message}");
        if (feil.Raad is { } raad)
            konsoll.Feil.MarkupLineInterpolated($"{raad}");
        if (feil.Korrelasjonsid is { } id)
            konsoll.Feil.MarkupLineInterpolated($"[dim]Korrelasjonsid: {id}[/]");
        if (feil.Kode == Utgangskode.Uventet && feil.InnerException is { } indre && feil.Tjenestekode is null)
            konsoll.Feil.WriteLine(indre.ToString());
        return feil.Kode;
    }

    private static Kommandofeil Tolk(Exception unntak, string? vert) => unntak switch
    {
        Kommandofeil feil => feil,
        OperationCanceledException => new(Utgangskode.Avbrutt, "Stopped."),
        KlientfilException e => new(Utgangskode.FeilBruk, e.Message, "Name a client file with --client FILE."),
        DataDirectoryInUseException e => new(
            Utgangskode.MappeOpptatt, e.Message, "A host that runs on the folder can do this itself: use --url instead of --data."),
        DatabaseInUseException e => new(
            Utgangskode.MappeOpptatt, e.Message, "A host that runs on it alone can do this itself: use --url instead of --data."),
        DatabaseUnavailableException e => new(
            Utgangskode.IngenVert, e.Message, "See that the database runs and can be reached, then try again."),
        SpoolException e => new(
            Utgangskode.Uventet,
            $"{e.Message} {e.InnerException?.Message}",
            "See that the disk has room and the folder can be written to."),
        InvalidSettingException e => new(Utgangskode.FeilBruk, e.Message),
        // Class 28: the server does not know the user or the password; 3D000: it has no such database.
        DbException { SqlState: ['2', '8', ..] or "3D000" } e => new(
            Utgangskode.FeilBruk, $"PostgreSQL refuses Felles:Database: {e.Message}", "Set Felles__Database as it is set for the host."),
        HttpRequestException e when vert is not null => new(
            Utgangskode.IngenVert,
            e.StatusCode is null ? $"No host answers at {vert} ({e.Message})." : $"The host at {vert} broke off: {e.Message}",
            "Start one with \"dotnet run --project src/Felles.Host\", name another with --url, or work on a folder with --data."),
        IOException e when vert is not null => new(Utgangskode.IngenVert, $"The connection to {vert} was lost: {e.Message}", "Try again."),
        IOException e => new(Utgangskode.FeilBruk, e.Message),
        UnauthorizedAccessException e => new(Utgangskode.FeilBruk, e.Message),
        _ => new(Utgangskode.Uventet, "This should not happen; please report it.", raad: null, unntak),
    };
}
