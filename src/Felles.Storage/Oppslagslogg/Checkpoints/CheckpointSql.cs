namespace Felles.Storage.Oppslagslogg.Checkpoints;

internal static class CheckpointSql
{
    public const string Columns = """
        number, kind, writer, segment, first_block AS "FirstBlock", last_block AS "LastBlock", first_record AS "FirstRecord", records,
        time_from AS "TimeFrom", time_to AS "TimeTo", month, reason, time, start_hash AS "StartHash", end_hash AS "EndHash", hash
        """;

    public const string SelectAll = $"SELECT {Columns} FROM oppslagslogg.checkpoint ORDER BY number";
}
