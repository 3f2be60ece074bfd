using System.Text.Json.Serialization;
using Felles.Maskinporten.Token.Steg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Maskinporten.Metadata;

/// <summary>
/// The document of RFC 8414 in both forms clients look for: appended to the issuer, and with the well-known segment put before the
/// issuer's path (§3.1).
/// </summary>
internal static class MetadataEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var svar = (Maskinportenoppsett oppsett) => TypedResults.Ok(Dokument(oppsett.Issuer));
        routes.MapGet("/maskinporten/.well-known/oauth-authorization-server", svar)
            .WithName("maskinporten-metadata")
            .WithTags("Maskinporten")
            .WithSummary("What the token server can do (RFC 8414)");
        // A route matches with and without the final slash.
        routes.MapGet("/.well-known/oauth-authorization-server/maskinporten", svar).ExcludeFromDescription();
    }

    private static Metadatadokument Dokument(string issuer) => new(
        // In the alphabetical order of the published document.
        ["urn:altinn:systemuser", "urn:altinn:consent"],
        [Granttypesteg.JwtBearer],
        issuer,
        issuer + "jwk",
        issuer + "token",
        ["private_key_jwt"],
        ["RS256", "RS384", "RS512"]);
}

internal sealed record Metadatadokument(
    [property: JsonPropertyName("authorization_details_types_supported")] string[] AuthorizationDetailsTypesSupported,
    [property: JsonPropertyName("grant_types_supported")] string[] GrantTypesSupported,
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("jwks_uri")] string JwksUri,
    [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
    [property: JsonPropertyName("token_endpoint_auth_methods_supported")] string[] TokenEndpointAuthMethodsSupported,
    [property: JsonPropertyName("token_endpoint_auth_signing_alg_values_supported")] string[] TokenEndpointAuthSigningAlgValuesSupported);
