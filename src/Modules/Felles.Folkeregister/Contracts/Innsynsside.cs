using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg;

namespace Felles.Folkeregister.Contracts;

/// <summary>Look-ups of a person, newest first.</summary>
/// <param name="Oppslag">Perhaps fewer than asked for, or none, though more pages follow: most look-ups are not shown, and a page reads only
/// so many.</param>
/// <param name="Neste">Where the next page begins; null when there is no more.</param>
public sealed record Innsynsside(IReadOnlyList<Innsynsoppslag> Oppslag, LookupPosition? Neste);

/// <summary>One look-up that the person may see.</summary>
/// <param name="Tidspunkt">When the answer was given.</param>
/// <param name="Konsument">Who looked up.</param>
/// <param name="Leverandoer">Who did it for them; null when they did it themselves.</param>
/// <param name="Rettighet">The title of the rights package.</param>
/// <param name="Elementer">What was delivered of the person. Of a call about several persons: what was delivered of any.</param>
public sealed record Innsynsoppslag(
    DateTimeOffset Tidspunkt, Innsynsvirksomhet Konsument, Innsynsvirksomhet? Leverandoer, string Rettighet,
    IReadOnlyList<Personelement> Elementer);

/// <summary>An organisation as Enhetsregisteret has it now.</summary>
/// <param name="Organisasjonsnummer">As it stands in the log.</param>
/// <param name="Navn">Null when Enhetsregisteret does not know it.</param>
public sealed record Innsynsvirksomhet(Organisasjonsnummer Organisasjonsnummer, string? Navn);
