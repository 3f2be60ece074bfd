using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Last;
using Felles.Storage;

namespace Felles.Folkeregister.Contracts;

/// <summary>
/// Loads a whole population as baseline 0: documents, old numbers and search rows, without versions and without events.
/// The baseline is taken whole: one that was interrupted is removed before the next begins.
/// </summary>
public sealed class Personlast
{
    private readonly Grunnlagslast last;

    internal Personlast(Database database) => last = new Grunnlagslast(database);

    /// <summary>Whether a baseline can be loaded: nobody is registered, or all there is was left by a load that was interrupted.</summary>
    public ValueTask<bool> KanLastesAsync(CancellationToken ct = default) => last.KanBegynneAsync(ct);

    /// <summary>Loads every person the producers make; refuses when the register already holds persons.</summary>
    /// <param name="produsenter">How many sequences are drawn at the same time, each on a thread of its own.</param>
    /// <param name="produsent"> Makes sequence number 0 … <paramref name="produsenter"/> − 1, each element one person with all history. The
    /// same sequences give the same person keys and document ids.
    /// </param>
    /// <param name="framdrift">Told how many persons are stored, about once a batch.</param>
    /// <param name="ct">Stops the load; what was stored is removed by the next one.</param>
    /// <returns>How many persons were stored.</returns>
    /// <exception cref="InvalidOperationException">The register holds persons already.</exception>
    public Task<long> LastGrunnlagAsync(
        int produsenter,
        Func<int, IEnumerable<Folkeregisterperson>> produsent,
        IProgress<long>? framdrift = null,
        CancellationToken ct = default) => last.KjoerAsync(produsenter, produsent, framdrift, ct);
}
