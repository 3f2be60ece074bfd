using System.Buffers;
using System.Diagnostics;
using Felles.Storage;
using Felles.Web.Vert;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Maskinporten.Token;

/// <summary><c>POST /maskinporten/token</c> (RFC 6749 §3.2): form in, checks in order, record durable, token out.</summary>
internal sealed class TokenEndpoint(Tokenrekkefoelge rekkefoelge, Utstedelse utstedelse, Tokenlogg logg, TimeProvider clock)
{
    // An assertion with a full certificate chain is about 8 kB.
    private const int LengsteInnhold = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Tokenlogg.Rute, (HttpContext ctx, TokenEndpoint endpoint) => endpoint.SvarAsync(ctx))
            .WithName("maskinporten-token")
            .WithTags("Maskinporten")
            .WithSummary("Exchanges a signed assertion for an access token (JWT bearer grant, RFC 7523)");
        routes.MapMethods(Tokenlogg.Rute, ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"], (RequestDelegate)AvvisMetodeAsync)
            .ExcludeFromDescription();
    }

    public async Task SvarAsync(HttpContext ctx) =>
        await BehandleAsync(ctx, ctx.Request.ContentType, await LesAsync(ctx.Request), Tokensvar.SkrivTokenAsync);

    /// <param name="innhold">The form; null when there was none that could be read.</param>
    /// <param name="skriv">Writes the answer when a token is granted; refusals are always RFC 6749's.</param>
    public async Task BehandleAsync(HttpContext ctx, string? contentType, byte[]? innhold, Func<HttpResponse, UtstedtToken, Task> skriv)
    {
        using var forespoersel = new Tokenforespoersel(contentType, innhold ?? [], clock.GetUtcNow(), NySporingsId());
        try
        {
            var avslag = innhold is null ? Avslag.UgyldigParameter : await rekkefoelge.ProevAsync(forespoersel, ctx.RequestAborted);
            // The signature is made while the use of the jti becomes durable; a replay has then cost a signature, and nothing leaves.
            var token = avslag is null ? utstedelse.Lag(forespoersel) : null;
            avslag ??= await forespoersel.AvvisGjenbrukAsync();
            if (avslag is not null)
            {
                await logg.SkrivAvslagAsync(forespoersel, avslag);
                await Tokensvar.SkrivAvslagAsync(ctx.Response, avslag, forespoersel.SporingsId);
                return;
            }

            await logg.SkrivUtstedtAsync(forespoersel, token!);
            await skriv(ctx.Response, token!);
        }
        catch (DatabaseUnavailableException e)
        {
            OutageLog.Report(ctx, e);
            // What cannot be recorded is not granted; the client's own retry brings a new assertion.
            await Tokensvar.SkrivAvslagAsync(ctx.Response, Avslag.Utilgjengelig, forespoersel.SporingsId);
        }
    }

    private static Task AvvisMetodeAsync(HttpContext ctx)
    {
        ctx.Response.Headers.Allow = "POST";
        return Tokensvar.SkrivAvslagAsync(ctx.Response, Avslag.FeilMetode, NySporingsId());
    }

    private static string NySporingsId() => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();

    /// <summary>The body; null when it is too long or breaks off: the form is then no form.</summary>
    internal static async ValueTask<byte[]?> LesAsync(HttpRequest request)
    {
        if (request.ContentLength > LengsteInnhold)
            return null;
        try
        {
            while (true)
            {
                var lest = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
                if (lest.Buffer.Length > LengsteInnhold)
                {
                    request.BodyReader.AdvanceTo(lest.Buffer.End);
                    return null;
                }

                if (lest.IsCompleted)
                {
                    var innhold = lest.Buffer.ToArray();
                    request.BodyReader.AdvanceTo(lest.Buffer.End);
                    return innhold;
                }

                request.BodyReader.AdvanceTo(lest.Buffer.Start, lest.Buffer.End);
            }
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }
}
