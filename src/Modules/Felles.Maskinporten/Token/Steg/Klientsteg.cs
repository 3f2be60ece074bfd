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
        if (forespoersel.Claims.Text("iss") is not { } iss)
            return new(Avslag.UkjentKlient.Fordi("iss is missing or no text; it is the client_id."));
        if (klienter.Finn(iss) is not { } klient)
            return new(Avslag.UkjentKlient.Fordi("This environment has no client of this iss."));
        if (!klient.Aktiv)
            return new(Avslag.UkjentKlient.Fordi("The client has been closed."));
        forespoersel.Klient = klient;
        return default;
    }
}
