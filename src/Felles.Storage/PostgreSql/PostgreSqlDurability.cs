using Npgsql;

namespace Felles.Storage.PostgreSql;

/// <summary>Asks a new connection whether a commit that it acknowledges is on the disk.</summary>
internal static class PostgreSqlDurability
{
    private const string Question = """
        select current_setting('synchronous_commit'), current_setting('fsync'), current_setting('full_page_writes'), pg_backend_pid()
        """;

    public static DurabilityProof Prove(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Question, connection);
        using var reader = command.ExecuteReader();
        reader.Read();
        return Judge(reader);
    }

    public static async Task<DurabilityProof> ProveAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Question, connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return Judge(reader);
    }

    private static DurabilityProof Judge(NpgsqlDataReader row)
    {
        var (commit, fsync, pages) = (row.GetString(0), row.GetString(1), row.GetString(2));
        // "on" waits for the local disk (and a synchronous standby's); "remote_apply" waits for still more. "local" and "remote_write" give
        // up the standby's disk, "off" the local one too. Without full pages a power cut in the middle of a page leaves it torn for good.
        if (commit is not ("on" or "remote_apply") || fsync != "on" || pages != "on")
        {
            throw new DurabilityException(
                $"PostgreSQL answers synchronous_commit = {commit}, fsync = {fsync} and full_page_writes = {pages}, but acknowledged writes "
                + "are safe only with synchronous_commit = on (or remote_apply), fsync = on and full_page_writes = on. "
                + "Change the server's or the role's setting.");
        }

        return new DurabilityProof($"postgresql backend {row.GetInt32(3)}", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["synchronous_commit"] = commit,
            ["fsync"] = fsync,
            ["full_page_writes"] = pages,
        });
    }
}
