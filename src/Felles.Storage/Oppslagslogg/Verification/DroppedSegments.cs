using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Checkpoints;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg.Verification;

internal static class DroppedSegments
{
    public static Task<bool> ContainAsync(LogStore store, DbConnection connection, Stretch stretch) => connection.ExecuteScalarAsync<bool>(
        store.Sql("SELECT EXISTS (SELECT 1 FROM oppslagslogg.checkpoint WHERE kind = @Kind AND writer = @Writer AND segment = @Segment)"),
        new { Kind = CheckpointKind.SegmentDropped, stretch.Writer, stretch.Segment });
}
