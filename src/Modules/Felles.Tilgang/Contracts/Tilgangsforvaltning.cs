using Felles.Kernel.Identifikatorer;

namespace Felles.Tilgang.Contracts;

/// <summary>
/// Changes who may do what. Every change is written together with a record of who, when and why, is published on the stream <c>tilgang</c>,
/// and holds on this host before the call returns. Nothing is deleted: what is withdrawn keeps its record.
/// </summary>
public sealed class Tilgangsforvaltning
{
    internal Tilgangsforvaltning()
    {
    }

    /// <summary>The organisation may have tokens with the scope: state <c>APPROVED</c>.</summary>
    public Task<Endringssvar<Scopetilgang>> GiScopeAsync(
        Organisasjonsnummer virksomhet, string scope, Aktoer aktoer, CancellationToken ct = default) => throw NotConnected();

    /// <summary>The organisation asks for the scope: state <c>REQUESTED</c>, unless it is granted already.</summary>
    public Task<Endringssvar<Scopetilgang>> BeOmScopeAsync(
        Organisasjonsnummer virksomhet, string scope, Aktoer aktoer, CancellationToken ct = default) => throw NotConnected();

    /// <summary>The organisation gets no further tokens with the scope: state <c>DENIED</c>. Live tokens run out by themselves.</summary>
    public Task<Endringssvar<Scopetilgang>> TrekkScopeAsync(
        Organisasjonsnummer virksomhet, string scope, Aktoer aktoer, CancellationToken ct = default) => throw NotConnected();

    /// <summary>The organisation may use the package.</summary>
    public Task<Endringssvar<Pakketilgang>> AapnePakkeAsync(
        Organisasjonsnummer virksomhet, Rettighetspakke pakke, Aktoer aktoer, CancellationToken ct = default) => throw NotConnected();

    /// <summary>The organisation may not use the package any more, not even with a live token.</summary>
    public Task<Endringssvar<Pakketilgang>> StengPakkeAsync(
        Organisasjonsnummer virksomhet, Rettighetspakke pakke, Aktoer aktoer, CancellationToken ct = default) => throw NotConnected();

    /// <summary>Gives a person who logs in at <paramref name="issuer"/> as <paramref name="subject"/> a role for the organisation.</summary>
    public Task<Endringssvar<Brukerrolle>> GiRolleAsync(
        string issuer, string subject, Organisasjonsnummer virksomhet, string rolle, Aktoer aktoer, CancellationToken ct = default) =>
        throw NotConnected();

    public Task<Endringssvar<Brukerrolle>> TrekkRolleAsync(long id, Aktoer aktoer, CancellationToken ct = default) => throw NotConnected();

    /// <summary>Makes or changes a scope; the name (prefix and subscope) says which.</summary>
    public Task<Endringssvar<Scope>> LagreScopeAsync(Scope scope, Aktoer aktoer, CancellationToken ct = default) => throw NotConnected();

    private static InvalidOperationException NotConnected() => new("The store of access rights is not connected yet.");
}
