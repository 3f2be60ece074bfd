using System.IO.Pipelines;
using Felles.Folkeregister.Import;
using Felles.Web.Ndjson;

namespace Felles.Folkeregister.Contracts;

/// <summary>Persons in and out as files: one document in wire form a line (UTF-8 JSON).</summary>
public sealed class Personregister
{
    private readonly Personimport import;
    private readonly Personeksport eksport;

    internal Personregister(Personimport import, Personeksport eksport) => (this.import, this.eksport) = (import, eksport);

    /// <summary>
    /// Takes the whole file or nothing. Every change is a new version with an event; a person whose document is the same is left alone.
    /// Memory grows by some tens of bytes a person, the documents wait in the data folder.
    /// </summary>
    /// <param name="linjer">Read to the end; not completed.</param>
    /// <param name="framdrift">Told about once a thousand lines that are read, and once a few hundred that are stored; while storing on the
    /// thread of the database's writer, so it must be quick.</param>
    /// <param name="ct">Ends the import; nothing is taken.</param>
    /// <exception cref="SpoolException">The documents could not be laid aside.</exception>
    public Task<Personimportsvar> ImporterAsync(
        PipeReader linjer, IProgress<Importframdrift>? framdrift, CancellationToken ct = default) =>
        import.KjoerAsync(linjer, framdrift, ct);

    /// <inheritdoc cref="ImporterAsync(PipeReader, IProgress{Importframdrift}, CancellationToken)"/>
    public Task<Personimportsvar> ImporterAsync(PipeReader linjer, CancellationToken ct = default) => ImporterAsync(linjer, null, ct);

    /// <summary>
    /// Writes every person's current document with history, one a line, in the order in which the persons came. Each person comes once,
    /// also when numbers change meanwhile; but an export during writes is no picture of one moment.
    /// </summary>
    /// <param name="mottaker">Flushed page by page; not completed.</param>
    /// <param name="ct">Ends the export.</param>
    public Task<long> EksporterAsync(PipeWriter mottaker, CancellationToken ct = default) => eksport.KjoerAsync(mottaker, ct);
}
