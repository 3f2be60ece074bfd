using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Format;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg.Checkpoints;

/// <summary>Appends links. The head row is locked while a link is made, so hosts that seal at the same time form one line.</summary>
internal static class CheckpointChain
{
    public static readonly byte[] Genesis = new byte[BlockHeader.HashSize];

    public static Checkpoint Append(LogStore store, DbConnection connection, DbTransaction transaction, Checkpoint draft)
    {
        var head = connection.QuerySingle<Head>(
            store.Sql("SELECT checkpoints, hash FROM oppslagslogg.chain WHERE id = 1") + store.ForUpdate, transaction: transaction);
        var link = draft with { Number = head.Checkpoints + 1 };
        link = link with { Hash = link.ComputeHash(head.Hash) };
        connection.Execute(
            store.Sql("""
                INSERT INTO oppslagslogg.checkpoint (number, kind, writer, segment, first_block, last_block, first_record, records,
                    time_from, time_to, month, reason, time, start_hash, end_hash, hash)
                VALUES (@Number, @Kind, @Writer, @Segment, @FirstBlock, @LastBlock, @FirstRecord, @Records,
                    @TimeFrom, @TimeTo, @Month, @Reason, @Time, @StartHash, @EndHash, @Hash)
                """),
            link,
            transaction);
        connection.Execute(
            store.Sql("UPDATE oppslagslogg.chain SET checkpoints = @Number, hash = @Hash WHERE id = 1"), new { link.Number, link.Hash },
            transaction);
        return link;
    }

    internal sealed class Head
    {
        public long Checkpoints { get; init; }

        public byte[] Hash { get; init; } = [];
    }
}
