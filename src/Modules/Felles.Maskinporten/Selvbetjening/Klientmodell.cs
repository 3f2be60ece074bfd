using System.Text.Json;
using Felles.Maskinporten.Contracts;
using Felles.Maskinporten.Klienter;
using Felles.Tilgang.Contracts;
using Felles.Web.Administrasjon;

namespace Felles.Maskinporten.Selvbetjening;

/// <summary>
/// A client as the self-service API has it. The members that mean something only where a person logs in are judged by type; those that
/// would make such a client are refused, because this server registers none.
/// </summary>
internal sealed record Klientmodell(
    string Navn, string Beskrivelse, string? Uri, string? Integrasjonstype, IReadOnlyList<string>? Scopes, int Levetid, bool Aktiv)
{
    public const string Krr = "krr";

    public static readonly string[] Krrscopes = ["krr:global/digitalpost.read", "krr:global/kontaktinformasjon.read"];

    private const string JwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static readonly string[] Innloggingstyper = ["idporten", "api_klient", "ansattporten", "eformidling"];
    private static readonly string[] Hemmelighet = ["client_secret_basic", "client_secret_post", "none"];

    public static Klientmodell Les(Jsonkropp kropp, Tilgangskontroll tilgang)
    {
        kropp.Overse("created", "last_updated", "client_id", "client_secret", "supplier_orgno");
        Fremmede(kropp);
        var type = kropp.Ord("integration_type", false, [Klient.Maskinporten, Krr, .. Innloggingstyper]);
        if (Innloggingstyper.Contains(type)) IkkeHer("integration_type");
        if (Hemmelighet.Contains(kropp.Ord("token_endpoint_auth_method", false, ["private_key_jwt", .. Hemmelighet])))
            IkkeHer("token_endpoint_auth_method");
        if (kropp.ValgfrieTekster("grant_types")?.Any(g => g is not (JwtBearer or "jwt_bearer_token")) == true) IkkeHer("grant_types");
        var scopes = kropp.ValgfrieTekster("scopes");
        foreach (var (nr, scope) in (scopes ?? []).Index())
        {
            if (tilgang.FinnScope(scope) is null) kropp.Avvis(KlientFeilkoder.UkjentScope, $"scopes[{nr}]", KlientFeilkoder.UkjentScope.Tekst);
        }

        if (type == Krr && scopes?.Except(Krrscopes).Any() == true)
            kropp.Avvis(KlientFeilkoder.FasteScopes, "scopes", KlientFeilkoder.FasteScopes.Tekst);
        var uri = kropp.Fritekst("client_uri", 2000);
        if (uri is { Length: > 0 } && !(System.Uri.TryCreate(uri, UriKind.Absolute, out var lest) && lest.Scheme is "http" or "https"))
            kropp.Avvis(Administrasjonsfeilkoder.MedlemUgyldig, "client_uri", "An http or https address is needed.");
        return new Klientmodell(
            kropp.Tekst("client_name", 255),
            kropp.Fritekst("description", 1000) ?? "",
            uri is { Length: > 0 } ? uri : null,
            type,
            type == Krr ? Krrscopes : scopes,
            kropp.ValgfrittHeltall("access_token_lifetime") ?? 0,
            kropp.ValgfriBoolsk("active") ?? true);

        void IkkeHer(string navn) => kropp.Avvis(KlientFeilkoder.IkkeHer, navn, KlientFeilkoder.IkkeHer.Tekst);
    }

    public static object Av(Klient klient) => new
    {
        client_id = klient.ClientId,
        client_name = klient.Navn,
        client_orgno = klient.Orgnr.ToWire(),
        supplier_orgno = (string?)null,
        description = klient.Beskrivelse,
        client_uri = klient.Uri,
        integration_type = klient.Integrasjonstype,
        application_type = "web",
        token_endpoint_auth_method = "private_key_jwt",
        grant_types = new[] { JwtBearer },
        scopes = klient.Scopes.Order(StringComparer.Ordinal),
        redirect_uris = Array.Empty<string>(),
        post_logout_redirect_uris = Array.Empty<string>(),
        access_token_lifetime = klient.Levetid,
        active = klient.Aktiv,
        created = Selvbetjeningsruter.Tid(klient.Opprettet),
        last_updated = Selvbetjeningsruter.Tid(klient.Endret),
    };

    /// <summary>The members of clients that log persons in: right types, and nothing in those that only they have.</summary>
    private static void Fremmede(Jsonkropp kropp)
    {
        _ = kropp.Ord("application_type", false, "web", "browser", "native");
        _ = kropp.ValgfrittHeltall("refresh_token_lifetime");
        _ = kropp.ValgfrittHeltall("authorization_lifetime");
        _ = kropp.ValgfriBoolsk("sso_disabled");
        _ = kropp.ValgfriBoolsk("frontchannel_logout_session_required");
        _ = kropp.Ord("refresh_token_usage", false, "ONETIME", "REUSE");
        _ = kropp.Fritekst("code_challenge_method", 20);
        _ = kropp.ValgfriListe("onbehalfof", JsonValueKind.Object);
        if (kropp.Fritekst("frontchannel_logout_uri", 2000) is { Length: > 0 })
            kropp.Avvis(KlientFeilkoder.IkkeHer, "frontchannel_logout_uri", KlientFeilkoder.IkkeHer.Tekst);
        foreach (var navn in new[] { "redirect_uris", "post_logout_redirect_uris" })
        {
            if (kropp.ValgfrieTekster(navn) is { Count: > 0 }) kropp.Avvis(KlientFeilkoder.IkkeHer, navn, KlientFeilkoder.IkkeHer.Tekst);
        }
    }
}
