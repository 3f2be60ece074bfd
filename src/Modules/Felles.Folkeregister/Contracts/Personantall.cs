using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Contracts;

/// <summary>How many persons the register holds.</summary>
/// <param name="Alle">Everybody, the dead included.</param>
/// <param name="Doede">Those who are dead.</param>
/// <param name="Skjermede">Those with a protected address.</param>
/// <param name="EtterStatus">By current status.</param>
public sealed record Personantall(long Alle, long Doede, long Skjermede, IReadOnlyDictionary<Personstatus, long> EtterStatus);
