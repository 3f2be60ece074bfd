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
    public const string Amr = "private_key_jwt";

    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        if (forespoersel.Klient.Noekler.Count == 0)
            return default;
        if (forespoersel.Header.Kid is not { } kid)
            return new(Avslag.UkjentKlient.Fordi("The client has registered keys, so the header must name one by kid."));
        if (forespoersel.Klient.Noekkel(kid) is not { } noekkel)
            return new(Avslag.UkjentKlient.Fordi("The client has no registered key of this kid."));
        if (noekkel.Utloeper <= forespoersel.Mottatt)
            return new(Avslag.UtloeptNoekkel.Fordi($"The key expired at {noekkel.Utloeper:u}; registering it again renews it."));
        if (forespoersel.Header.X5c is { Present: true, Der: [var leaf, ..] } && AvvisSertifikat(leaf, noekkel) is { } avslag)
            return new(avslag);
        forespoersel.Noekkel = noekkel.Rsa;
        forespoersel.Amr = Amr;
        return default;
    }

    private static Avslag? AvvisSertifikat(byte[] leaf, Klientnoekkel noekkel)
    {
        try
        {
            using var sertifikat = X509CertificateLoader.LoadCertificate(leaf);
            using var rsa = sertifikat.GetRSAPublicKey();
            if (rsa is null || !noekkel.ErSamme(rsa.ExportParameters(includePrivateParameters: false)))
                return Avslag.UgyldigSertifikat.Fordi("The certificate in x5c is not over the registered key that kid names.");
            return noekkel.Sertifikat is [var registrert, ..] && !registrert.AsSpan().SequenceEqual(leaf)
                ? Avslag.UgyldigSertifikat.Fordi("The key is registered with another certificate than the one in x5c.") : null;
        }
        catch (CryptographicException)
        {
            return Avslag.UgyldigX5c;
        }
    }
}
