using System.Security.Cryptography;
using System.Text;

namespace Felles.Tilgang.Contracts;

/// <summary>
/// A scope that consumers may delegate, as Altinn's services name it: each scope with a delegation source is one API, whose identifiers
/// follow from its name.
/// </summary>
public static class DelegerbartApi
{
    /// <summary>Its owner lets consumers delegate it, and it gives tokens at all.</summary>
    public static bool Er(Scope scope) => scope is { Aktiv: true, Delegeringskilde: not null };

    /// <summary>The resource id: <c>folkeregister-deling~finans</c> for <c>folkeregister:deling/finans</c>.</summary>
    public static string Ressurs(string scope)
    {
        // A prefix has no hyphen and no scope a tilde, so two scopes never meet in one id.
        var kolon = scope.IndexOf(':');
        return $"{scope[..kolon]}-{scope[(kolon + 1)..].Replace('/', '~')}";
    }

    /// <summary>The name of the scope that a resource id stands for, whether there is one or not; null for no resource id.</summary>
    public static string? Scope(string ressurs)
    {
        var strek = ressurs.IndexOf('-');
        return strek > 0 ? $"{ressurs[..strek]}:{ressurs[(strek + 1)..].Replace('~', '/')}" : null;
    }

    /// <summary>The id of the delegation scheme; the same in every installation.</summary>
    public static Guid SkjemaId(string scope) => Navnebasert("delegationscheme:" + scope);

    /// <summary>A UUID of RFC 9562's free form (version 8) over a name.</summary>
    internal static Guid Navnebasert(string navn)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(navn)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
