namespace Felles.Kernel.Feil;

/// <summary>
/// A stable error code. Each is declared once, as a static field of a class named <c>…Feilkoder</c>, and listed in
/// <c>docs/error-codes.md</c>.
/// </summary>
/// <param name="Kode">What programs compare.</param>
/// <param name="Tekst">What a person reads.</param>
/// <param name="Sted">Where it is used: a service or an import.</param>
public sealed record Feilkode(string Kode, string Tekst, string Sted);
