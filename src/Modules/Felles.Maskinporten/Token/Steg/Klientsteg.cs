using Felles.Maskinporten.Contracts;
using Felles.Web.Token;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// <c>iss</c> names an active client of this environment (RFC 7523 §3, point 1). Why it is not one is not told: that would let a stranger
/// find out which clients exist. A host that has lost contact with the register knows no client.
/// </summary>
internal sealed class Klientsteg(Klientregister klienter, Endringsfoelger foelger) : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        if (foelger.ErUtdatert)
            return new(Avslag.Utilgjengelig);
        if (forespoersel.Claims.Text("iss") is not { } iss || klienter.Finn(iss) is not { Aktiv: true } klient)
            return new(Avslag.UkjentKlient);
        forespoersel.Klient = klient;
        return default;
    }
}
