namespace Felles.Client.Utfall;

/// <summary>One fault in what was sent.</summary>
/// <param name="Linje">The line of the file, counted from 1.</param>
/// <param name="Sti">The path of the element within the line.</param>
/// <param name="Kode">The stable code; docs/error-codes.md lists them.</param>
/// <param name="Melding">The fault in words.</param>
public sealed record Inndatafeil(int? Linje, string Sti, string Kode, string Melding);
