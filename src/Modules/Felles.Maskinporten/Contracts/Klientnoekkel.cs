using System.Security.Cryptography;
using Felles.Web.Token;

namespace Felles.Maskinporten.Contracts;

/// <summary>A registered public key of a client. It holds for one year; posting the same key again renews it.</summary>
public sealed class Klientnoekkel
{
    private readonly RSAParameters parametre;
    private readonly Lazy<RsaPool> rsa;

    internal Klientnoekkel(
        string kid, string alg, RSAParameters parametre, DateTimeOffset registrert, DateTimeOffset utloeper,
        IReadOnlyList<byte[]>? sertifikat = null)
    {
        (Kid, Alg, this.parametre, Registrert, Utloeper) = (kid, alg, parametre, registrert, utloeper);
        Sertifikat = sertifikat ?? [];
        rsa = new(() => new RsaPool(parametre));
    }

    public string Kid { get; }

    public string Alg { get; }

    public DateTimeOffset Registrert { get; }

    public DateTimeOffset Utloeper { get; }

    public ReadOnlyMemory<byte> Modulus => parametre.Modulus;

    public ReadOnlyMemory<byte> Eksponent => parametre.Exponent;

    /// <summary>The chain the key was registered with (<c>x5c</c>), which it then stands and falls with; empty without.</summary>
    public IReadOnlyList<byte[]> Sertifikat { get; }

    internal RsaPool Rsa => rsa.Value;

    internal bool ErSamme(RSAParameters annen) =>
        parametre.Modulus.AsSpan().SequenceEqual(annen.Modulus) && parametre.Exponent.AsSpan().SequenceEqual(annen.Exponent);
}
