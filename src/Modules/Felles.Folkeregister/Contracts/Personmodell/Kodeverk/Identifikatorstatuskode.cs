namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Whether a number is in use.</summary>
public enum Identifikatorstatuskode
{
    IBruk,
    Opphoert,
}
