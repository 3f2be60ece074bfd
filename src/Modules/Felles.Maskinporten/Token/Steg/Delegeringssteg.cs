namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// A client that acts for a consumer has that consumer's delegation of every scope (Digdir, «Delegering»; the delegations stand in Altinn).
/// No delegation source is connected to this installation, so there is no live delegation for anybody.
/// </summary>
internal sealed class Delegeringssteg : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct) => forespoersel.ConsumerOrg is { } konsument
        ? new(Avslag.IkkeDelegert(konsument.ToWire(), forespoersel.Scopes[0].Navn, forespoersel.Klient.Orgnr.ToWire()))
        : default;
}
