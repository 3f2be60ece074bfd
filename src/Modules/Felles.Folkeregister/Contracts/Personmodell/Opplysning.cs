using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>What every entry of a person document says about itself, before its own members.</summary>
public abstract record Opplysning
{
    /// <summary>When it was written into the register.</summary>
    public Tidspunkt? Ajourholdstidspunkt { get; init; }

    /// <summary>True: part of the present picture. False: history. An entry that does not say is taken as current.</summary>
    public bool? ErGjeldende { get; init; }

    /// <summary>Who reported it; open text.</summary>
    public string? Kilde { get; init; }

    /// <summary>Why; open text.</summary>
    public string? Aarsak { get; init; }

    /// <summary>From when it is true in the real world.</summary>
    public Tidspunkt? Gyldighetstidspunkt { get; init; }

    /// <summary>When it ended without being replaced.</summary>
    public Tidspunkt? Opphoerstidspunkt { get; init; }
}
