namespace Felles.Folkeregister.Import;

/// <summary>Carries the faults out of the unit of work, which it undoes.</summary>
#pragma warning disable CA1032 // Thrown in one place, with what it carries.
internal sealed class Importkonflikt(Feilsamling feil) : Exception
#pragma warning restore CA1032
{
    public Feilsamling Feil { get; } = feil;
}
