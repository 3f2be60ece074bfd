using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts;

/// <summary>A person's current document, whole: no package's cut. Who hands it on answers for what the receiver may see.</summary>
/// <param name="Identifikator">The number the person has now; perhaps not the one that was asked for.</param>
/// <param name="Personnoekkel">The key that never changes.</param>
/// <param name="Dokumentid">The id of this document.</param>
/// <param name="Dokument">Wire form and order, UTF-8 JSON, with history.</param>
public sealed record Registrertperson(
    Folkeregisteridentifikator Identifikator, long Personnoekkel, Dokumentidentifikator Dokumentid, ReadOnlyMemory<byte> Dokument)
{
    public Folkeregisterperson Modell() => Personleser.Les(Dokument.Span);
}
