using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Scopes;
using Felles.Web.Administrasjon;

namespace Felles.Tilgang.Selvbetjening;

/// <summary>A scope as the self-service API has it.</summary>
internal static class Scopekropp
{
    /// <summary>
    /// The properties that are left out have their defaults, as the API's documentation tells them. The name is read by the caller.
    /// </summary>
    public static Scope Les(Jsonkropp kropp, Miljoe miljoe)
    {
        kropp.Overse("created", "last_updated", "owner_orgno");
        var beskrivelse = kropp.Tekst("description", 500);
        var lang = kropp.Fritekst("long_description", 4000);
        var synlighet = kropp.Ord("visibility", true, "PUBLIC", "PRIVATE");
        var kilde = kropp.Fritekst("delegation_source", 255) is { Length: > 0 } issuer ? issuer : null;
        var navngitt = kilde is null ? null : Delegeringskilde.MedIssuer(kilde, miljoe);
        if (kilde is not null && navngitt is null)
            kropp.Avvis(Administrasjonsfeilkoder.MedlemUgyldig, "delegation_source", "The issuer of one of /delegationsources, or empty.");
        return new Scope
        {
            Prefix = "",
            Subscope = "",
            Beskrivelse = beskrivelse,
            LangBeskrivelse = lang is { Length: > 0 } ? lang : null,
            Synlighet = synlighet == "PRIVATE" ? Synlighet.Private : Synlighet.Public,
            AtMaxAge = kropp.ValgfrittHeltall("at_max_age") ?? 0,
            Delegeringskilde = navngitt?.Navn,
            TilgjengeligForAlle = kropp.ValgfriBoolsk("accessible_for_all") ?? false,
            Integrasjonstyper = kropp.ValgfrieTekster("allowed_integration_types") ?? [],
            Aktiv = kropp.ValgfriBoolsk("active") ?? true,
            Innlogging = new Innloggingsvilkaar(
                kropp.Ord("token_type", false, Innloggingsvilkaar.Selvstendig, Innloggingsvilkaar.Referanse) ?? Innloggingsvilkaar.Selvstendig,
                kropp.ValgfrittHeltall("authorization_max_lifetime") ?? 0,
                kropp.ValgfriBoolsk("requires_user_consent") ?? false,
                kropp.ValgfriBoolsk("requires_user_authentication") ?? false,
                kropp.ValgfriBoolsk("requires_pseudonymous_tokens") ?? false),
        };
    }

    public static object Av(Scopepost post, Miljoe miljoe)
    {
        var scope = post.Scope;
        return new
        {
            name = scope.Navn,
            active = scope.Aktiv,
            prefix = scope.Prefix,
            subscope = scope.Subscope,
            description = scope.Beskrivelse,
            long_description = scope.LangBeskrivelse,
            visibility = scope.Synlighet.ToString().ToUpperInvariant(),
            at_max_age = scope.AtMaxAge,
            authorization_max_lifetime = scope.Innlogging.Autorisasjonstid,
            owner_orgno = scope.Eier?.ToWire(),
            token_type = scope.Innlogging.Tokentype,
            requires_user_consent = scope.Innlogging.KreverSamtykke,
            requires_user_authentication = scope.Innlogging.KreverInnlogging,
            requires_pseudonymous_tokens = scope.Innlogging.KreverPseudonym,
            accessible_for_all = scope.TilgjengeligForAlle,
            delegation_source = Delegeringskilde.MedNavn(scope.Delegeringskilde)?.Issuer(miljoe) ?? "",
            allowed_integration_types = scope.Integrasjonstyper,
            created = Selvbetjeningsruter.Tid(post.Opprettet),
            last_updated = Selvbetjeningsruter.Tid(post.Endret),
        };
    }
}
