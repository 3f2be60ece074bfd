using System.Text;
using System.Text.RegularExpressions;
using Felles.Kernel.Feil;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;
using Felles.Tilgang.Tilgangsminne;

namespace Felles.Tilgang.Scopes;

/// <summary>Makes or changes a scope.</summary>
internal sealed partial class Scopeendring(Database database, Tilgangstilstand tilstand, Endringsmiljoe miljoe)
{
    public async Task<Endringssvar<Scope>> LagreAsync(Scope scope, Aktoer aktoer, CancellationToken ct)
    {
        if (Feil(scope) is { } feil) return new Endringssvar<Scope>.Avvist(feil);
        return await database.WriteAsync<Endringssvar<Scope>>(
            async (enhet, avbrudd) =>
            {
                var gammel = await Scopelager.LaasAsync(enhet, scope.Navn, avbrudd);
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
    }

    private static Funn? Feil(Scope scope) =>
        !Prefixform().IsMatch(scope.Prefix) ? Ugyldig("prefix", "Lower case letters and digits are needed.")
        : scope.Subscope.Length > 200 || !Subscopeform().IsMatch(scope.Subscope)
            ? Ugyldig("subscope", "Parts of letters, digits, '.', '_', '-' and ':' between '/'.")
        : scope.Beskrivelse.Length is 0 or > 500 ? Ugyldig("description", "1 to 500 characters are needed.")
        : scope.AtMaxAge < 0 ? Ugyldig("at_max_age", "Seconds, at least 0.")
        : scope.Integrasjonstyper.Any(t => !Integrasjonstypeform().IsMatch(t))
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
