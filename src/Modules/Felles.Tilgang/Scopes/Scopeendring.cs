using System.Text;
using System.Text.RegularExpressions;
using Felles.Kernel.Feil;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;
using Felles.Tilgang.Prefikser;
using Felles.Tilgang.Tilgangsminne;

namespace Felles.Tilgang.Scopes;

/// <summary>Makes or changes a scope.</summary>
internal sealed partial class Scopeendring(
    Database database, Tilgangstilstand tilstand, Endringsmiljoe miljoe, Prefiksendring prefikser)
{
    /// <summary>What must hold of the scope as it is, or null when there is none, and of its prefix; a finding stops the change.</summary>
    public delegate Funn? Vilkaar(Scope? gammel, Prefiks? prefiks);

    public static bool ErPrefiks(string tekst) => Prefixform().IsMatch(tekst);

    /// <summary>The operator's way: the first scope of a prefix gives the prefix to the scope's owner.</summary>
    public Task<Endringssvar<Scope>> LagreAsync(Scope scope, Aktoer aktoer, CancellationToken ct) =>
        LagreAsync(scope, static (_, _) => null, aktoer, ct);

    public async Task<Endringssvar<Scope>> LagreAsync(Scope scope, Vilkaar vilkaar, Aktoer aktoer, CancellationToken ct) =>
        Feil(scope) is { } feil
            ? new Endringssvar<Scope>.Avvist(feil)
            : await SkrivAsync(
                async (enhet, avbrudd) =>
                {
                    var prefiks = await Prefikslager.LaasAsync(enhet, scope.Prefix, avbrudd);
                    // Before a prefix is made, so that nothing is to be undone.
                    if (prefiks is null && vilkaar(null, null) is { } uten) return (null, scope, uten);
                    prefiks ??= await prefikser.LagAsync(enhet, scope.Prefix, scope.Eier, aktoer, avbrudd);
                    var gammel = await Scopelager.LaasAsync(enhet, scope.Navn, avbrudd);
                    return (gammel, scope, vilkaar(gammel?.Scope, prefiks));
                },
                aktoer,
                ct);

    /// <summary>Deactivates a scope, whatever else it is: no tokens, but its grants and registrations stay as they are.</summary>
    public Task<Endringssvar<Scope>> DeaktiverAsync(
        string navn, Func<Scope?, Funn?> vilkaar, Aktoer aktoer, CancellationToken ct) => SkrivAsync(
        async (enhet, avbrudd) =>
        {
            var gammel = await Scopelager.LaasAsync(enhet, navn, avbrudd);
            var hinder = vilkaar(gammel?.Scope);
            return (gammel, hinder is null ? gammel!.Value.Scope with { Aktiv = false } : null, hinder);
        },
        aktoer,
        ct);

    private Task<Endringssvar<Scope>> SkrivAsync(
        Func<UnitOfWork, CancellationToken, ValueTask<((Scope Scope, long Versjon)? Gammel, Scope? Ny, Funn? Hinder)>> bedoem,
        Aktoer aktoer,
        CancellationToken ct) => database.WriteAsync<Endringssvar<Scope>>(
            async (enhet, avbrudd) =>
            {
                var (gammel, ny, hinder) = await bedoem(enhet, avbrudd);
                if (hinder is not null) return new Endringssvar<Scope>.Avvist(hinder);
                var scope = ny!;
                if (gammel is { } finnes && Like(finnes.Scope, scope)) return new Endringssvar<Scope>.Utfoert(scope, Endret: false);
                var versjon = (gammel?.Versjon ?? 0) + 1;
                await Scopelager.SkrivAsync(enhet, scope, versjon, miljoe.Naa, avbrudd);
                var fra = gammel is { } g ? Tilstand(g.Scope) : null;
                var post = new Endringspost("scope", scope.Eier?.Value, scope.Navn, fra, Tilstand(scope));
                await Endringslogg.SkrivAsync(enhet, post, aktoer, miljoe.Navn, miljoe.Naa, avbrudd);
                enhet.Publish(Tilgangshendelse.Stroem, Tilgangshendelse.Scope, versjon, Encoding.UTF8.GetBytes(scope.Navn));
                enhet.AfterCommit(() => tilstand.TaScopes([(scope, versjon)]));
                return new Endringssvar<Scope>.Utfoert(scope, Endret: true);
            },
            ct);

    private static Funn? Feil(Scope scope) =>
        !Prefixform().IsMatch(scope.Prefix) ? Ugyldig("prefix", "Lower case letters and digits are needed.")
        : scope.Subscope.Length > 200 || !Subscopeform().IsMatch(scope.Subscope)
            ? Ugyldig("subscope", "Parts of letters, digits, '.', '_', '-' and ':' between '/'.")
        : scope.Beskrivelse.Length is 0 or > 500 ? Ugyldig("description", "1 to 500 characters are needed.")
        : scope.AtMaxAge < 0 ? Ugyldig("at_max_age", "Seconds, at least 0.")
        : scope.LangBeskrivelse is { Length: > 4000 } ? Ugyldig("long_description", "4000 characters at most.")
        : scope.Innlogging.Tokentype is not (Innloggingsvilkaar.Selvstendig or Innloggingsvilkaar.Referanse)
            ? Ugyldig("token_type", "SELF_CONTAINED or OPAQUE.")
        : scope.Innlogging.Autorisasjonstid < 0 ? Ugyldig("authorization_max_lifetime", "Seconds, at least 0.")
        : scope.Delegeringskilde is not null && Delegeringskilde.MedNavn(scope.Delegeringskilde) is null
            ? Ugyldig("delegation_source", "There is no such delegation source.")
        : scope.Integrasjonstyper.Count > 20 || scope.Integrasjonstyper.Any(t => !Integrasjonstypeform().IsMatch(t))
            ? Ugyldig("allowed_integration_types", "Lower case letters and '_' are needed, 50 at most.")
        : null;

    private static Funn Ugyldig(string sti, string melding) => new(Tilgangsfeilkoder.UgyldigScope, sti, melding);

    // Records compare lists by reference.
    private static bool Like(Scope a, Scope b) =>
        a with { Integrasjonstyper = [] } == b with { Integrasjonstyper = [] } && a.Integrasjonstyper.SequenceEqual(b.Integrasjonstyper);

    private static string Tilstand(Scope scope) =>
        $"{(scope.Aktiv ? "aktiv" : "inaktiv")} {scope.Synlighet} at_max_age={scope.AtMaxAge} for_alle={scope.TilgjengeligForAlle} "
        + $"delegering={scope.Delegeringskilde} integrasjonstyper={string.Join(',', scope.Integrasjonstyper)}";

    [GeneratedRegex("^[a-z0-9]{2,50}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Prefixform();

    [GeneratedRegex("^[a-z_]{1,50}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Integrasjonstypeform();

    // Wider than Altinn's rule for scopes of resources, because scopes in use have "_", "-" and ":" too (idporten:dcr/onbehalfof:write).
    [GeneratedRegex("^[A-Za-z0-9._:-]+(/[A-Za-z0-9._:-]+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Subscopeform();
}
