using Felles.Kernel.Feil;
using Felles.Maskinporten.Token;
using Felles.Tilgang.Contracts;
using Felles.Web.Token;
using Microsoft.AspNetCore.Http;

namespace Felles.Maskinporten.Sandkasse.Forklaring;

/// <summary>Judges an access token by the very check the registers use, and whether what it gives is still granted.</summary>
internal sealed class Tokenforklaring(TokenCheck kontroll, Tilgangskontroll tilgang)
{
    private static readonly Feilkode Ugyldig = new("invalid_token", "The token is not valid here", "sandkasse/forklaring");

    private static readonly Stegtekst[] Steg =
    [
        new("token", "The token is signed by an issuer that is known here, with a key it publishes; it has not expired, is meant for "
            + "this installation or for nobody in particular, and has the claims that services need.", "RFC 6750 §3.1, RFC 7519 §7.2"),
        new("grant", "The consumer still holds every scope of the token. A token is not withdrawn, but services here ask for each call.",
            "Digdir, Tilgangsstyring"),
    ];

    public async Task<Forklaringssvar> ForklarAsync(string token)
    {
        var kall = new DefaultHttpContext();
        kall.Request.Headers.Authorization = "Bearer " + token;
        return (await kontroll.CheckAsync(kall)).Match(
            gyldig => Avslag(gyldig) is { } avslag
                ? Forklaringssvar.Av("token", Steg, 1, avslag, "")
                : Forklaringssvar.Av("token", Steg, Steg.Length, null, Godtatt(gyldig)),
            () => Avvist("There is no token."),
            Avvist);
    }

    private static Forklaringssvar Avvist(string grunn) => Forklaringssvar.Av(
        "token", Steg, 0, new Avslag(Ugyldig, Ugyldig.Kode, StatusCodes.Status401Unauthorized, Ugyldig.Tekst) { Grunn = grunn }, "");

    private Avslag? Avslag(ValidatedToken token)
    {
        foreach (var scope in token.Scopes.Order(StringComparer.Ordinal))
        {
            var avslag = tilgang.Scope(token.Konsument, scope).Match<Avslag?>(
                _ => null,
                _ => Token.Avslag.IkkeTilgang(scope).Fordi($"There is no scope {scope} any more."),
                _ => Token.Avslag.IkkeTilgang(scope).Fordi($"The owner of {scope} has closed it."),
                _ => Token.Avslag.IkkeTilgang(scope).Fordi($"{token.Konsument} has no grant of {scope} now."),
                _ => Token.Avslag.Utilgjengelig);
            if (avslag is null && token.Leverandoer is { } leverandoer)
            {
                avslag = tilgang.Delegering(token.Konsument, leverandoer, scope).Match<Avslag?>(
                    () => null,
                    () => Token.Avslag.IkkeDelegert(token.Konsument.ToWire(), scope, leverandoer.ToWire())
                        .Fordi($"{token.Konsument} has no live delegation of {scope} to {leverandoer}."),
                    () => Token.Avslag.Utilgjengelig);
            }

            if (avslag is not null)
                return avslag;
        }

        return null;
    }

    private static string Godtatt(ValidatedToken token) =>
        $"Accepted: {token.Konsument} may use {token.Scope} until {token.Utloeper:u}"
        + (token.Leverandoer is { } leverandoer ? $", through its supplier {leverandoer}." : ".");
}
