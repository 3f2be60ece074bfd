namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// The certificate is the client's own organisation's. That holds for a supplier too: its client stands on its own number, and whom it
/// acts for is told by <c>consumer_org</c> (Digdir, «Delegering»).
/// </summary>
internal sealed class Sertifikateiersteg : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct) => forespoersel.Sertifikat switch
    {
        null => default,
        { Orgnr: null } => new(Avslag.FeilVirksomhet.Fordi(
            "The certificate's subject has no single organisation number, neither as serialNumber nor as organizationIdentifier.")),
        { Orgnr: { } orgnr } when orgnr != forespoersel.Klient.Orgnr => new(Avslag.FeilVirksomhet.Fordi(
            $"The certificate is issued to {orgnr.ToWire()}, but the client belongs to {forespoersel.Klient.Orgnr.ToWire()}.")),
        _ => default,
    };
}
