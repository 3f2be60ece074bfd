using System.Security.Cryptography;
using Felles.Web.Token;

namespace Felles.Maskinporten.Contracts;

/// <summary>A registered public key of a client. It holds for one year; posting the same key again renews it.</summary>
public sealed class Klientnoekkel
{
    private readonly RSAParameters parametre;
    private readonly Lazy<RsaPool> rsa;

    internal Klientnoekkel(string kid, string alg, RSAParameters parametre, DateTimeOffset registrert, DateTimeOffset utloeper)
    {
        (Kid, Alg, this.parametre, Registrert, Utloeper) = (kid, alg, parametre, registrert, utloeper);
        rsa = new(() => new RsaPool(parametre));
    }

    public string Kid { get; }

    public string Alg { get; }

    public DateTimeOffset Registrert { get; }

    public DateTimeOffset Utloeper { get; }

    public ReadOnlyMemory<byte> Modulus => parametre.Modulus;

    public ReadOnlyMemory<byte> Eksponent => parametre.Exponent;

    internal bool Verifiser(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signatur, HashAlgorithmName hash) =>
        rsa.Value.Verify(data, signatur, hash);

    internal bool ErSamme(RSAParameters annen) =>
        parametre.Modulus.AsSpan().SequenceEqual(annen.Modulus) && parametre.Exponent.AsSpan().SequenceEqual(annen.Exponent);
}
