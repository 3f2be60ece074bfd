using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Felles.Kernel.Identifikatorer;

namespace Felles.Maskinporten.Sertifikater;

/// <summary>
/// Whose an enterprise certificate is, and by which profile. The older one has the organisation number as the subject's
/// <c>serialNumber</c>; SEID 2.0 has <c>organizationIdentifier</c> with <c>NTRNO-</c> before the number (ETSI EN 319 412-1 §5.1.4).
/// </summary>
internal static class Sertifikatprofil
{
    /// <summary>Values of <c>client_amr</c> (Digdir, «Access token»).</summary>
    public const string Eldre = "virksomhetssertifikat";
    public const string KvalifisertSegl = "QCForESeal";
    public const string Segl = "CForESeal";

    public const string SerialNumber = "2.5.4.5";
    public const string OrganizationIdentifier = "2.5.4.97";
    public const string Landkode = "NTRNO-";

    // ETSI EN 319 412-5 §4.2.1 and §4.2.3: the certificate is qualified; the kinds it is qualified for, one of which is seals.
    public const string QcStatements = "1.3.6.1.5.5.7.1.3";
    public const string QcCompliance = "0.4.0.1862.1.1";
    public const string QcType = "0.4.0.1862.1.6";
    public const string QcSegl = "0.4.0.1862.1.6.2";

    /// <returns>Null when the subject names no organisation, or more than one.</returns>
    public static (Organisasjonsnummer Orgnr, string Amr)? Les(X509Certificate2 sertifikat)
    {
        try
        {
            var emne = Emne(sertifikat.SubjectName.RawData);
            var ny = emne.Where(e => e.Oid == OrganizationIdentifier).Select(e => e.Verdi).ToArray();
            if (ny.Length > 0)
            {
                return ny is [var id] && id.StartsWith(Landkode, StringComparison.Ordinal)
                    && Organisasjonsnummer.TryParse(id.AsSpan(Landkode.Length), out var orgnr)
                    ? (orgnr, ErKvalifisert(sertifikat) ? KvalifisertSegl : Segl)
                    : null;
            }

            return emne.Where(e => e.Oid == SerialNumber).Select(e => e.Verdi).ToArray() is [var nummer]
                && Organisasjonsnummer.TryParse(nummer, out var eldre) ? (eldre, Eldre) : null;
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    // Name ::= SEQUENCE OF SET OF SEQUENCE { type, value }. A value that is no text is no number either.
    private static List<(string Oid, string Verdi)> Emne(byte[] der)
    {
        List<(string, string)> funnet = [];
        var navn = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        while (navn.HasData)
        {
            var del = navn.ReadSetOf();
            while (del.HasData)
            {
                var par = del.ReadSequence();
                var oid = par.ReadObjectIdentifier();
                var tag = par.PeekTag();
                if (tag.TagClass == TagClass.Universal && (UniversalTagNumber)tag.TagValue is
                    UniversalTagNumber.PrintableString or UniversalTagNumber.UTF8String or UniversalTagNumber.IA5String)
                {
                    funnet.Add((oid, par.ReadCharacterString((UniversalTagNumber)tag.TagValue)));
                }
            }
        }

        return funnet;
    }

    private static bool ErKvalifisert(X509Certificate2 sertifikat)
    {
        if (sertifikat.Extensions.FirstOrDefault(e => e.Oid?.Value == QcStatements) is not { } utvidelse)
            return false;
        var (kvalifisert, typer) = (false, new List<string>());
        var utsagn = new AsnReader(utvidelse.RawData, AsnEncodingRules.DER).ReadSequence();
        while (utsagn.HasData)
        {
            var ett = utsagn.ReadSequence();
            var oid = ett.ReadObjectIdentifier();
            kvalifisert |= oid == QcCompliance;
            if (oid != QcType || !ett.HasData)
                continue;
            var liste = ett.ReadSequence();
            while (liste.HasData)
                typer.Add(liste.ReadObjectIdentifier());
        }

        return kvalifisert && typer.Contains(QcSegl);
    }
}
