using System.Data.Common;
using Felles.Storage.Oppslagslogg.Format;

namespace Felles.Storage.Oppslagslogg.Store;

/// <summary>
/// One writer's connection, used by one thread at a time and synchronously: SQLite has no other way, and a thread that waits for a disk
/// costs nothing.
/// </summary>
internal abstract class LogConnection : IDisposable
{
    public abstract DbConnection Connection { get; }

    public abstract LogStore Store { get; }

    public string Sql(string sql) => Store.Sql(sql);

    /// <summary>Reads the settings that decide whether a commit is on disk. Called before the first record is taken.</summary>
    public abstract DurabilityProof ProveDurability();

    public abstract void EnsureSchema();

    /// <summary>Makes room for a month. Called ahead of it, so that the first record of a month never waits for a table.</summary>
    public abstract void EnsureMonth(int month);

    /// <summary>A number for a new writer, claimed before anybody can see it.</summary>
    public abstract long ClaimNewWriter();

    /// <summary>True when no living process writes under this number; the claim then is ours until <see cref="ReleaseWriter"/>.</summary>
    public abstract bool TryClaimWriter(long writer);

    public abstract void ReleaseWriter(long writer);

    /// <summary>
    /// Stores the block and moves the writer's tail from <paramref name="previousHash"/> to <paramref name="hash"/> in one durable
    /// transaction. Throws when it did not, also when the tail in the store is not the one this writer left.
    /// </summary>
    public abstract void WriteBlock(in BlockHeader header, ReadOnlyMemory<byte> payload, byte[] previousHash, byte[] hash);

    public abstract void Dispose();
}
