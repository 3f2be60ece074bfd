namespace Felles.Kernel.Identifikatorer;

/// <summary>The two check digits that a payee's bank agreement may choose for its KID.</summary>
[Flags]
public enum Kidkontroll
{
    Ingen = 0,
    Mod10 = 1,
    Mod11 = 2,
}
