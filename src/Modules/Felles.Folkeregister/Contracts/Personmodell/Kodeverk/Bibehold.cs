namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Status of the leave to keep a citizenship.</summary>
public enum Bibehold
{
    HarBibehold,
    HarIkkeLengerBibehold,
    NorskStatsborgerTrengerIkkeBibehold,
}
