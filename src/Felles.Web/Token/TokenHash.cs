using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Felles.Web.Token;

/// <summary>SHA-256 of a raw token: the token itself is never kept in memory as a key.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TokenHash(ulong A, ulong B, ulong C, ulong D)
{
    public static TokenHash Of(ReadOnlySpan<byte> token)
    {
        TokenHash hash = default;
        SHA256.HashData(token, MemoryMarshal.AsBytes(new Span<TokenHash>(ref hash)));
        return hash;
    }

    // Every bit of a SHA-256 is as good as another.
    public override int GetHashCode() => (int)A;
}
