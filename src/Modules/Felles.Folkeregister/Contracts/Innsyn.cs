using Felles.Enhetsregister.Contracts;
using Felles.Folkeregister.Innsynsregler;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;

namespace Felles.Folkeregister.Contracts;

/// <summary>
/// What a citizen may see of who looked the citizen up (folkeregisterloven § 10-1 third paragraph): look-ups by private bodies without a
/// statute, one person at a time. Which services and packages that is stands in <c>data/folkeregister/innsyn.csv</c>, with the basis of
/// each; what is not named there is not shown.
/// </summary>
public sealed class Innsyn
{
    private readonly Innsynsoek soek;

    internal Innsyn(Database database, LookupLogReader logg, Enheter enheter) => soek = new Innsynsoek(database, logg, enheter);

    /// <summary>
    /// Newest first, of all numbers the person has or had. The caller has made sure that it is the person who asks, or somebody who may see
    /// the same.
    /// </summary>
    /// <param name="person">Any number of the person.</param>
    /// <param name="etter">The <see cref="Innsynsside.Neste"/> of the page before.</param>
    /// <param name="maks">The longest page.</param>
    /// <param name="ct">Ends the search.</param>
    public Task<Innsynsside> FinnAsync(
        Folkeregisteridentifikator person, LookupPosition? etter = null, int maks = 20, CancellationToken ct = default) =>
        soek.FinnAsync(person, etter, maks, ct);
}
