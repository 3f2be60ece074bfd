namespace Felles.Folkeregister.Contracts;

/// <summary>
/// Loads a whole population as baseline 0: documents, old numbers and search rows, without versions and without events.
/// The baseline is taken whole: one that was interrupted is removed before the next begins.
/// </summary>
public sealed class Personlast
{
    internal Personlast()
    {
    }

    /// <summary>Loads every person the producers make; refuses when the register already holds persons.</summary>
    /// <param name="produsenter">How many sequences are drawn at the same time, each on a thread of its own.</param>
    /// <param name="produsent">
    /// Makes sequence number 0 … <paramref name="produsenter"/> − 1. Each element is one person's complete document with history in wire form and
    /// wire order (UTF-8, compact). Numbers, index and search fields are read from it here. The memory needs to hold only until the next element is asked for.
    /// </param>
    /// <param name="framdrift">Told how many persons are stored, about once a batch.</param>
    /// <param name="ct">Stops the load; what was stored is removed by the next one.</param>
    /// <returns>How many persons were stored.</returns>
    public Task<long> LastGrunnlagAsync(
        int produsenter,
        Func<int, IEnumerable<ReadOnlyMemory<byte>>> produsent,
        IProgress<long>? framdrift = null,
        CancellationToken ct = default) =>
        Task.FromException<long>(new InvalidOperationException("The person store is not connected yet."));
}
