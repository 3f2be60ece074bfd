using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using Felles.Web.Token;

namespace Felles.Maskinporten.Sertifikater;

/// <summary>
/// Builds the chain from an enterprise certificate to a trusted root (RFC 5280 §6.1) and judges what does not change with time. It fetches
/// nothing: what is missing between the two must come with the certificate or stand in the settings.
/// </summary>
internal static class Kjedebygging
{
    private const int KortesteNoekkel = 2048;
    private const int LengsteNoekkel = 8192;

    private const X509ChainStatusFlags Ukjent = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

    /// <returns>The certificate, or why it is refused.</returns>
    public static (Virksomhetssertifikat? Sertifikat, string? Grunn) Bygg(
        X509Certificate2 eget, X509Certificate2Collection medsendte, Tillit tillit, DateTimeOffset naa)
    {
        if (AvvisEget(eget) is { } grunn)
            return (null, grunn);
        using var kjede = new X509Chain();
        var regler = kjede.ChainPolicy;
        regler.TrustMode = X509ChainTrustMode.CustomRootTrust;
        regler.CustomTrustStore.AddRange(tillit.Roetter);
        regler.ExtraStore.AddRange(tillit.Mellom);
        regler.ExtraStore.AddRange(medsendte);
        // Revocation is judged by the lists in memory.
        regler.RevocationMode = X509RevocationMode.NoCheck;
        regler.DisableCertificateDownloads = true;
        regler.VerificationTimeIgnored = false;
        regler.VerificationTime = naa.LocalDateTime;
        var holder = kjede.Build(eget);
        X509Certificate2[] ledd = [.. kjede.ChainElements.Select(e => e.Certificate)];
        try
        {
            return holder ? Les(ledd) : (null, Grunn(kjede, ledd, naa));
        }
        finally
        {
            foreach (var ett in ledd)
                ett.Dispose();
        }
    }

    private static string? AvvisEget(X509Certificate2 sertifikat)
    {
        if (sertifikat.Extensions.OfType<X509BasicConstraintsExtension>().Any(b => b.CertificateAuthority))
            return "The certificate is an authority's own, which issues certificates and is no enterprise certificate.";
        if (sertifikat.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is not { } bruk
            || !bruk.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature))
        {
            return "The certificate's key usage does not include digital signature; non-repudiation alone is the wrong kind.";
        }

        using var rsa = sertifikat.GetRSAPublicKey();
        return rsa?.KeySize is >= KortesteNoekkel and <= LengsteNoekkel
            ? null : $"The certificate's key is not an RSA key of {KortesteNoekkel} to {LengsteNoekkel} bits.";
    }

    private static (Virksomhetssertifikat? Sertifikat, string? Grunn) Les(X509Certificate2[] ledd)
    {
        if (ledd.Length < 2)
            return (null, "The certificate is trusted as a root, and is nobody's enterprise certificate.");
        if (ledd.SkipLast(1).FirstOrDefault(l => !Signaturalgoritme.ErSterk(l.SignatureAlgorithm.Value!)) is { } svak)
            return (null, $"{svak.Subject} is signed with {svak.SignatureAlgorithm.FriendlyName}, which is not accepted.");
        List<Kjedeledd> kjede;
        try
        {
            kjede = [.. ledd.SkipLast(1).Zip(ledd.Skip(1), Kjedeledd.Av)];
        }
        catch (AsnContentException)
        {
            return (null, "The certificate has distribution points that cannot be read.");
        }

        using var rsa = ledd[0].GetRSAPublicKey()!;
        var profil = Sertifikatprofil.Les(ledd[0]);
        return (new Virksomhetssertifikat(
            profil?.Orgnr,
            profil?.Amr ?? "",
            new RsaPool(rsa.ExportParameters(includePrivateParameters: false)),
            ledd.Max(l => new DateTimeOffset(l.NotBefore.ToUniversalTime())),
            ledd.Min(l => new DateTimeOffset(l.NotAfter.ToUniversalTime())),
            kjede), null);
    }

    private static string Grunn(X509Chain kjede, X509Certificate2[] ledd, DateTimeOffset naa)
    {
        var status = kjede.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (samlet, s) => samlet | s.Status);
        if ((status & Ukjent) != X509ChainStatusFlags.NoError)
        {
            return ledd is [.., var siste]
                ? $"The certificate does not lead to an authority that is trusted here; the chain ends at {siste.Issuer}."
                : "The certificate does not lead to an authority that is trusted here.";
        }

        if (Array.Find(ledd, l => l.NotAfter.ToUniversalTime() < naa.UtcDateTime) is { } gammelt)
            return $"{gammelt.Subject} expired at {gammelt.NotAfter.ToUniversalTime():u}.";
        return Array.Find(ledd, l => l.NotBefore.ToUniversalTime() > naa.UtcDateTime) is { } nytt
            ? $"{nytt.Subject} is not valid before {nytt.NotBefore.ToUniversalTime():u}."
            : $"The certificate's chain does not hold: {status}.";
    }
}
