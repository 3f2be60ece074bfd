using System.ComponentModel.DataAnnotations;

namespace Felles.Tilgang;

/// <summary>Section <c>Felles:Tilgang</c>.</summary>
public sealed class TilgangOptions
{
    public const string Section = "Felles:Tilgang";

    /// <summary>Seconds without confirmed contact with the database after which this host lets nobody in; five at most.</summary>
    [Range(2, 5)]
    public int KontaktgrenseSekunder { get; set; } = 5;

    /// <summary>
    /// Issuers of tokens that keep their delegations elsewhere, so that a token with a supplier is believed until it expires. Of all others
    /// the supplier must hold a delegation here.
    /// </summary>
    public string[] UtstedereMedEgneDelegeringer { get; set; } = [];
}
