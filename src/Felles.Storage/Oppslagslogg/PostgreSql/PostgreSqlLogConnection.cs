using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Format;
using Felles.Storage.Oppslagslogg.Store;
using Npgsql;

namespace Felles.Storage.Oppslagslogg.PostgreSql;

/// <summary>
/// One of many writers. An advisory lock held by the session is the sign of life that other hosts look for before they seal its chain.
/// </summary>
internal sealed class PostgreSqlLogConnection(PostgreSqlLogStore store, NpgsqlConnection connection) : LogConnection
{
    /// <summary>"FLOG": keeps these locks apart from others in the database.</summary>
    private const int LockClass = 0x464C4F47;

    private PostgreSqlBlockCommand? _block;

    public override DbConnection Connection => connection;

    public override LogStore Store => store;

    public override DurabilityProof ProveDurability()
    {
        // A server may be set to answer early by default; this session asks for the full promise, and then reads what it got. Remote_apply
        // promises more than "on": whoever has set it waits for the standbys too, and goes on doing so.
        connection.Execute(
            "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') <> 'remote_apply'");
        var settings = new SortedList<string, string>(StringComparer.Ordinal);
        foreach (var name in (string[])["fsync", "full_page_writes", "synchronous_commit"])
            settings.Add(name, connection.ExecuteScalar<string>($"SHOW {name}")!);
        return new DurabilityProof($"postgresql backend {connection.ProcessID}", settings)
        {
            Durable = settings.Values.All(value => value is "on" or "remote_apply"),
        };
    }

    public override void EnsureSchema() => PostgreSqlLogSchema.Ensure(connection);

    public override void EnsureMonth(int month) => PostgreSqlLogSchema.EnsureMonth(connection, month);

    public override long ClaimNewWriter()
    {
        var writer = connection.ExecuteScalar<long>("SELECT nextval('oppslagslogg.writer_number')");
        return TryClaimWriter(writer) ? writer : throw new DatabaseUnavailableException($"Writer {writer} is claimed by another session.");
    }

    public override bool TryClaimWriter(long writer) =>
        connection.ExecuteScalar<bool>("SELECT pg_try_advisory_lock(@LockClass, @number)", new { LockClass, number = (int)writer });

    public override void ReleaseWriter(long writer)
    {
        // After a lost connection the server has released it already, and asking would hide the error that brought us here.
        if (connection.State == System.Data.ConnectionState.Open)
            connection.ExecuteScalar<bool>("SELECT pg_advisory_unlock(@LockClass, @number)", new { LockClass, number = (int)writer });
    }

    public override void WriteBlock(in BlockHeader header, ReadOnlyMemory<byte> payload, byte[] previousHash, byte[] hash)
    {
        _block ??= new PostgreSqlBlockCommand(connection);
        if (_block.Execute(header, payload, previousHash, hash) != 1)
            throw new DatabaseUnavailableException(
                $"The tail of writer {header.Writer} in the look-up log is not the one this program left.");
    }

    public override void Dispose()
    {
        _block?.Dispose();
        connection.Dispose();
    }
}
