namespace Felles.Maskinporten.Token.Steg;

/// <summary>The assertion is signed with the client's key (RFC 7523 §3, point 9; RFC 7515 §5.2).</summary>
internal sealed class Signatursteg : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct) =>
        forespoersel.Noekkel!.Verify(forespoersel.Jws.Signed.Span, forespoersel.Jws.Signature, forespoersel.Hash)
            ? default
            : new(Avslag.UgyldigSignatur);
}
