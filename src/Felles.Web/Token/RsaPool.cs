using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Felles.Web.Token;

/// <summary>
/// Ready RSA objects of one key. Making one costs more than a verification (OpenSSL prepares the modulus at first use), and
/// the type does not promise to be safe for several threads at once; so each is used by one caller at a time and put back.
/// </summary>
public sealed class RsaPool(RSAParameters parameters)
{
    private readonly ConcurrentStack<RSA> idle = new();
    private const int Keep = 64;

    /// <summary>Length of a signature by this key, in bytes.</summary>
    public int SignatureLength { get; } = parameters.Modulus!.Length;

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, HashAlgorithmName hash)
    {
        if (signature.Length != SignatureLength)
            return false;
        var rsa = Rent();
        try
        {
            return rsa.VerifyData(data, signature, hash, RSASignaturePadding.Pkcs1);
        }
        finally
        {
            Return(rsa);
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> data, HashAlgorithmName hash)
    {
        var rsa = Rent();
        try
        {
            var signature = new byte[SignatureLength];
            rsa.SignData(data, signature, hash, RSASignaturePadding.Pkcs1);
            return signature;
        }
        finally
        {
            Return(rsa);
        }
    }

    private RSA Rent() => idle.TryPop(out var rsa) ? rsa : RSA.Create(parameters);

    private void Return(RSA rsa)
    {
        if (idle.Count < Keep)
            idle.Push(rsa);
        else
            rsa.Dispose();
    }
}
