namespace Felles.Folkeregister.Import;

/// <summary>Ends the unit of work, and undoes it, at the first conflict with the register.</summary>
#pragma warning disable CA1032 // Thrown in one place and caught in the next; it carries nothing.
internal sealed class Importkonflikt : Exception;
#pragma warning restore CA1032
