namespace Felles.Storage;

/// <summary>
/// One event of a stream. Numbers start at 1 and have no gaps; <see cref="Tidspunkt"/> is the database's clock at publication, to the
/// microsecond.
/// </summary>
public readonly record struct SequencedEvent(
    long Sekvensnummer, string Type, long Noekkel, ReadOnlyMemory<byte> Innhold, DateTimeOffset Tidspunkt);
