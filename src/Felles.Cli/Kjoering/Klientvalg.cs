using Felles.Client;

namespace Felles.Cli.Kjoering;

/// <summary>Finds the client file to call as: the named one, or the first in the local data folder that has the scope.</summary>
internal static class Klientvalg
{
    /// <summary>The data folder of a host that was started in this directory with no other setting.</summary>
    internal static string Mappe =>
        Environment.GetEnvironmentVariable("Felles__DataDirectory") is { Length: > 0 } satt ? satt : "felles-data";

    internal static Klientfil Finn(FileInfo? navngitt, string? scope)
    {
        if (navngitt is not null)
            return Klientfil.Les(navngitt.FullName);
        var mappe = Path.Combine(Mappe, "klienter");
        if (!Directory.Exists(mappe))
        {
            throw new Kommandofeil(
                Utgangskode.FeilBruk,
                $"There is no client file: {Path.GetFullPath(mappe)} does not exist.",
                "Run this where the host was started (it makes felles-data/klienter), or name a client file with --client FILE.");
        }

        var klienter = Directory.EnumerateFiles(mappe, "*.json").Order(StringComparer.Ordinal).Select(Klientfil.Les).ToList();
        var valgt = scope is null
            ? klienter.Find(k => k.Navn == "kommune") ?? klienter.FirstOrDefault()
            : klienter.Find(k => k.Scopes.Contains(scope));
        return valgt ?? throw new Kommandofeil(
            Utgangskode.FeilBruk,
            scope is null ? $"There is no client file in {mappe}." : $"No client in {mappe} has the scope {scope}.",
            klienter.Count == 0
                ? "Start the host once; it makes them."
                : $"Those are {string.Join(", ", klienter.Select(k => k.Navn))}. Name another file with --client.");
    }
}
