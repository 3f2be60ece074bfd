using System.Collections.Frozen;
using Felles.Maskinporten.Token.Steg;

namespace Felles.Maskinporten.Sandkasse.Forklaring;

/// <summary>What each check of the token endpoint looks at, in plain words, and where that is laid down.</summary>
internal static class Stegtekster
{
    private static readonly FrozenDictionary<Type, Stegtekst> Tekster = new Dictionary<Type, Stegtekst>
    {
        [typeof(Skjemasteg)] = new(
            "form", "The request is a form (application/x-www-form-urlencoded) without doubled parameters.", "RFC 6749 §3.2 and §4.5"),
        [typeof(Granttypesteg)] = new("grant_type", "The grant is the JWT bearer grant, the only one there is.", "RFC 7523 §2.1"),
        [typeof(Assertionsteg)] = new(
            "assertion", "The assertion is one signed JWT: three parts in base64url, header and claims being JSON objects without doubled members.",
            "RFC 7523 §3, RFC 7519 §7.2, RFC 8725 §2.4"),
        [typeof(Headersteg)] = new(
            "header", "x5c is absent or a list of one to six certificates, and alg is RS256, RS384 or RS512.",
            "RFC 7515 §4.1.6, RFC 8725 §3.1"),
        [typeof(Kontaktsteg)] = new(
            "contact", "This host has heard of clients, keys and grants within the last seconds.", "Felles, operations: Health"),
        [typeof(Klientsteg)] = new("client", "iss names an active client of this environment.", "RFC 7523 §3 point 1"),
        [typeof(Noekkelsteg)] = new(
            "key", "A client with registered keys names one of them by kid, younger than a year; an x5c beside it is that key's own.",
            "Digdir, Autentisering av klienter"),
        [typeof(Sertifikatsteg)] = new(
            "certificate", "A client without registered keys sends an enterprise certificate that leads to a trusted authority, is in its "
            + "time, for signing, and not revoked. A registered key with a certificate stands and falls with it.",
            "RFC 5280 §6, Digdir, Autentisering av klienter"),
        [typeof(Sertifikateiersteg)] = new(
            "certificate owner", "The certificate is issued to the client's own organisation.", "Digdir, Feilsøking: MP-122"),
        [typeof(Signatursteg)] = new("signature", "The assertion is signed with the client's key.", "RFC 7523 §3 point 9, RFC 7515 §5.2"),
        [typeof(Mottakersteg)] = new(
            "aud", "aud is this issuer, and it alone; the address of the token endpoint is not an audience.", "RFC 7523 §3 point 3"),
        [typeof(Tidssteg)] = new(
            "time", "iat is at most 10 seconds ahead of the clock here, exp at most 120 seconds after iat, and not past.",
            "RFC 7523 §3 points 4 to 6, Digdir, JWT grant"),
        [typeof(Claimnavnsteg)] = new("claim names", "There are only documented claims.", "Digdir, JWT grant"),
        [typeof(Claimverdisteg)] = new(
            "claim values", "jti, resource, pid, consumer_org and iss_onbehalfof have values of their kind, and the last two are not both there.",
            "Digdir, JWT grant; RFC 8707 §2"),
        [typeof(Engangssteg)] = new("jti", "The client has not used the jti before, on any host.", "RFC 7523 §3 point 7"),
        [typeof(Scopesteg)] = new(
            "scope", "At least one scope is asked for; each exists, is active and is registered on the client.", "Digdir, Feilsøking: MP-200"),
        [typeof(Integrasjonstypesteg)] = new(
            "integration type", "Each scope may be used by Maskinporten clients.", "Digdir, Feilsøking: MP-201"),
        [typeof(Konsumentsteg)] = new(
            "consumer_org", "A client that acts for another names another than itself, and scopes that can be delegated.",
            "Digdir, Delegering"),
        [typeof(Tilgangssteg)] = new(
            "grant", "The consumer has been granted each scope by its owner, or the scope is open to all.", "Digdir, Feilsøking: MP-250"),
        [typeof(Delegeringssteg)] = new(
            "delegation", "The consumer has delegated each scope to the client's organisation.", "Digdir, Feilsøking: MP-251"),
        [typeof(Detaljsteg)] = new(
            "authorization_details", "authorization_details has a type that is known here, with values that hold.",
            "RFC 9396 §5, Digdir, Feilsøking: MP-301 to MP-303"),
    }.ToFrozenDictionary();

    public static Stegtekst For(Type steg) => Tekster.GetValueOrDefault(steg) ?? new Stegtekst(steg.Name, "", "");
}

/// <param name="Navn">A short name.</param>
/// <param name="Sjekker">What must hold.</param>
/// <param name="Paragraf">Where that stands.</param>
internal sealed record Stegtekst(string Navn, string Sjekker, string Paragraf);
