namespace Felles.Storage.Oppslagslogg;

/// <summary>Look-ups, newest first.</summary>
/// <param name="Next">Where the next page begins; null when this is the last one.</param>
public sealed record LookupPage(IReadOnlyList<LoggedLookup> Lookups, LookupPosition? Next);

/// <summary>A record as it stands in the log.</summary>
public sealed record LoggedLookup(LookupPosition Position, LookupRecord Record);
