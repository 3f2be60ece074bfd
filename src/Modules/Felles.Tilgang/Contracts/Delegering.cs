using Felles.Kernel.Identifikatorer;

namespace Felles.Tilgang.Contracts;

/// <summary>Who ended a delegation: either of its two parties may, and the operator of the installation.</summary>
public enum Delegeringsside
{
    Konsument,
    Leverandoer,
    Drift,
}

/// <summary>
/// A consumer's delegation of one whole API, a scope, to one supplier (docs.digdir.no, Maskinporten, delegation through Altinn), in this
/// environment. It says nothing of what the consumer itself may do: that is judged anew for every token. Never deleted; one that is given
/// again is a new record.
/// </summary>
/// <param name="Id">Of this record.</param>
/// <param name="Konsument">The delegator, on whom access is decided.</param>
/// <param name="Leverandoer">The owner of the client that calls.</param>
/// <param name="Scope">The API.</param>
/// <param name="Gitt">When it was given.</param>
/// <param name="GittAv">Who gave it.</param>
/// <param name="Avsluttet">When it was ended; null while it is alive.</param>
/// <param name="AvsluttetAv">Who ended it.</param>
/// <param name="Side">On whose behalf it was ended.</param>
public sealed record Delegering(
    Guid Id,
    Organisasjonsnummer Konsument,
    Organisasjonsnummer Leverandoer,
    string Scope,
    DateTimeOffset Gitt,
    string GittAv,
    DateTimeOffset? Avsluttet = null,
    string? AvsluttetAv = null,
    Delegeringsside? Side = null)
{
    public bool Gjelder => Avsluttet is null;
}
