using Felles.Kernel.Feil;

namespace Felles.Maskinporten.Sandkasse.Sertifikater;

/// <summary>Refusals of the sandbox's certificate authority.</summary>
internal static class SertifikatFeilkoder
{
    public static readonly Feilkode IkkeHerfra = Kode(
        "MPS-001", "The call is answered to programs on the same machine that call it by its own name");
    public static readonly Feilkode Profil = Kode("MPS-002", "The profile is not one of virksomhetssertifikat, QCForESeal, CForESeal");
    public static readonly Feilkode Dager = Kode("MPS-003", "A certificate holds for 1 to 1095 days");
    public static readonly Feilkode Soeknad = Kode(
        "MPS-004", "The csr is not a certificate request (PKCS #10, base64 of DER) signed by an RSA key of 2048 to 8192 bits");
    public static readonly Feilkode UkjentVirksomhet = Kode("MPS-005", "The organisation is not in Enhetsregisteret");
    public static readonly Feilkode UkjentSertifikat = Kode("MPS-006", "The sandbox has issued no certificate of this serial number");

    private static Feilkode Kode(string kode, string tekst) => new(kode, tekst, "sandkasse/sertifikater");
}
