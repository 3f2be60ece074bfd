using Felles.Folkeregister.Contracts.Hendelser;

namespace Felles.Folkeregister.Lager;

/// <summary>One event that tells of a new document.</summary>
/// <param name="Type">What happened.</param>
internal sealed record Nyhendelse(Hendelsestype Type)
{
    /// <summary>The number the event is about, where it is not the one the person has now.</summary>
    public long? Identifikator { get; init; }

    /// <summary>
    /// What was changed, as the list <c>egenskapshendelse</c> of the event document. Of a person who is new it is made from the document
    /// when nothing stands here.
    /// </summary>
    public ReadOnlyMemory<byte> Egenskaper { get; init; }
}
