using Microsoft.AspNetCore.Hosting;

namespace Felles.Portal.Delt;

/// <summary>Whether the build could fetch Designsystemet; without Node the pages are plain and say so.</summary>
internal sealed class Stilark(IWebHostEnvironment environment)
{
    public bool Finnes { get; } = environment.WebRootFileProvider.GetFileInfo("lib/designsystemet/designsystemet.css").Exists;
}
