using System.Collections.Concurrent;
using System.Collections.Frozen;
using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Contracts;

namespace Felles.Tilgang.Tilgangsminne;

/// <summary>
/// The access state of this host. Readers take one look in a table keyed by number and never wait for a writer. State is only ever replaced
/// by a newer version, so it does not matter in which order the local change, the log and a full load arrive.
/// </summary>
internal sealed class Tilgangstilstand
{
    private static readonly Tilgangssvar.ManglerScope ManglerScope = new();
    private static readonly Tilgangssvar.IkkeTilgang IkkeTilgang = new();
    private static readonly Tilgangssvar.IkkeDelegert IkkeDelegert = new();
    private static readonly Scopesvar.UkjentScope UkjentScope = new();
    private static readonly Scopesvar.InaktivtScope InaktivtScope = new();
    private static readonly Tilgangssvar.Tillatt[] MedScope =
        [.. Rettighetspakke.Alle.Select(p => new Tilgangssvar.Tillatt(p.Scope, false))];

    private static readonly Tilgangssvar.Tillatt?[] MedSegmentScope =
        [.. Rettighetspakke.Alle.Select(p => p.SegmentScope is { } scope ? new Tilgangssvar.Tillatt(scope, true) : null)];

    private readonly ConcurrentDictionary<int, Virksomhetstilgang> virksomheter = [];
    private readonly Lock scopelaas = new();
    private FrozenDictionary<string, Scopeoppslag> scopes = FrozenDictionary<string, Scopeoppslag>.Empty;
    private FrozenDictionary<string, Prefiks> prefikser = FrozenDictionary<string, Prefiks>.Empty;
    private FrozenDictionary<int, string[]> prefikserEtterEier = FrozenDictionary<int, string[]>.Empty;

    public int AntallVirksomheter => virksomheter.Count;

    /// <param name="konsument">Whom access is decided on.</param>
    /// <param name="pakke">The package.</param>
    /// <param name="tokenscopes">The scopes of the token.</param>
    /// <param name="leverandoer">Who calls for it, and then needs its delegation of the scope that opens the package; null for itself.</param>
    public Tilgangssvar Pakke(
        Organisasjonsnummer konsument, Rettighetspakke pakke, IReadOnlySet<string> tokenscopes, Organisasjonsnummer? leverandoer = null)
    {
        var svar = tokenscopes.Contains(pakke.Scope) ? MedScope[pakke.Indeks]
            : pakke.SegmentScope is { } segment && tokenscopes.Contains(segment) ? MedSegmentScope[pakke.Indeks]
            : null;
        if (svar is null) return ManglerScope;
        if (!virksomheter.TryGetValue(konsument.Value, out var tilgang) || (tilgang.Pakker >> pakke.Indeks & 1) == 0) return IkkeTilgang;
        return leverandoer is not { } annen || tilgang.Delegeringer.Har(annen.Value, svar.Scope) ? svar : IkkeDelegert;
    }

    public bool ErDelegert(Organisasjonsnummer konsument, Organisasjonsnummer leverandoer, string scope) =>
        virksomheter.TryGetValue(konsument.Value, out var tilgang) && tilgang.Delegeringer.Har(leverandoer.Value, scope);

    public Scopesvar Scope(Organisasjonsnummer virksomhet, string navn)
    {
        if (!Volatile.Read(ref scopes).TryGetValue(navn, out var funnet)) return UkjentScope;
        if (!funnet.Scope.Aktiv) return InaktivtScope;
        return funnet.Scope.TilgjengeligForAlle
            || (virksomheter.TryGetValue(virksomhet.Value, out var tilgang) && tilgang.Scopes.Contains(navn))
                ? funnet.Tillatt
                : funnet.IkkeTildelt;
    }

    public Scope? FinnScope(string navn) => Volatile.Read(ref scopes).GetValueOrDefault(navn)?.Scope;

    /// <summary>Takes the state unless it or a newer one is here already.</summary>
    public void Ta(int virksomhet, Virksomhetstilgang ny) =>
        virksomheter.AddOrUpdate(
            virksomhet, static (_, ny) => ny, static (_, gammel, ny) => ny.Versjon > gammel.Versjon ? ny : gammel, ny);

    public void TaScopes(IEnumerable<(Scope Scope, long Versjon)> nye)
    {
        lock (scopelaas)
        {
            var alle = scopes.ToDictionary();
            foreach (var (scope, versjon) in nye)
            {
                if (!alle.TryGetValue(scope.Navn, out var gammel) || versjon > gammel.Versjon) alle[scope.Navn] = new(scope, versjon);
            }

            Volatile.Write(ref scopes, alle.ToFrozenDictionary());
        }
    }

    /// <summary>The prefixes that the organisation owns.</summary>
    public IReadOnlyList<string> Prefikser(Organisasjonsnummer virksomhet) =>
        Volatile.Read(ref prefikserEtterEier).GetValueOrDefault(virksomhet.Value) ?? [];

    public void TaPrefikser(IEnumerable<Prefiks> nye)
    {
        lock (scopelaas)
        {
            var alle = prefikser.ToDictionary();
            foreach (var ny in nye)
            {
                if (!alle.TryGetValue(ny.Navn, out var gammel) || ny.Versjon > gammel.Versjon) alle[ny.Navn] = ny;
            }

            prefikser = alle.ToFrozenDictionary();
            var etterEier = alle.Values.Where(p => p.Eier is not null).GroupBy(p => p.Eier!.Value.Value)
                .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Navn).Order(StringComparer.Ordinal).ToArray());
            Volatile.Write(ref prefikserEtterEier, etterEier);
        }
    }

    private sealed class Scopeoppslag(Scope scope, long versjon)
    {
        public Scope Scope { get; } = scope;

        public long Versjon { get; } = versjon;

        public Scopesvar.Tillatt Tillatt { get; } = new(scope);

        public Scopesvar.IkkeTildelt IkkeTildelt { get; } = new(scope);
    }
}
