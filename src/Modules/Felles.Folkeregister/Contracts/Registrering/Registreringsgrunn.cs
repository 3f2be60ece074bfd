using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>What the register keeps of why an entry is there.</summary>
/// <param name="Kilde">Who reported it; open text, as <c>folkeregistermyndigheten</c>.</param>
/// <param name="Aarsak">Why; open text, as <c>Flytting innenlands</c>.</param>
/// <param name="Gyldighetstidspunkt">From when it is true, for entries that do not say so themselves; now when it is not told. Never in
/// the future.</param>
public sealed record Registreringsgrunn(string Kilde, string? Aarsak = null, Tidspunkt? Gyldighetstidspunkt = null);
