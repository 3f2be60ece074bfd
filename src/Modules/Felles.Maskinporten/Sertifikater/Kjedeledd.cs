using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Felles.Maskinporten.Sertifikater;

/// <summary>What revocation needs to know of one certificate of a chain that holds, and of the issuer above it.</summary>
/// <param name="Navn">Its subject, for explanations.</param>
/// <param name="Serienummer">Upper-case hex without leading zeros.</param>
/// <param name="ErUtsteder">It issues certificates itself.</param>
/// <param name="Utsteder">The name of its issuer as DER, in hex.</param>
/// <param name="Punkter">The addresses of its <c>CRLDistributionPoints</c>; compared with what a list says of itself, never fetched.</param>
/// <param name="Noekkel">The key of its issuer.</param>
/// <param name="Noekkelavtrykk">SHA-256 of that key, by which verdicts about signatures are remembered.</param>
/// <param name="KanSperre">Its issuer's key may sign revocation lists.</param>
internal sealed record Kjedeledd(
    string Navn, string Serienummer, bool ErUtsteder, string Utsteder, IReadOnlyList<string> Punkter, PublicKey Noekkel,
    string Noekkelavtrykk, bool KanSperre)
{
    private const string Sperrelistepunkter = "2.5.29.31";

    public static Kjedeledd Av(X509Certificate2 sertifikat, X509Certificate2 utsteder) => new(
        sertifikat.Subject,
        Hex(sertifikat.SerialNumberBytes.Span),
        sertifikat.Extensions.OfType<X509BasicConstraintsExtension>().Any(b => b.CertificateAuthority),
        Convert.ToHexString(sertifikat.IssuerName.RawData),
        Adresser(sertifikat),
        utsteder.PublicKey,
        Convert.ToHexString(SHA256.HashData(utsteder.PublicKey.ExportSubjectPublicKeyInfo())),
        utsteder.Extensions.OfType<X509KeyUsageExtension>().All(u => u.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign)));

    /// <summary>A serial number as it is compared: DER puts a zero byte before a number whose first bit is set.</summary>
    public static string Hex(ReadOnlySpan<byte> serienummer) => Convert.ToHexString(serienummer.TrimStart((byte)0));

    private static List<string> Adresser(X509Certificate2 sertifikat)
    {
        if (sertifikat.Extensions.FirstOrDefault(e => e.Oid?.Value == Sperrelistepunkter) is not { } utvidelse)
            return [];
        List<string> adresser = [];
        var punkter = new AsnReader(utvidelse.RawData, AsnEncodingRules.DER).ReadSequence();
        while (punkter.HasData)
        {
            // DistributionPoint ::= SEQUENCE { [0] distributionPoint, [1] reasons, [2] cRLIssuer }
            var punkt = punkter.ReadSequence();
            if (punkt.HasData && punkt.PeekTag().HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 0)))
                adresser.AddRange(Punktnavn.Les(punkt.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0))));
        }

        return adresser;
    }
}

/// <summary>The addresses in a <c>DistributionPointName</c> (RFC 5280 §4.2.1.13); other kinds of names do not count.</summary>
internal static class Punktnavn
{
    private static readonly Asn1Tag FulltNavn = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Uri = new(TagClass.ContextSpecific, 6);

    public static List<string> Les(AsnReader navn)
    {
        List<string> adresser = [];
        if (!navn.HasData || !navn.PeekTag().HasSameClassAndValue(FulltNavn))
            return adresser;
        var liste = navn.ReadSequence(FulltNavn);
        while (liste.HasData)
        {
            if (liste.PeekTag().HasSameClassAndValue(Uri))
                adresser.Add(liste.ReadCharacterString(UniversalTagNumber.IA5String, Uri));
            else
                liste.ReadEncodedValue();
        }

        return adresser;
    }
}
