namespace Felles.Storage.Oppslagslogg.Reading;

/// <summary>A position and the month its block lies in, which spares PostgreSQL the other partitions.</summary>
internal readonly record struct FoundLookup(LookupPosition Position, long Month);
