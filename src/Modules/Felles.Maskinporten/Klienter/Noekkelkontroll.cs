using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Felles.Kernel.Feil;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Klienter;

/// <summary>Judges a set of public keys (RFC 7517; Digdir: five RSA keys of 2048 bits or more, kid unique within the client).</summary>
internal static class Noekkelkontroll
{
    private const int FlesteNoekler = 5;
    private const int LengsteKjede = 6;
    private const int LengsteSertifikat = 32 * 1024;

    public static IReadOnlyList<Funn> Proev(IReadOnlyList<JsonWebKey> noekler)
    {
        List<Funn> funn = [];
        if (noekler.Count > FlesteNoekler)
            funn.Add(Feil(KlientFeilkoder.Antall, "keys"));
        var kider = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < noekler.Count; i++)
        {
            var (noekkel, sti) = (noekler[i], $"keys[{i}]");
            if (noekkel.Kid is null || !Klientkontroll.ErId(noekkel.Kid, 255) || !kider.Add(noekkel.Kid))
                funn.Add(Feil(KlientFeilkoder.Kid, sti + ".kid"));
            if (noekkel.HasPrivateKey || noekkel.D is not null || noekkel.P is not null)
                funn.Add(Feil(KlientFeilkoder.Privat, sti));
            if (Parametre(noekkel) is not { } parametre)
                funn.Add(Feil(KlientFeilkoder.Type, sti));
            else if (!ErLangNok(parametre))
                funn.Add(Feil(KlientFeilkoder.Lengde, sti + ".n"));
            else if (noekkel.X5c.Count > 0 && !HarSertifikat(noekkel.X5c, parametre))
                funn.Add(Feil(KlientFeilkoder.Sertifikat, sti + ".x5c"));
        }

        return funn;
    }

    /// <summary>Null when it is not an RSA key for signatures, or its numbers cannot be a key.</summary>
    public static RSAParameters? Parametre(JsonWebKey noekkel)
    {
        if (noekkel is not { Kty: "RSA", N: not null, E: not null, Use: null or "sig", Alg: null or "RS256" or "RS384" or "RS512" })
            return null;
        try
        {
            var parametre =
                new RSAParameters { Modulus = Uten0(Base64UrlEncoder.DecodeBytes(noekkel.N)),
                Exponent = Uten0(Base64UrlEncoder.DecodeBytes(noekkel.E)) };
            // An even modulus or exponent is no key; an exponent of 1 would make every text its own signature.
            var (n, e) = (parametre.Modulus, parametre.Exponent);
            if (n.Length == 0 || n[^1] % 2 == 0 || e.Length is 0 or > 4 || e[^1] % 2 == 0 || (e.Length == 1 && e[0] == 1))
                return null;
            using var rsa = RSA.Create(parametre);
            return parametre;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    // Whether the chain is trusted is judged when the key is used, as its time and revocation are.
    private static bool HarSertifikat(IList<string> x5c, RSAParameters parametre)
    {
        try
        {
            if (x5c.Count > LengsteKjede || x5c.Sum(s => s.Length) > LengsteSertifikat)
                return false;
            foreach (var base64 in x5c)
                X509CertificateLoader.LoadCertificate(Convert.FromBase64String(base64)).Dispose();
            using var eget = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(x5c[0]));
            using var rsa = eget.GetRSAPublicKey();
            return rsa?.ExportParameters(includePrivateParameters: false) is { } tall
                && tall.Modulus.AsSpan().SequenceEqual(parametre.Modulus) && tall.Exponent.AsSpan().SequenceEqual(parametre.Exponent);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }

    public static bool ErLangNok(RSAParameters parametre) =>
        (parametre.Modulus!.Length * 8) - byte.LeadingZeroCount(parametre.Modulus[0]) is >= 2048 and <= 8192;

    // Java libraries write a leading zero byte, because their big integers have a sign.
    private static byte[] Uten0(byte[] tall) => tall.AsSpan().TrimStart((byte)0).ToArray();

    private static Funn Feil(Feilkode feil, string sti) => new(feil, sti, feil.Tekst);
}
