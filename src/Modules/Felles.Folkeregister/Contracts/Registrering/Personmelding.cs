using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>One change of the register, as a producer or a case worker reports it. Each kind is a type of its own in this folder.</summary>
public abstract record Personmelding
{
    private protected Personmelding()
    {
    }

    public required Registreringsgrunn Grunn { get; init; }

    /// <summary>Whether it may put a new person into the register, or take a number for one.</summary>
    internal virtual bool TildelerNummer => false;

    /// <summary>
    /// The persons that the message names. Their rows are held in the order of their numbers before all else, so that two messages about
    /// the same persons do not wait for each other.
    /// </summary>
    internal virtual IEnumerable<Folkeregisteridentifikator> Deltakere => [];

    /// <summary>Loads the persons, guards, and makes the change on them. Nothing is written yet.</summary>
    internal abstract ValueTask UtfoerAsync(Registreringsgang gang);
}
