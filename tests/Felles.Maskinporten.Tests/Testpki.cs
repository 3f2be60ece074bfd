using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Felles.Maskinporten.Tests;

/// <summary>
/// Issuers as the real ones are built: a root, an authority below it that issues enterprise certificates, and the lists of both in files.
/// </summary>
internal sealed class Testpki : IDisposable
{
    private const string QcStatements = "1.3.6.1.5.5.7.1.3";

    private readonly string mappe = Directory.CreateTempSubdirectory("felles-pki-").FullName;
    private readonly List<RSA> noekler = [];

    public Testpki(DateTimeOffset naa)
    {
        Naa = naa;
        Rot = Utsteder("Prøve Root CA", null, naa.AddYears(-5), naa.AddYears(20));
        Mellom = Utsteder("Prøve Issuing CA", Rot, naa.AddYears(-4), naa.AddYears(15));
        File.WriteAllText(Rotfil, Rot.ExportCertificatePem());
        File.WriteAllText(Mellomfil, Mellom.ExportCertificatePem());
        SkrivLister();
    }

    public DateTimeOffset Naa { get; }

    public X509Certificate2 Rot { get; }

    public X509Certificate2 Mellom { get; }

    public string Rotfil => Path.Combine(mappe, "rot.pem");

    public string Mellomfil => Path.Combine(mappe, "mellom.pem");

    public string Rotliste => Path.Combine(mappe, "rot.crl");

    public string Mellomliste => Path.Combine(mappe, "mellom.crl");

    /// <summary>The settings of a host that believes these issuers.</summary>
    public string[] Innstillinger =>
    [
        $"Felles:Maskinporten:Sertifikater:Rotsertifikater:0={Rotfil}",
        $"Felles:Maskinporten:Sertifikater:Sperrelister:0={Rotliste}",
        $"Felles:Maskinporten:Sertifikater:Sperrelister:1={Mellomliste}",
    ];

    /// <summary>Makes both lists anew, that of the issuing authority with the serial numbers of these.</summary>
    public void SkrivLister(params X509Certificate2[] sperrede)
    {
        File.WriteAllBytes(Rotliste, Liste(Rot));
        File.WriteAllBytes(Mellomliste, Liste(Mellom, sperrede));
    }

    public byte[] Liste(X509Certificate2 utsteder, params X509Certificate2[] sperrede) =>
        Liste(utsteder, Naa.AddHours(-1), Naa.AddDays(7), sperrede);

    public static byte[] Liste(X509Certificate2 utsteder, DateTimeOffset fra, DateTimeOffset til, params X509Certificate2[] sperrede)
    {
        var bygger = new CertificateRevocationListBuilder();
        foreach (var sperret in sperrede)
            bygger.AddEntry(sperret, fra);
        return bygger.Build(utsteder, 1, til, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, fra);
    }

    /// <summary>A certificate in the older profile.</summary>
    public X509Certificate2 Eldre(string orgnr, Action<CertificateRequest>? mer = null, RSA? noekkel = null) =>
        Utsted(Emne(("2.5.4.5", orgnr)), mer, noekkel);

    /// <summary>A certificate of SEID 2.0, for qualified seals or not.</summary>
    public X509Certificate2 Seid2(string orgnr, bool kvalifisert) => Utsted(Emne(("2.5.4.97", "NTRNO-" + orgnr)), soeknad =>
    {
        Vanlig(soeknad);
        if (kvalifisert)
            soeknad.CertificateExtensions.Add(new X509Extension(QcStatements, KvalifisertSegl(), critical: false));
    });

    /// <param name="emne">The subject.</param>
    /// <param name="mer">The extensions; null for those of a certificate for signing.</param>
    /// <param name="noekkel">Null for a new one of 2048 bits.</param>
    /// <param name="utsteder">Null for the issuing authority.</param>
    /// <param name="dager">From when and until when, in days from now.</param>
    public X509Certificate2 Utsted(
        X500DistinguishedName emne, Action<CertificateRequest>? mer = null, RSA? noekkel = null, X509Certificate2? utsteder = null,
        (int Fra, int Til)? dager = null)
    {
        var rsa = noekkel ?? Ny(2048);
        var soeknad = new CertificateRequest(emne, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        (mer ?? Vanlig)(soeknad);
        var (fra, til) = dager ?? (-1, 700);
        using var uten = soeknad.Create(utsteder ?? Mellom, Naa.AddDays(fra), Naa.AddDays(til), RandomNumberGenerator.GetBytes(12));
        return uten.CopyWithPrivateKey(rsa);
    }

    public RSA Ny(int bits)
    {
        noekler.Add(RSA.Create(bits));
        return noekler[^1];
    }

    public X509Certificate2 Utsteder(string navn, X509Certificate2? over, DateTimeOffset fra, DateTimeOffset til)
    {
        var rsa = Ny(2048);
        var soeknad = new CertificateRequest($"CN={navn},O=Prøve,C=NO", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        soeknad.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        soeknad.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        soeknad.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(soeknad.PublicKey, false));
        if (over is null)
            return soeknad.CreateSelfSigned(fra, til);
        using var uten = soeknad.Create(over, fra, til, RandomNumberGenerator.GetBytes(12));
        return uten.CopyWithPrivateKey(rsa);
    }

    public static X500DistinguishedName Emne(params (string Oid, string Verdi)[] deler)
    {
        var emne = new X500DistinguishedNameBuilder();
        emne.AddCommonName("Prøve");
        foreach (var (oid, verdi) in deler)
            emne.Add(oid, verdi, UniversalTagNumber.PrintableString);
        emne.AddCountryOrRegion("NO");
        return emne.Build();
    }

    public static void Vanlig(CertificateRequest soeknad) => Bruk(soeknad, X509KeyUsageFlags.DigitalSignature);

    public static void Bruk(CertificateRequest soeknad, X509KeyUsageFlags bruk)
    {
        soeknad.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        soeknad.CertificateExtensions.Add(new X509KeyUsageExtension(bruk, true));
    }

    /// <summary>An <c>x5c</c> of these, in their order.</summary>
    public static JsonArray X5c(params X509Certificate2[] kjede) =>
        [.. kjede.Select(s => JsonValue.Create(Convert.ToBase64String(s.RawData)))];

    public void Dispose()
    {
        noekler.ForEach(n => n.Dispose());
        Rot.Dispose();
        Mellom.Dispose();
        Directory.Delete(mappe, recursive: true);
    }

    private static byte[] KvalifisertSegl()
    {
        var asn = new AsnWriter(AsnEncodingRules.DER);
        using (asn.PushSequence())
        {
            using (asn.PushSequence())
                asn.WriteObjectIdentifier("0.4.0.1862.1.1");
            using (asn.PushSequence())
            {
                asn.WriteObjectIdentifier("0.4.0.1862.1.6");
                using (asn.PushSequence())
                    asn.WriteObjectIdentifier("0.4.0.1862.1.6.2");
            }
        }

        return asn.Encode();
    }
}
