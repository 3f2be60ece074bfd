using Felles.Maskinporten.Sertifikater;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// A client without registered keys sends its organisation's enterprise certificate (Digdir, «Autentisering av klienter»): issued by an
/// authority trusted in this environment, in its time, for signing, and not revoked. A <c>kid</c> beside it says nothing, since such a
/// client has no key that it could name. A registered key that was posted with a certificate stands and falls with it.
/// </summary>
internal sealed class Sertifikatsteg(Sertifikatkontroll kontroll) : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        var registrert = forespoersel.Noekkel is not null;
        var kjede = registrert ? forespoersel.Klient.Noekkel(forespoersel.Header.Kid!)!.Sertifikat : forespoersel.Header.X5c.Der;
        if (kjede.Count == 0)
        {
            return registrert
                ? default
                : new(Avslag.UkjentKlient.Fordi("The client has no registered keys, and the header has no enterprise certificate (x5c)."));
        }

        return new(kontroll.Doem(kjede, forespoersel.Mottatt).Match<Avslag?>(
            godkjent =>
            {
                forespoersel.Sertifikat = godkjent.Sertifikat;
                if (!registrert)
                    (forespoersel.Noekkel, forespoersel.Amr) = (godkjent.Sertifikat.Noekkel, godkjent.Sertifikat.Amr);
                return null;
            },
            Avslag.UgyldigSertifikat.Fordi,
            () => Avslag.UgyldigX5c.Fordi("A certificate of the chain cannot be read.")));
    }
}
