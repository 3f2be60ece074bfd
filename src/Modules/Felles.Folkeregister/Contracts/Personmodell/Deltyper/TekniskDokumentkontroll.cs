using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Outcome of a technical check of a document.</summary>
public sealed record TekniskDokumentkontroll
{
    public required string Dokumentkontrollstatus { get; init; }

    public Tidspunkt? Dokumentkontrolltidspunkt { get; init; }
}
