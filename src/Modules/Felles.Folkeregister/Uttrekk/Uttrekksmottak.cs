using System.Globalization;
using Felles.Folkeregister.Tjenester;
using Microsoft.AspNetCore.Http;

namespace Felles.Folkeregister.Uttrekk;

/// <summary>Answers an order that has no fault.</summary>
internal sealed class Uttrekksmottak(Kallvakt vakt, Uttrekksbestilling bestilling)
{
    // Milliseconds, as the documents of the services say of 429. Clients ask for batches every few seconds; a job ends no sooner.
    private const int VentMillisekunder = 5000;

    public async Task BestillAsync(Kall kall, Uttrekksslag slag, long sekvensnummer, string kriterier)
    {
        var jobbid = await bestilling.BestillAsync(kall, slag, sekvensnummer, kriterier, CancellationToken.None);
        // The order itself is removed some days after it is done; the log keeps what was asked for.
        var hva = slag == Uttrekksslag.Komplett ? sekvensnummer.ToString(CultureInfo.InvariantCulture) : kriterier;
        kall.Detalj = jobbid is null ? hva : $"{jobbid} {hva}";
        if (jobbid is { } id)
        {
            await vakt.LoggAsync(kall, StatusCodes.Status200OK, "ok", 0, default, default);
            await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, Uttrekkssvar.Jobb(id, kall.Format));
            return;
        }

        await vakt.LoggAsync(kall, StatusCodes.Status429TooManyRequests, "forMangeUttrekk", 0, default, default);
        kall.Http.Response.Headers.RetryAfter = VentMillisekunder.ToString(CultureInfo.InvariantCulture);
        var melding = $"Virksomheten har {Uttrekksbestilling.MaksSamtidige} uttrekk som ikke er ferdige. Vent til ett er ferdig.";
        await Kallvakt.SendAsync(kall, StatusCodes.Status429TooManyRequests, Uttrekkssvar.Jobbfeil(melding, kall.Format));
    }

    /// <summary>HEAD tests the connection and orders nothing.</summary>
    public Task ProevAsync(HttpContext http, Tjeneste tjeneste) =>
        vakt.ProevAsync(http, tjeneste, static format => Uttrekkssvar.Jobb(Guid.Empty, format));
}
