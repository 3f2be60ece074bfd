using Felles.Kernel.Identifikatorer;

namespace Felles.Tilgang.Contracts;

/// <summary>The states of a grant (docs.digdir.no, self-service API: REQUESTED, APPROVED, DENIED).</summary>
public enum Tilgangsstatus
{
    Requested,
    Approved,
    Denied,
}

/// <summary>An organisation's grant of a scope, in this environment.</summary>
public sealed record Scopetilgang(
    Organisasjonsnummer Virksomhet, string Scope, Tilgangsstatus Status, DateTimeOffset Opprettet, DateTimeOffset Endret);

/// <summary>An organisation's use of a rights package, open or closed, in this environment.</summary>
public sealed record Pakketilgang(
    Organisasjonsnummer Virksomhet, Rettighetspakke Pakke, bool Aapen, DateTimeOffset Opprettet, DateTimeOffset Endret);

/// <summary>A role of a person who logs in: the person is known by issuer and subject alone.</summary>
public sealed record Brukerrolle(
    long Id,
    string Issuer,
    string Subject,
    Organisasjonsnummer Virksomhet,
    string Rolle,
    bool Aktiv,
    DateTimeOffset Opprettet,
    DateTimeOffset Endret)
{
    // Some issuers use a national identity number as subject; the text of a record ends up in logs.
    public override string ToString() => $"{nameof(Brukerrolle)} {Id} {Rolle} {Virksomhet}";
}
