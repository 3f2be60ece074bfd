using Felles.Maskinporten.Contracts;
using Felles.Web.Token;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// <c>iss</c> names an active client of this environment (RFC 7523 §3, point 1). Why it is not one is not told: that would let a stranger
/// find out which clients exist.
/// </summary>
internal sealed class Klientsteg(Klientregister klienter) : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        if (forespoersel.Claims.Text("iss") is not { } iss || klienter.Finn(iss) is not { Aktiv: true } klient)
            return new(Avslag.UkjentKlient);
        forespoersel.Klient = klient;
        return default;
    }
}
