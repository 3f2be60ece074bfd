using System.Text;
using Felles.Folkeregister.Contracts;
using Felles.Maskinporten;
using Felles.Portal.Utvikler;
using Felles.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Felles.Host.Oppstart;

/// <summary>Tells on the console what runs where, and in the sandbox a call that works when pasted.</summary>
internal sealed class Banner(
    IServer server, IOptions<FellesOptions> options, IOptions<SandkasseOptions> sandbox, Personer persons) : IHostedLifecycleService
{
    /// <summary>When everything has started, the server too: only then are its addresses known.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var felles = options.Value;
        var call = felles.IsSandkasse ? await FoersteKall.FinnAsync(persons, felles.PublicUrl, cancellationToken) : null;
        await Console.Out.WriteAsync(Text(call).AsMemory(), cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Text(string? call)
    {
        var felles = options.Value;
        var url = felles.PublicUrl;
        var text = new StringBuilder();
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        text.AppendLine()
            .AppendLine($"Felles is running as {felles.Mode}, listening on {string.Join(", ", addresses)}")
            .AppendLine()
            .AppendLine($"  Start page       {url}/")
            .AppendLine($"  Folkeregisteret  {url}/folkeregisteret/{{package}}/v1/personer/{{number}}")
            .AppendLine($"  Maskinporten     {url}/maskinporten/")
            .AppendLine($"  Documents        {url}/swagger")
            .AppendLine($"  Data             {Data(felles)}");
        if (felles.IsSandkasse)
        {
            if (call is not null)
                text.AppendLine().AppendLine("Paste this into another shell:").AppendLine().AppendLine($"  {call}");
            else
                text.AppendLine().AppendLine("The register is empty. Fill it with `felles importer personer FILE`, or start with another data folder.");
            if (addresses.Any(a => Uri.TryCreate(a, UriKind.Absolute, out var uri) && !uri.IsLoopback))
                text.AppendLine().AppendLine(sandbox.Value.AapenForAlle
                    ? "WARNING: whoever reaches these addresses gets tokens here, for administration too (Felles:Sandkasse:AapenForAlle)."
                    : "Other machines reach these addresses, but get tokens with a client's key only (Felles:Sandkasse:AapenForAlle is off).");
        }

        return text.AppendLine().ToString();
    }

    private static string Data(FellesOptions felles) => felles.IsSqlite ? Path.GetFullPath(felles.DataDirectory) : "PostgreSQL";
}
