using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Format;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg.Checkpoints;

/// <summary>Appends links. The head row is locked while a link is made, so hosts that seal at the same time form one line.</summary>
internal static class CheckpointChain
{
    public static readonly byte[] Genesis = new byte[BlockHeader.HashSize];

    public static Checkpoint Append(LogConnection log, DbTransaction transaction, Checkpoint draft)
    {
        var connection = log.Connection;
        var head = connection.QuerySingle<Head>(
            log.Sql("SELECT checkpoints, hash FROM oppslagslogg.chain WHERE id = 1") + log.ForUpdate, transaction: transaction);
        var link = draft with { Number = head.Checkpoints + 1 };
        link = link with { Hash = link.ComputeHash(head.Hash) };
        connection.Execute(
            log.Sql("""
                INSERT INTO oppslagslogg.checkpoint (number, kind, writer, segment, first_block, last_block, first_record, records,
                    time_from, time_to, month, reason, time, start_hash, end_hash, hash)
                VALUES (@Number, @Kind, @Writer, @Segment, @FirstBlock, @LastBlock, @FirstRecord, @Records,
                    @TimeFrom, @TimeTo, @Month, @Reason, @Time, @StartHash, @EndHash, @Hash)
                """),
            link,
            transaction);
        connection.Execute(
            log.Sql("UPDATE oppslagslogg.chain SET checkpoints = @Number, hash = @Hash WHERE id = 1"), new { link.Number, link.Hash }, transaction);
        return link;
    }

    internal sealed class Head
    {
        public long Checkpoints { get; init; }

        public byte[] Hash { get; init; } = [];
    }
}
