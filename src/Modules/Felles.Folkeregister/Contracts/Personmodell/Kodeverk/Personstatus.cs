namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>
/// Status of a person. Aktiv is never registered: it is what packages without right see instead of four confidential statuses.
/// </summary>
public enum Personstatus
{
    Bosatt,
    Utflyttet,
    Forsvunnet,
    Doed,
    Opphoert,
    Foedselsregistrert,
    Midlertidig,
    Inaktiv,
    IkkeBosatt,
    Aktiv,
}
