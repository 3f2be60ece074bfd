namespace Felles.Maskinporten.Token.Steg;

/// <summary>A <c>jti</c> is used once by each client, whichever host it reaches (RFC 7523 §3, point 7).</summary>
internal sealed class Engangssteg(Engangsminne minne) : ITokensteg
{
    public async ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct) =>
        forespoersel.Jti is not { } jti || await minne.TryBrukAsync(forespoersel.Klient.ClientId, jti, forespoersel.Utloeper)
            ? null
            : Avslag.BruktFoer;
}
