using Felles.Folkeregister.Contracts.Hendelser;

namespace Felles.Folkeregister.Lager;

/// <summary>One event that tells of a new document.</summary>
/// <param name="Type">What happened.</param>
internal sealed record Nyhendelse(Hendelsestype Type)
{
    /// <summary>The number the event is about, where it is not the one the person has now.</summary>
    public long? Identifikator { get; init; }
}
