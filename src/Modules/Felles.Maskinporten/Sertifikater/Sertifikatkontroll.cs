using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Felles.Maskinporten.Sertifikater;

/// <summary>
/// Judges chains of certificates. Building a chain costs as much as several signatures, so chains that hold are remembered; their time and
/// their revocation are judged anew for every token.
/// </summary>
internal sealed class Sertifikatkontroll(Tillit tillit, Sperrelister sperrelister)
{
    private const int FlesteHusket = 4096;

    private readonly ConcurrentDictionary<string, Virksomhetssertifikat> husket = new(StringComparer.Ordinal);

    /// <param name="kjede">DER, the leaf first (RFC 7515 §4.1.6).</param>
    /// <param name="naa">The time it is judged at.</param>
    public Sertifikatsvar Doem(IReadOnlyList<byte[]> kjede, DateTimeOffset naa)
    {
        var noekkel = Avtrykk(kjede);
        if (!husket.TryGetValue(noekkel, out var sertifikat) || naa < sertifikat.Fra || naa > sertifikat.Til)
        {
            if (Bygg(kjede, naa) is not { } bygd)
                return new Sertifikatsvar.Uleselig();
            if (bygd.Sertifikat is null)
                return new Sertifikatsvar.Avvist(bygd.Grunn!);
            sertifikat = bygd.Sertifikat;
            Husk(noekkel, sertifikat);
        }

        foreach (var ledd in sertifikat.Ledd)
        {
            if (sperrelister.Avvis(ledd, naa) is { } grunn)
                return new Sertifikatsvar.Avvist(grunn);
        }

        return new Sertifikatsvar.Godkjent(sertifikat);
    }

    private (Virksomhetssertifikat? Sertifikat, string? Grunn)? Bygg(IReadOnlyList<byte[]> kjede, DateTimeOffset naa)
    {
        X509Certificate2Collection lest = [];
        try
        {
            foreach (var der in kjede)
                lest.Add(X509CertificateLoader.LoadCertificate(der));
            var (eget, medsendte) = (lest[0], new X509Certificate2Collection(lest.Skip(1).ToArray()));
            return Kjedebygging.Bygg(eget, medsendte, tillit, naa);
        }
        catch (CryptographicException)
        {
            return null;
        }
        finally
        {
            foreach (var sertifikat in lest)
                sertifikat.Dispose();
        }
    }

    // Only chains to a trusted root come here, so no stranger fills the memory; the limit is for an authority that issues without end.
    private void Husk(string noekkel, Virksomhetssertifikat sertifikat)
    {
        if (husket.Count >= FlesteHusket)
            husket.Clear();
        husket[noekkel] = sertifikat;
    }

    private static string Avtrykk(IReadOnlyList<byte[]> kjede)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var der in kjede)
        {
            // Each with its length: the same bytes cut in other places are another chain.
            sum.AppendData(BitConverter.GetBytes(der.Length));
            sum.AppendData(der);
        }

        return Convert.ToHexString(sum.GetHashAndReset());
    }
}
