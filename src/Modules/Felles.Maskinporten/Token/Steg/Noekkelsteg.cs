using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Felles.Maskinporten.Contracts;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// A client with registered keys names one of them by <c>kid</c>, and a key holds for one year from the day it was registered
/// (Digdir, «Autentisering av klienter»). A certificate sent beside the <c>kid</c> must be the registered key's own.
/// </summary>
internal sealed class Noekkelsteg : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        if (forespoersel.Header.Kid is not { } kid || forespoersel.Klient.Noekkel(kid) is not { } noekkel)
            return new(Avslag.UkjentKlient);
        if (noekkel.Utloeper <= forespoersel.Mottatt)
            return new(Avslag.UtloeptNoekkel);
        if (forespoersel.Header.X5c is { Present: true, Der: [var leaf, ..] } && AvvisSertifikat(leaf, noekkel) is { } avslag)
            return new(avslag);
        forespoersel.Noekkel = noekkel;
        return default;
    }

    private static Avslag? AvvisSertifikat(byte[] leaf, Klientnoekkel noekkel)
    {
        try
        {
            using var sertifikat = X509CertificateLoader.LoadCertificate(leaf);
            using var rsa = sertifikat.GetRSAPublicKey();
            return rsa is not null && noekkel.ErSamme(rsa.ExportParameters(includePrivateParameters: false))
                ? null : Avslag.UgyldigSertifikat;
        }
        catch (CryptographicException)
        {
            return Avslag.UgyldigX5c;
        }
    }
}
