using System.Text;
using Felles.Maskinporten.Contracts;
using Felles.Maskinporten.Sandkasse.Sertifikater;
using Felles.Maskinporten.Token;
using Felles.Maskinporten.Token.Steg;
using Felles.Web.Problem;
using Felles.Web.Token;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Maskinporten.Sandkasse.Forklaring;

/// <summary>
/// <c>POST /sandkasse/token/forklar</c>: takes a request as it would be sent to the token endpoint, or an assertion or access token as
/// plain text, and tells each step it passes and the one that refuses it. The <c>jti</c> is not used up, and nothing is given or kept.
/// </summary>
internal sealed class ForklaringEndpoint(
    Assertionforklaring assertion, Tokenforklaring token, Tokennoekler noekler, Sandkassevakt vakt)
{
    private const string Skjematype = "application/x-www-form-urlencoded";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/sandkasse/token/forklar", (HttpContext ctx, ForklaringEndpoint endpoint) => endpoint.SvarAsync(ctx))
            .WithName("sandkasse-forklar")
            .WithTags("Sandkasse")
            .WithSummary("Tells step by step why an assertion or a token is accepted or refused")
            .Produces<Forklaringssvar>().ProducesProblem(StatusCodes.Status403Forbidden);

    private async Task<IResult> SvarAsync(HttpContext ctx)
    {
        if (!vakt.Slipper(ctx))
            return Problemsvar.Av(StatusCodes.Status403Forbidden, SertifikatFeilkoder.IkkeHerfra);
        var innhold = await TokenEndpoint.LesAsync(ctx.Request);
        ctx.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await ForklarAsync(ctx.Request.ContentType, innhold, ctx.RequestAborted));
    }

    private Task<Forklaringssvar> ForklarAsync(string? contentType, byte[]? innhold, CancellationToken ct)
    {
        if (innhold is null || contentType?.StartsWith(Skjematype, StringComparison.OrdinalIgnoreCase) == true)
            return assertion.ForklarAsync(contentType, innhold, ct);
        // A file or a pasted line ends in a line break, which is none of the JWT's.
        var tekst = Encoding.UTF8.GetString(innhold).Trim();
        return ErToken(tekst)
            ? token.ForklarAsync(tekst)
            : assertion.ForklarAsync(
                Skjematype, Encoding.ASCII.GetBytes($"grant_type={Granttypesteg.JwtBearer}&assertion={Uri.EscapeDataString(tekst)}"), ct);
    }

    // An assertion is issued by a client, a token by an issuer.
    private bool ErToken(string tekst)
    {
        if (CompactJws.TryParse(Encoding.UTF8.GetBytes(tekst)) is not { } jws)
            return false;
        using var claims = StrictJson.ParseObject(jws.Payload);
        return claims?.RootElement.Text("iss") is { } iss && noekler.Knows(iss);
    }
}
