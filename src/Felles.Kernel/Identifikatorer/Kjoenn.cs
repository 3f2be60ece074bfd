namespace Felles.Kernel.Identifikatorer;

/// <summary>The gender that the third digit of an individnummer tells until 2032: odd man, even woman.</summary>
public enum Kjoenn
{
    Mann,
    Kvinne,
}
