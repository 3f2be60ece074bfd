using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using Felles.Maskinporten.Token;
using Felles.Tilgang.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Sandkasse;

/// <summary>
/// <c>GET /sandkasse/token/{klient}</c>: a token as plain text, so that a first call can be pasted. It signs the assertion with the sandbox
/// client's own key and goes through the same checks and the same record as <c>POST /maskinporten/token</c>. Mapped in the sandbox alone,
/// and unless a setting says otherwise it answers this machine alone.
/// </summary>
internal sealed class SandkassetokenEndpoint(TokenEndpoint token, Maskinportenoppsett oppsett, Sandkassevakt vakt, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/sandkasse/token/{klient}", (
                HttpContext ctx, string klient, string? scope, string? consumer_org, SandkassetokenEndpoint endpoint) =>
                endpoint.SvarAsync(ctx, klient, scope, consumer_org))
            .WithName("sandkasse-token")
            .WithTags("Sandkasse")
            .WithSummary("A token for one of the sandbox's clients, without signing anything yourself");

    private async Task SvarAsync(HttpContext ctx, string klient, string? scope, string? konsument)
    {
        if (!vakt.Slipper(ctx))
        {
            ctx.Response.StatusCode = StatusCodes.Status403Forbidden;
            await ctx.Response.WriteAsync(
                "Tokens are given to programs on this machine that call it by its own name. Felles:Sandkasse:AapenForAlle=true gives them to all.\n");
            return;
        }

        // Only the names of the list ever reach the file system.
        var virksomhet = Sandkassevirksomhet.Alle.FirstOrDefault(v => v.Navn == klient);
        var fil = virksomhet is null ? null : Klientfil.Les(Path.Combine(oppsett.DataDirectory, "klienter", virksomhet.Navn + ".json"));
        if (fil is null)
        {
            ctx.Response.StatusCode = StatusCodes.Status404NotFound;
            await ctx.Response.WriteAsync(
                $"No such client; there are {string.Join(", ", Sandkassevirksomhet.Alle.Select(v => v.Navn))}.\n");
            return;
        }

        var skjema = Encoding.ASCII.GetBytes(
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
                + Assertion(fil, scope ?? string.Join(' ', fil.Scopes), konsument));
        await token.BehandleAsync(ctx, "application/x-www-form-urlencoded", skjema, static (svar, utstedt) =>
        {
            svar.ContentType = MediaTypeNames.Text.Plain;
            svar.Headers.CacheControl = "no-store";
            return svar.WriteAsync(utstedt.Jwt);
        });
    }

    private string Assertion(Klientfil fil, string scope, string? konsument)
    {
        var claims = new Dictionary<string, object> { ["scope"] = scope, ["jti"] = Guid.NewGuid().ToString() };
        if (konsument is not null)
            claims["consumer_org"] = konsument;
        using var rsa = RSA.Create(fil.Jwk.Parametre());
        var naa = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = fil.ClientId,
            Audience = oppsett.Issuer,
            IssuedAt = naa,
            Expires = naa.AddSeconds(30),
            Claims = claims,
            SigningCredentials = new SigningCredentials(
                new RsaSecurityKey(
                    rsa) { KeyId = fil.Jwk.Kid, CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
                SecurityAlgorithms.RsaSha256),
        });
    }
}
