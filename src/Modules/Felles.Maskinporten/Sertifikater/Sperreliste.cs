using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Felles.Maskinporten.Sertifikater;

/// <summary>
/// A certificate revocation list (RFC 5280 §5). Who signed it is only known when the issuer's certificate is at hand, so the signature is
/// judged when the list is first used for it.
/// </summary>
internal sealed class Sperreliste
{
    private const int FlesteDommer = 64;

    // Issuers' clocks differ from ours.
    private static readonly TimeSpan Klokkeavvik = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, bool> dommer = new(StringComparer.Ordinal);

    /// <summary>The issuer's name as DER, in hex.</summary>
    public required string Utsteder { get; init; }

    public required DateTimeOffset Fra { get; init; }

    /// <summary>When a newer one is out at the latest.</summary>
    public required DateTimeOffset Til { get; init; }

    public required FrozenSet<string> Sperret { get; init; }

    public required Sperreomfang Omfang { get; init; }

    public required ReadOnlyMemory<byte> Signert { get; init; }

    public required string Algoritme { get; init; }

    public required byte[] Signatur { get; init; }

    public bool ErGyldig(DateTimeOffset naa) => Fra - Klokkeavvik <= naa && naa < Til;

    /// <summary>The list is the issuer's own, and tells of certificates such as this one.</summary>
    public bool Gjelder(Kjedeledd ledd) => ledd.Utsteder == Utsteder && ledd.KanSperre && Omfang.Har(ledd) && ErSignertAv(ledd);

    private bool ErSignertAv(Kjedeledd ledd)
    {
        if (dommer.TryGetValue(ledd.Noekkelavtrykk, out var dom))
            return dom;
        dom = Verifiser(ledd.Noekkel);
        if (dommer.Count < FlesteDommer)
            dommer[ledd.Noekkelavtrykk] = dom;
        return dom;
    }

    private bool Verifiser(PublicKey noekkel)
    {
        try
        {
            if (Signaturalgoritme.RsaHash(Algoritme) is { } rsaHash)
            {
                using var rsa = noekkel.GetRSAPublicKey();
                return rsa?.VerifyData(Signert.Span, Signatur, rsaHash, RSASignaturePadding.Pkcs1) == true;
            }

            if (Signaturalgoritme.EcdsaHash(Algoritme) is not { } hash)
                return false;
            using var ecdsa = noekkel.GetECDsaPublicKey();
            return ecdsa?.VerifyData(Signert.Span, Signatur, hash, DSASignatureFormat.Rfc3279DerSequence) == true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>Which certificates of its issuer a list tells of (<c>issuingDistributionPoint</c>, RFC 5280 §5.2.5).</summary>
/// <param name="Punkter">Empty: those of all distribution points.</param>
/// <param name="BareBrukere">Those that issue none themselves.</param>
/// <param name="BareUtstedere">Those that do.</param>
internal sealed record Sperreomfang(IReadOnlyList<string> Punkter, bool BareBrukere, bool BareUtstedere)
{
    public static readonly Sperreomfang Alle = new([], false, false);

    public bool Har(Kjedeledd ledd) =>
        !(BareBrukere && ledd.ErUtsteder) && !(BareUtstedere && !ledd.ErUtsteder)
        && (Punkter.Count == 0 || Punkter.Any(ledd.Punkter.Contains));
}

/// <summary>The signature algorithms of certificates and lists that are believed: RSA (PKCS #1) and ECDSA, with SHA-2.</summary>
internal static class Signaturalgoritme
{
    public static bool ErSterk(string oid) => RsaHash(oid) is not null || EcdsaHash(oid) is not null;

    public static HashAlgorithmName? RsaHash(string oid) => oid switch
    {
        "1.2.840.113549.1.1.11" => HashAlgorithmName.SHA256,
        "1.2.840.113549.1.1.12" => HashAlgorithmName.SHA384,
        "1.2.840.113549.1.1.13" => HashAlgorithmName.SHA512,
        _ => null,
    };

    public static HashAlgorithmName? EcdsaHash(string oid) => oid switch
    {
        "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
        "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
        "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
        _ => null,
    };
}
