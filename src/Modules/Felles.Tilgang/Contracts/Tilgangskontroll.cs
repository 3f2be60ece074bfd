using System.Collections.Frozen;
using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Tilgangsminne;
using Felles.Web.Token;

namespace Felles.Tilgang.Contracts;

/// <summary>
/// Answers questions about access from this host's memory: no I/O, no allocation, the same cost for one organisation as for tens of
/// thousands. A change holds at once on the host that took it and within one second on every other; a host without contact for longer than
/// the limit (<c>Felles:Tilgang:KontaktgrenseSekunder</c>) answers <c>Utdatert</c>.
/// </summary>
public sealed class Tilgangskontroll
{
    private static readonly Tilgangssvar.Utdatert PakkeUtdatert = new();
    private static readonly Scopesvar.Utdatert ScopeUtdatert = new();

    private readonly Tilgangstilstand tilstand;
    private readonly Func<TimeSpan> alder;
    private readonly TimeSpan grense;
    private readonly FrozenSet<string> utstedereMedEgneDelegeringer;

    internal Tilgangskontroll(
        Tilgangstilstand tilstand, Func<TimeSpan> alder, TimeSpan grense, IEnumerable<string>? utstedereMedEgneDelegeringer = null)
    {
        (this.tilstand, this.alder, this.grense) = (tilstand, alder, grense);
        this.utstedereMedEgneDelegeringer = (utstedereMedEgneDelegeringer ?? []).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>This host's knowledge of access is older than the limit, so every question is answered <c>Utdatert</c>.</summary>
    public bool ErUtdatert => ErForGammel(alder());

    /// <summary>The same limit for what another module keeps in memory of this kind: clients, keys.</summary>
    public bool ErForGammel(TimeSpan alder) => alder > grense;

    /// <summary>
    /// May the package be used with this token, now and in this environment? Decided on the token's consumer; a supplier must hold the
    /// consumer's delegation now, whatever was so when the token was made. The delegations behind the tokens of
    /// <c>Felles:Tilgang:UtstedereMedEgneDelegeringer</c> are not known here, so their word is taken.
    /// </summary>
    public Tilgangssvar Pakke(ValidatedToken token, Rettighetspakke pakke)
    {
        if (ErUtdatert) return PakkeUtdatert;
        var leverandoer = token.Leverandoer is null || utstedereMedEgneDelegeringer.Contains(token.Issuer) ? null : token.Leverandoer;
        return tilstand.Pakke(token.Konsument, pakke, token.Scopes, leverandoer);
    }

    /// <summary>May the organisation itself use the package with these scopes? For a token ask with the token.</summary>
    public Tilgangssvar Pakke(Organisasjonsnummer konsument, Rettighetspakke pakke, IReadOnlySet<string> scopes) =>
        ErUtdatert ? PakkeUtdatert : tilstand.Pakke(konsument, pakke, scopes);

    /// <summary>
    /// May the supplier act for the consumer with this scope, now and in this environment? The consumer's own access is another question.
    /// </summary>
    public Delegeringssvar Delegering(Organisasjonsnummer konsument, Organisasjonsnummer leverandoer, string scope) =>
        ErUtdatert ? Delegeringssvar.Utdatert
        : tilstand.ErDelegert(konsument, leverandoer, scope) ? Delegeringssvar.Gitt
        : Delegeringssvar.IkkeGitt;

    /// <summary>May the organisation have tokens with this scope, now and in this environment?</summary>
    public Scopesvar Scope(Organisasjonsnummer virksomhet, string scope) =>
        ErUtdatert ? ScopeUtdatert : tilstand.Scope(virksomhet, scope);

    /// <summary>The prefixes of scopes that the organisation owns; most own none.</summary>
    public IReadOnlyList<string> Prefikser(Organisasjonsnummer virksomhet) => tilstand.Prefikser(virksomhet);

    /// <summary>
    /// The scope of this name, active or not; null when there is none. Not limited by the host's contact with the database.
    /// </summary>
    public Scope? FinnScope(string navn) => tilstand.FinnScope(navn);
}
