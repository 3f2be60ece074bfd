using System.Security.Cryptography;
using System.Text;

namespace Felles.Tilgang.Contracts;

/// <summary>
/// A scope that consumers may delegate, as Altinn's services name it: each scope with a delegation source is one API, whose identifiers
/// follow from its name.
/// </summary>
public sealed class DelegerbartApi
{
    private DelegerbartApi(Scope scope) => Scope = scope;

    public Scope Scope { get; }

    /// <summary>The resource id: <c>folkeregister-deling~finans</c> for <c>folkeregister:deling/finans</c>.</summary>
    // A prefix has no hyphen and no scope a tilde, so two scopes never meet in one id.
    public string Ressurs => $"{Scope.Prefix}-{Scope.Subscope.Replace('/', '~')}";

    /// <summary>The id of the delegation scheme; the same in every installation.</summary>
    public Guid SkjemaId => Navnebasert("delegationscheme:" + Scope.Navn);

    /// <summary>Null where the scope cannot be delegated, or not now.</summary>
    public static DelegerbartApi? Av(Scope scope) => scope is { Aktiv: true, Delegeringskilde: not null } ? new(scope) : null;

    /// <summary>The name of the scope that a resource id stands for, whether there is one or not.</summary>
    public static string? Scopenavn(string ressurs)
    {
        var strek = ressurs.IndexOf('-');
        return strek > 0 ? $"{ressurs[..strek]}:{ressurs[(strek + 1)..].Replace('~', '/')}" : null;
    }

    // A UUID of RFC 9562's free form (version 8) over a name.
    internal static Guid Navnebasert(string navn)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(navn)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
