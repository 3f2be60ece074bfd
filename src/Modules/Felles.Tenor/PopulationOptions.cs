using System.ComponentModel.DataAnnotations;
using Felles.Tenor.Contracts;

namespace Felles.Tenor;

/// <summary>
/// The population that the sandbox makes at its first start (<c>Felles:Population</c>). Later changes have no effect on one that is made.
/// </summary>
public sealed class PopulationOptions
{
    public const string Section = "Felles:Population";

    /// <summary>Person documents in all; 0 starts with an empty register.</summary>
    [Range(0, 10_000_000)]
    public int Size { get; set; } = Befolkningsvalg.Standardantall;

    /// <summary>Any text. The same text, size and date give the same population.</summary>
    [Required]
    public string Seed { get; set; } = Befolkningsvalg.Standardfroe;

    /// <summary>The day on which the population is seen.</summary>
    public DateOnly ReferenceDate { get; set; } = Befolkningsvalg.Standarddato;
}
