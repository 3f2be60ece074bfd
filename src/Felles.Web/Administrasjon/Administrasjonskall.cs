using Felles.Web.Token;
using Microsoft.AspNetCore.Http;

namespace Felles.Web.Administrasjon;

/// <summary>Who makes this call, for handlers that record it.</summary>
public static class Administrasjonskall
{
    private static readonly object Noekkel = new();

    /// <summary>The validated token of a call inside the administration group, or of one that a scope opens.</summary>
    public static ValidatedToken Token(HttpContext context) => (ValidatedToken)context.Items[Noekkel]!;

    internal static void Sett(HttpContext context, ValidatedToken token) => context.Items[Noekkel] = token;
}
