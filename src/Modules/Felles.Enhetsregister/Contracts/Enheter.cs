using Felles.Kernel.Identifikatorer;

namespace Felles.Enhetsregister.Contracts;

/// <summary>The organisations of the register: reading, saving, loading and exporting.</summary>
public sealed class Enheter
{
    internal Enheter()
    {
    }

    /// <summary>The unit of this number, struck off or not; null when there is none.</summary>
    public ValueTask<Enhet?> FinnAsync(Organisasjonsnummer nummer, CancellationToken ct = default) => throw NotConnected();

    public ValueTask<bool> FinnesAsync(Organisasjonsnummer nummer, CancellationToken ct = default) => throw NotConnected();

    public ValueTask<IReadOnlyList<Enhet>> SoekAsync(Enhetssoek soek, CancellationToken ct = default) => throw NotConnected();

    /// <summary>The roles that the person holds now, in any unit.</summary>
    public ValueTask<IReadOnlyList<Rolleforhold>> RollerForAsync(Folkeregisteridentifikator person, CancellationToken ct = default) =>
        throw NotConnected();

    /// <summary>Saves one unit; answers false when it was stored with exactly this content before.</summary>
    /// <exception cref="ArgumentException">The unit would not pass the checks of the import.</exception>
    public Task<bool> LagreAsync(Enhet enhet, CancellationToken ct = default) => throw NotConnected();

    /// <summary>
    /// Loads many units at the speed of the database. The numbers must not be registered yet, and the units are taken as they are, without the checks
    /// of the import: for a generator that is tested itself.
    /// </summary>
    /// <returns>How many were stored.</returns>
    public Task<long> LastInnAsync(IEnumerable<Enhet> enheter, CancellationToken ct = default) => throw NotConnected();

    /// <summary>Reads newline-delimited JSON, one unit a line, and takes the file whole or not at all. Importing it again changes nothing.</summary>
    public Task<Importsvar> ImporterAsync(Stream ndjson, CancellationToken ct = default) => throw NotConnected();

    /// <summary>Every unit as the compact JSON it came in as, without line end, in the order of the numbers.</summary>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> EksporterAsync(CancellationToken ct = default) => throw NotConnected();

    private static InvalidOperationException NotConnected() => new("The store of organisations is not connected yet.");
}
