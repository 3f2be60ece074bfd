using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Tilgangsminne;

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

    internal Tilgangskontroll(Tilgangstilstand tilstand, Func<TimeSpan> alder, TimeSpan grense) =>
        (this.tilstand, this.alder, this.grense) = (tilstand, alder, grense);

    /// <summary>This host has been without confirmed contact for longer than the limit, and answers <c>Utdatert</c> to all.</summary>
    public bool ErUtdatert => alder() > grense;

    /// <summary>
    /// May the organisation use the package with a token of these scopes, now and in this environment? Ask for the organisation that the
    /// token speaks for (<c>consumer</c>), never for its supplier.
    /// </summary>
    public Tilgangssvar Pakke(Organisasjonsnummer konsument, Rettighetspakke pakke, IReadOnlySet<string> scopes) =>
        ErUtdatert ? PakkeUtdatert : tilstand.Pakke(konsument, pakke, scopes);

    /// <summary>May the organisation have tokens with this scope, now and in this environment?</summary>
    public Scopesvar Scope(Organisasjonsnummer virksomhet, string scope) =>
        ErUtdatert ? ScopeUtdatert : tilstand.Scope(virksomhet, scope);

    /// <summary>
    /// The scope of this name, active or not; null when there is none. Not limited by the host's contact with the database.
    /// </summary>
    public Scope? FinnScope(string navn) => tilstand.FinnScope(navn);
}
