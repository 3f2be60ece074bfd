using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Maskinporten.Sertifikater;
using Felles.Web.Administrasjon;

namespace Felles.Maskinporten.Sandkasse.Sertifikater;

/// <summary>What is asked of the sandbox's certificate authority.</summary>
/// <param name="Orgnr">Whose certificate it is to be.</param>
/// <param name="Profil">One of <see cref="Testsertifikatmal.Profiler"/>.</param>
/// <param name="Dager">How long it is to hold.</param>
/// <param name="Csr">A certificate request, whose key it is to be over; null for a key made here. Its subject is not looked at.</param>
internal sealed record Sertifikatbestilling(Organisasjonsnummer Orgnr, string Profil, int Dager, string? Csr)
{
    private const int LengsteSoeknad = 16 * 1024;

    public static Sertifikatbestilling Les(Jsonkropp kropp) => new(
        kropp.Organisasjonsnummer("orgnr"),
        kropp.ValgfriTekst("profil", 64) ?? Sertifikatprofil.Eldre,
        kropp.ValgfrittHeltall("dager") ?? Testutsteder.LengsteDager,
        kropp.ValgfriTekst("csr", LengsteSoeknad));

    public List<Funn> Proev()
    {
        List<Funn> funn = [];
        if (!Testsertifikatmal.Profiler.Contains(Profil))
            funn.Add(Feil(SertifikatFeilkoder.Profil, "profil"));
        if (Dager is < 1 or > Testutsteder.LengsteDager)
            funn.Add(Feil(SertifikatFeilkoder.Dager, "dager"));
        if (Csr is not null && Noekkel() is null)
            funn.Add(Feil(SertifikatFeilkoder.Soeknad, "csr"));
        return funn;
    }

    /// <summary>The key of the request; null when there is none, or one that cannot be used.</summary>
    public PublicKey? Noekkel()
    {
        if (Csr is null)
            return null;
        try
        {
            // Loading checks that the request is signed with its own key.
            var soeknad = CertificateRequest.LoadSigningRequest(
                Convert.FromBase64String(Csr), HashAlgorithmName.SHA256, signerSignaturePadding: RSASignaturePadding.Pkcs1);
            using var rsa = soeknad.PublicKey.GetRSAPublicKey();
            return rsa?.KeySize is >= 2048 and <= 8192 ? soeknad.PublicKey : null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException or NotSupportedException)
        {
            return null;
        }
    }

    private static Funn Feil(Feilkode feil, string sti) => new(feil, sti, feil.Tekst);
}
