using System.Text.Json;
using Felles.Enhetsregister.Dokument;
using Felles.Enhetsregister.Import;
using Felles.Enhetsregister.Lager;
using Felles.Enhetsregister.Oppslag;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Web.Ndjson;

namespace Felles.Enhetsregister.Contracts;

/// <summary>The organisations of the register: reading, saving, loading and exporting.</summary>
public sealed class Enheter
{
    // One unit of work of the bulk load; the writer is free for others in between.
    private const int Lasteporsjon = 5000;

    private readonly Database database;
    private readonly Enhetsoppslag oppslag;
    private readonly Enhetsimport import;

    internal Enheter(Database database, Enhetsoppslag oppslag, Enhetsimport import) =>
        (this.database, this.oppslag, this.import) = (database, oppslag, import);

    /// <summary>The unit of this number, struck off or not; null when there is none.</summary>
    public ValueTask<Enhet?> FinnAsync(Organisasjonsnummer nummer, CancellationToken ct = default) => oppslag.FinnAsync(nummer, ct);

    /// <summary>Is the number registered? Read from the primary, so a unit saved a moment ago is found.</summary>
    public ValueTask<bool> FinnesAsync(Organisasjonsnummer nummer, CancellationToken ct = default) => oppslag.FinnesAsync(nummer, ct);

    /// <summary>How many units there are, struck off ones included.</summary>
    public ValueTask<long> TellAsync(CancellationToken ct = default) => oppslag.TellAsync(ct);

    public ValueTask<IReadOnlyList<Enhet>> SoekAsync(Enhetssoek soek, CancellationToken ct = default) => oppslag.SoekAsync(soek, ct);

    /// <summary>The roles that the person holds now, in any unit.</summary>
    public ValueTask<IReadOnlyList<Rolleforhold>> RollerForAsync(Folkeregisteridentifikator person, CancellationToken ct = default) =>
        oppslag.RollerForAsync(person, ct);

    /// <summary>The unit as the compact JSON that the import takes for a line, without line end.</summary>
    public static ReadOnlyMemory<byte> Skriv(Enhet enhet) => Enhetsdokument.Skriv(enhet);

    /// <summary>Saves one unit; answers false when it was stored with exactly this content before.</summary>
    /// <exception cref="ArgumentException">The unit would not pass the checks of the import.</exception>
    public async Task<bool> LagreAsync(Enhet enhet, CancellationToken ct = default)
    {
        var rad = Enhetsrad.Av(enhet);
        using (var dokument = JsonDocument.Parse(rad.Dokument))
        {
            if (Enhetsdom.Doem(dokument.RootElement) is [var feil, ..])
                throw new ArgumentException($"Unit {enhet.Organisasjonsnummer}: {feil.Feil.Kode} at {feil.Sti}.", nameof(enhet));
        }

        var lagret = await database.WriteAsync((arbeid, avbrudd) => Enhetslager.LagreAsync(arbeid, [rad], avbrudd), ct);
        return lagret.Uendret == 0;
    }

    /// <summary>
    /// Loads many units at the speed of the database, in portions: for a generator that is tested itself, so the units are taken without
    /// the checks of the import. A load that was interrupted is simply run again.
    /// </summary>
    /// <returns>How many units were new or had another content.</returns>
    public async Task<long> LastInnAsync(IEnumerable<Enhet> enheter, CancellationToken ct = default)
    {
        var lagret = default(Lagret);
        foreach (var porsjon in enheter.Chunk(Lasteporsjon))
        {
            var rader = porsjon.Select(Enhetsrad.Av).ToArray();
            lagret += await database.WriteAsync((arbeid, avbrudd) => Enhetslager.LagreAsync(arbeid, rader, avbrudd), ct);
        }

        return lagret.Nye + lagret.Endret;
    }

    /// <summary>
    /// Reads newline-delimited JSON, one unit a line, and takes the file whole or not at all. Importing it again changes nothing. Members
    /// that the register does not use are kept as they are.
    /// </summary>
    /// <param name="ndjson">Read to the end; not disposed.</param>
    /// <param name="framdrift">Told about once a thousand lines that are read, and once a few tens that are stored; while storing on the
    /// thread of the database's writer, so it must be quick.</param>
    /// <param name="ct">Ends the import; nothing is taken.</param>
    /// <exception cref="SpoolException">The units could not be laid aside.</exception>
    public Task<Importsvar> ImporterAsync(
        Stream ndjson, IProgress<Importframdrift>? framdrift, CancellationToken ct = default) =>
        import.ImporterAsync(ndjson, framdrift, ct);

    /// <inheritdoc cref="ImporterAsync(Stream, IProgress{Importframdrift}, CancellationToken)"/>
    public Task<Importsvar> ImporterAsync(Stream ndjson, CancellationToken ct = default) => ImporterAsync(ndjson, null, ct);

    /// <summary>
    /// Every unit as the compact JSON it came in as, without line end, in the order of the numbers. An export during writes is no picture
    /// of one moment.
    /// </summary>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> EksporterAsync(CancellationToken ct = default) => oppslag.EksporterAsync(ct);
}
