using Felles.Folkeregister.Svar;
using Felles.Web.Token;
using Microsoft.AspNetCore.Http;

namespace Felles.Folkeregister.Tjenester;

/// <summary>What is known so far of one call; the look-up log entry is made from it.</summary>
internal sealed class Kall(HttpContext http, Tjeneste tjeneste)
{
    public HttpContext Http { get; } = http;

    public Tjeneste Tjeneste { get; } = tjeneste;

    public Svarformat Format { get; set; }

    public ValidatedToken? Token { get; set; }

    /// <summary>The scope that opened the package; all of the token's when none did.</summary>
    public string? Scope { get; set; }

    /// <summary>The parts asked for, as the log keeps them.</summary>
    public string? Parts { get; set; }

    /// <summary>Anything short that the log keeps of this service's calls beside the parts.</summary>
    public string? Detalj { get; set; }
}
