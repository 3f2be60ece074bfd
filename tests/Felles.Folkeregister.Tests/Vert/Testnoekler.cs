using System.Security.Cryptography;
using System.Text.Json;
using Felles.Kernel.Identifikatorer;
using Felles.Web.Token;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Folkeregister.Tests.Vert;

/// <summary>An issuer that the host believes, and one that it does not, so that every kind of bad token can be made.</summary>
internal sealed class Testnoekler : ISigningKeySource
{
    public const string Utsteder = "https://utsteder.test/";

    private static readonly RsaSecurityKey Egen = new(RSA.Create(2048)) { KeyId = "egen" };
    private static readonly RsaSecurityKey Fremmed = new(RSA.Create(2048)) { KeyId = "egen" };
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public bool Knows(string issuer) => issuer == Utsteder;

    public ValueTask<SecurityKey?> FindAsync(string issuer, string kid, CancellationToken ct) => new(kid == Egen.KeyId ? Egen : null);

    public IChangeToken GetChangeToken() => new CancellationChangeToken(CancellationToken.None);

    public static string Token(
        Organisasjonsnummer konsument, string scope, int gyldigI = 120, bool fremmed = false, string utsteder = Utsteder,
            string? audience = null)
    {
        var naa = TimeProvider.System.GetUtcNow();
        return Handler.CreateToken(
            JsonSerializer.Serialize(new Dictionary<string, object?>
            {
                ["iss"] = utsteder,
                ["client_id"] = "klient-1",
                ["scope"] = scope,
                ["jti"] = Guid.NewGuid().ToString(),
                ["iat"] = naa.AddSeconds(-5).ToUnixTimeSeconds(),
                ["exp"] = naa.AddSeconds(gyldigI).ToUnixTimeSeconds(),
                ["aud"] = audience ?? "unspecified",
                ["token_type"] = "Bearer",
                ["consumer"] = new Dictionary<string, string> { ["authority"] = "iso6523-actorid-upis", ["ID"] = konsument.ToIso6523() },
            }),
            new SigningCredentials(fremmed ? Fremmed : Egen, SecurityAlgorithms.RsaSha256));
    }
}
