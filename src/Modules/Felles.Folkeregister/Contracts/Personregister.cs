using System.IO.Pipelines;
using Felles.Folkeregister.Import;

namespace Felles.Folkeregister.Contracts;

/// <summary>Persons in and out as files: one document in wire form a line (UTF-8 JSON).</summary>
public sealed class Personregister
{
    private readonly Personimport import;
    private readonly Personeksport eksport;

    internal Personregister(Personimport import, Personeksport eksport) => (this.import, this.eksport) = (import, eksport);

    /// <summary>
    /// Takes the whole file or nothing. Every change is a new version with an event; a person whose document is the same is left alone.
    /// Memory grows by some tens of bytes a person, the documents wait in a temporary file.
    /// </summary>
    /// <param name="linjer">Read to the end; not completed.</param>
    /// <param name="ct">Ends the import; nothing is taken.</param>
    public Task<Personimportsvar> ImporterAsync(PipeReader linjer, CancellationToken ct = default) => import.KjoerAsync(linjer, ct);

    /// <summary>Writes every person's current document with history, one a line, in the order of the numbers.</summary>
    /// <param name="mottaker">Flushed page by page; not completed.</param>
    /// <param name="ct">Ends the export.</param>
    public Task<long> EksporterAsync(PipeWriter mottaker, CancellationToken ct = default) => eksport.KjoerAsync(mottaker, ct);
}
