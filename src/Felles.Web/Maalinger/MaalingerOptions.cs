using System.ComponentModel.DataAnnotations;

namespace Felles.Web.Maalinger;

/// <summary>Section <c>Felles:Maalinger</c>.</summary>
public sealed class MaalingerOptions
{
    /// <summary>
    /// The only port that <c>/metrics</c> answers on; it must be among the addresses listened on. Null: all of them. Metrics tell how much
    /// an agency is used, and take no token.
    /// </summary>
    [Range(1, 65535)]
    public int? Port { get; set; }
}
