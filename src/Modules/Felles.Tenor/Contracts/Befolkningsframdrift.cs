namespace Felles.Tenor.Contracts;

public enum Befolkningstrinn
{
    /// <summary>Households and numbers are decided.</summary>
    Planlegger,
    Virksomheter,
    Personer,
}

/// <summary>How far the making of a population has come.</summary>
/// <param name="Trinn">What is being done.</param>
/// <param name="Ferdig">Persons (or organisations) done in this step.</param>
/// <param name="Av">How many there will be.</param>
public readonly record struct Befolkningsframdrift(Befolkningstrinn Trinn, long Ferdig, long Av);

/// <summary>What was made and stored.</summary>
public sealed record Befolkningsrapport(long Personer, long Virksomheter);
