namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// A <c>jti</c> is used once by each client, whichever host it reaches (RFC 7523 §3, point 7). The use is only begun here: making it
/// durable takes as long as all later checks together, and <see cref="Tokenforespoersel.AvvisGjenbrukAsync"/> asks how it went.
/// A request that is only explained uses nothing up, and is told at once.
/// </summary>
internal sealed class Engangssteg(Engangsminne minne) : ITokensteg
{
    public async ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        if (forespoersel.Jti is not { } jti)
            return null;
        if (forespoersel.BareForklar)
            return await minne.ErBruktAsync(forespoersel.Klient.ClientId, jti, ct) ? Avslag.BruktFoer : null;
        forespoersel.FoersteBruk = minne.TryBrukAsync(forespoersel.Klient.ClientId, jti, forespoersel.Utloeper);
        return null;
    }
}
