using System.Text;
using Felles.Maskinporten;
using Felles.Portal.Utvikler;
using Felles.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Felles.Host.Oppstart;

/// <summary>Tells on the console what runs where, and in the sandbox a call that works when pasted.</summary>
internal sealed class Banner(
    IHostApplicationLifetime lifetime, IServer server, IOptions<FellesOptions> options, IOptions<SandkasseOptions> sandbox) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => Console.Out.Write(Text()));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Text()
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
            text.AppendLine()
                .AppendLine("Paste this into another shell:")
                .AppendLine()
                .AppendLine($"  {FoersteKall.Curl(url)}");
            if (addresses.Any(a => Uri.TryCreate(a, UriKind.Absolute, out var uri) && !uri.IsLoopback))
                text.AppendLine().AppendLine(sandbox.Value.AapenForAlle
                    ? "WARNING: whoever reaches these addresses gets tokens here, for administration too (Felles:Sandkasse:AapenForAlle)."
                    : "Other machines reach these addresses, but get tokens with a client's key only (Felles:Sandkasse:AapenForAlle is off).");
        }

        return text.AppendLine().ToString();
    }

    private static string Data(FellesOptions felles) => felles.IsSqlite ? Path.GetFullPath(felles.DataDirectory) : "PostgreSQL";
}
