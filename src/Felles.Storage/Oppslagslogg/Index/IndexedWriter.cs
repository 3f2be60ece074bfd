namespace Felles.Storage.Oppslagslogg.Index;

/// <summary>A writer as the log has it now: the chain, and how far it has come.</summary>
internal sealed class IndexedWriter
{
    public const string Select = """
        SELECT writer, blocks, sealed_segments AS "SealedSegments", start_hash AS "StartHash" FROM oppslagslogg.writer ORDER BY writer
        """;

    public long Writer { get; init; }

    public long Blocks { get; init; }

    public long SealedSegments { get; init; }

    public byte[] StartHash { get; init; } = [];
}
