using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Felles.Kernel.Identifikatorer;
using Felles.Maskinporten.Sertifikater;

namespace Felles.Maskinporten.Sandkasse.Sertifikater;

/// <summary>
/// What the sandbox's certificates look like: as those of the real issuers, in the older profile and in both of SEID 2.0.
/// </summary>
internal static class Testsertifikatmal
{
    private static readonly Oid Klientautentisering = new("1.3.6.1.5.5.7.3.2");

    public static readonly IReadOnlyList<string> Profiler =
        [Sertifikatprofil.Eldre, Sertifikatprofil.KvalifisertSegl, Sertifikatprofil.Segl];

    public static CertificateRequest Utsteder(RSA noekkel)
    {
        var navn = new X500DistinguishedNameBuilder();
        navn.AddCommonName("Felles Sandkasse TEST CA");
        navn.AddOrganizationName("Felles");
        navn.AddCountryOrRegion("NO");
        var soeknad = new CertificateRequest(navn.Build(), noekkel, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        soeknad.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(0));
        soeknad.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        soeknad.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(soeknad.PublicKey, critical: false));
        return soeknad;
    }

    public static CertificateRequest Virksomhet(
        string navn, Organisasjonsnummer orgnr, string profil, PublicKey noekkel, X509Certificate2 utsteder, string sperreliste)
    {
        var emne = new X500DistinguishedNameBuilder();
        emne.AddCommonName(navn);
        emne.AddOrganizationName(navn);
        if (profil == Sertifikatprofil.Eldre)
            emne.Add(Sertifikatprofil.SerialNumber, orgnr.ToWire(), UniversalTagNumber.PrintableString);
        else
            emne.Add(Sertifikatprofil.OrganizationIdentifier, Sertifikatprofil.Landkode + orgnr.ToWire(), UniversalTagNumber.UTF8String);
        emne.AddCountryOrRegion("NO");
        var soeknad = new CertificateRequest(emne.Build(), noekkel, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var utvidelser = soeknad.CertificateExtensions;
        utvidelser.Add(X509BasicConstraintsExtension.CreateForEndEntity());
        utvidelser.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        utvidelser.Add(new X509EnhancedKeyUsageExtension([Klientautentisering], critical: false));
        utvidelser.Add(new X509SubjectKeyIdentifierExtension(noekkel, critical: false));
        utvidelser.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
            utsteder, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        utvidelser.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([sperreliste]));
        if (profil == Sertifikatprofil.KvalifisertSegl)
            utvidelser.Add(KvalifisertSegl());
        return soeknad;
    }

    private static X509Extension KvalifisertSegl()
    {
        var asn = new AsnWriter(AsnEncodingRules.DER);
        using (asn.PushSequence())
        {
            using (asn.PushSequence())
                asn.WriteObjectIdentifier(Sertifikatprofil.QcCompliance);
            using (asn.PushSequence())
            {
                asn.WriteObjectIdentifier(Sertifikatprofil.QcType);
                using (asn.PushSequence())
                    asn.WriteObjectIdentifier(Sertifikatprofil.QcSegl);
            }
        }

        return new X509Extension(Sertifikatprofil.QcStatements, asn.Encode(), critical: false);
    }
}
