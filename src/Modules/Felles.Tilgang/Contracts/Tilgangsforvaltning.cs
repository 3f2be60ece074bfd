using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Delegeringer;
using Felles.Tilgang.Pakketilganger;
using Felles.Tilgang.Roller;
using Felles.Tilgang.Scopes;
using Felles.Tilgang.Scopetilganger;

namespace Felles.Tilgang.Contracts;

/// <summary>
/// Changes who may do what. Every change is written together with a record of who, when and why, is published on the stream <c>tilgang</c>,
/// and holds on this host before the call returns. Nothing is deleted: what is withdrawn keeps its record.
/// </summary>
public sealed class Tilgangsforvaltning
{
    private readonly Scopetilgangsendring scopetilganger;
    private readonly Pakketilgangsendring pakketilganger;
    private readonly Rolleendring roller;
    private readonly Scopeendring scopes;
    private readonly Delegeringsendring delegeringer;

    internal Tilgangsforvaltning(
        Scopetilgangsendring scopetilganger,
        Pakketilgangsendring pakketilganger,
        Rolleendring roller,
        Scopeendring scopes,
        Delegeringsendring delegeringer) =>
        (this.scopetilganger, this.pakketilganger, this.roller, this.scopes, this.delegeringer) =
            (scopetilganger, pakketilganger, roller, scopes, delegeringer);

    /// <summary>The organisation may have tokens with the scope: state <c>APPROVED</c>.</summary>
    public Task<Endringssvar<Scopetilgang>> GiScopeAsync(
        Organisasjonsnummer virksomhet, string scope, Aktoer aktoer, CancellationToken ct = default) =>
        scopetilganger.SettAsync(virksomhet, scope, Tilgangsstatus.Approved, aktoer, ct);

    /// <summary>The organisation asks for the scope: state <c>REQUESTED</c>, unless it is granted already.</summary>
    public Task<Endringssvar<Scopetilgang>> BeOmScopeAsync(
        Organisasjonsnummer virksomhet, string scope, Aktoer aktoer, CancellationToken ct = default) =>
        scopetilganger.SettAsync(virksomhet, scope, Tilgangsstatus.Requested, aktoer, ct);

    /// <summary>The organisation gets no further tokens with the scope: state <c>DENIED</c>. Live tokens run out by themselves.</summary>
    public Task<Endringssvar<Scopetilgang>> TrekkScopeAsync(
        Organisasjonsnummer virksomhet, string scope, Aktoer aktoer, CancellationToken ct = default) =>
        scopetilganger.SettAsync(virksomhet, scope, Tilgangsstatus.Denied, aktoer, ct);

    /// <summary>The organisation may use the package.</summary>
    public Task<Endringssvar<Pakketilgang>> AapnePakkeAsync(
        Organisasjonsnummer virksomhet, Rettighetspakke pakke, Aktoer aktoer, CancellationToken ct = default) =>
        pakketilganger.SettAsync(virksomhet, pakke, aapen: true, aktoer, ct);

    /// <summary>The organisation may not use the package any more, not even with a live token.</summary>
    public Task<Endringssvar<Pakketilgang>> StengPakkeAsync(
        Organisasjonsnummer virksomhet, Rettighetspakke pakke, Aktoer aktoer, CancellationToken ct = default) =>
        pakketilganger.SettAsync(virksomhet, pakke, aapen: false, aktoer, ct);

    /// <summary>
    /// Gives a person who logs in at <paramref name="issuer"/> as <paramref name="subject"/> a role for the organisation.
    /// </summary>
    public Task<Endringssvar<Brukerrolle>> GiRolleAsync(
        string issuer, string subject, Organisasjonsnummer virksomhet, string rolle, Aktoer aktoer, CancellationToken ct = default) =>
        roller.GiAsync(issuer, subject, virksomhet, rolle, aktoer, ct);

    public Task<Endringssvar<Brukerrolle>> TrekkRolleAsync(long id, Aktoer aktoer, CancellationToken ct = default) =>
        roller.TrekkAsync(id, aktoer, ct);

    /// <summary>
    /// The consumer delegates the scope to the supplier, whose clients may then get tokens that speak for it. What the consumer may do
    /// itself stays as it is, and is asked for every token.
    /// </summary>
    public Task<Endringssvar<Delegering>> DelegerAsync(
        Organisasjonsnummer konsument, Organisasjonsnummer leverandoer, string scope, Aktoer aktoer, CancellationToken ct = default) =>
        delegeringer.GiAsync(konsument, leverandoer, scope, aktoer, ct);

    /// <summary>Ends a delegation, on behalf of either side; live tokens are refused too.</summary>
    public Task<Endringssvar<Delegering>> AvsluttDelegeringAsync(
        Organisasjonsnummer konsument,
        Organisasjonsnummer leverandoer,
        string scope,
        Delegeringsside side,
        Aktoer aktoer,
        CancellationToken ct = default) => delegeringer.AvsluttAsync(konsument, leverandoer, scope, side, aktoer, ct);

    /// <summary>Makes or changes a scope; the name (prefix and subscope) says which.</summary>
    public Task<Endringssvar<Scope>> LagreScopeAsync(Scope scope, Aktoer aktoer, CancellationToken ct = default) =>
        scopes.LagreAsync(scope, aktoer, ct);
}
