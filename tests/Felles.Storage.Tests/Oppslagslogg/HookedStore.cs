using System.Data.Common;
using Felles.Storage.Oppslagslogg.Format;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Tests.Oppslagslogg;

/// <summary>A store whose commits a test can hold back, break before they happen, or break after they happened.</summary>
internal sealed class HookedStore(LogStore inner) : LogStore
{
    public Action BeforeWrite { get; set; } = () => { };

    public Action AfterWrite { get; set; } = () => { };

    /// <summary>What a badly set server would answer.</summary>
    public DurabilityProof? Durability { get; init; }

    public Action BeforeOpen { get; set; } = () => { };

    /// <summary>Around the attempt to drop a month.</summary>
    public Action BeforeMonth { get; set; } = () => { };

    public Action AfterMonth { get; set; } = () => { };

    /// <summary>How many statements were made ready.</summary>
    public int Statements { get; set; }

    public override LogConnection OpenWriter()
    {
        BeforeOpen();
        return new Connected(this, inner.OpenWriter());
    }

    public override LogConnection? OpenSealer() => inner.OpenSealer();

    public override ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct) => inner.OpenReaderAsync(ct);

    public override DbTransaction BeginSnapshot(DbConnection connection) => inner.BeginSnapshot(connection);

    public override string Sql(string sql)
    {
        Statements++;
        return inner.Sql(sql);
    }

    public override string ForUpdate => inner.ForUpdate;

    public override string PagesOfRuns => inner.PagesOfRuns;

    public override ValueTask<DbConnection> OpenIndexAsync(CancellationToken ct) => inner.OpenIndexAsync(ct);

    public override ValueTask<LogKeeper?> TryOpenKeeperAsync(CancellationToken ct) => inner.TryOpenKeeperAsync(ct);

    public override async ValueTask<bool> TryDropMonthAsync(DbConnection connection, long month, CancellationToken ct)
    {
        BeforeMonth();
        var dropped = await inner.TryDropMonthAsync(connection, month, ct);
        AfterMonth();
        return dropped;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Connected(HookedStore hooks, LogConnection inner) : LogConnection
    {
        public override DbConnection Connection => inner.Connection;

        public override LogStore Store => hooks;

        public override DurabilityProof ProveDurability() => hooks.Durability ?? inner.ProveDurability();

        public override void EnsureSchema() => inner.EnsureSchema();

        public override void EnsureMonth(int month) => inner.EnsureMonth(month);

        public override long ClaimNewWriter() => inner.ClaimNewWriter();

        public override bool TryClaimWriter(long writer) => inner.TryClaimWriter(writer);

        public override void ReleaseWriter(long writer) => inner.ReleaseWriter(writer);

        public override void WriteBlock(in BlockHeader header, ReadOnlyMemory<byte> payload, byte[] previousHash, byte[] hash)
        {
            hooks.BeforeWrite();
            inner.WriteBlock(header, payload, previousHash, hash);
            hooks.AfterWrite();
        }

        public override void Dispose() => inner.Dispose();
    }
}
