using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Felles.Maskinporten.Tests;

internal static class Sertifikat
{
    /// <summary>An <c>x5c</c> of one certificate over the key.</summary>
    public static JsonArray Kjede(RSA noekkel)
    {
        using var sertifikat = Selvsignert(noekkel);
        return [Convert.ToBase64String(sertifikat.RawData)];
    }

    /// <summary>A certificate with its key, as the key ring of a production host is wrapped with.</summary>
    public static byte[] Pkcs12()
    {
        using var noekkel = RSA.Create(2048);
        using var sertifikat = Selvsignert(noekkel);
        return sertifikat.Export(X509ContentType.Pkcs12);
    }

    private static X509Certificate2 Selvsignert(RSA noekkel)
    {
        var soeknad = new CertificateRequest("CN=Prøve,serialNumber=315260183", noekkel, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var fra = TimeProvider.System.GetUtcNow().AddDays(-1);
        return soeknad.CreateSelfSigned(fra, fra.AddDays(30));
    }
}
