using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Cli.Maal;

/// <summary>
/// Writes a command on the registers into the look-up log, as the administration API writes its calls: whoever took every person out of the
/// register must stand there, also when no server was asked.
/// </summary>
internal static class Mappelogg
{
    /// <param name="tjenester">The registers of the folder.</param>
    /// <param name="verb">The command's words, without what was typed after them.</param>
    /// <param name="feil">The code of a refusal; null when it was done.</param>
    internal static Task SkrivAsync(IServiceProvider tjenester, string verb, string? feil = null) =>
        tjenester.GetRequiredService<LookupLog>().AppendAsync(new LookupRecord
        {
            Tidspunkt = tjenester.GetRequiredService<TimeProvider>().GetUtcNow(),
            Tjeneste = "felles",
            Rute = $"felles {verb} --data",
            Metode = "COMMAND",
            Status = feil is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            Utfall = feil ?? "ok",
            Type = Oppslagstype.Forvaltning,
            Detalj = $"vert:{Environment.UserName}",
        }).AsTask();
}
