using Dapper;
using Npgsql;

namespace Felles.Storage.Oppslagslogg.PostgreSql;

/// <summary>Creates the tables and the partitions of months. Hosts that start at the same time take turns.</summary>
internal static class PostgreSqlLogSchema
{
    private const long Version = 2;

    /// <summary>"FLOGDDL" in two parts; DDL of this schema is done by one session at a time.</summary>
    private const long DdlLock = 0x464C_4F47_4444_4CL;

    // Payloads are short and hardly compressible identifiers: compressing them would cost the server more than the space it saves.
    // The key of a block ends with the month, because a block is asked for by writer and number, and the month is often not known.
    private const string Tables = """
        CREATE SCHEMA IF NOT EXISTS oppslagslogg;
        CREATE TABLE oppslagslogg.schema_version (version bigint NOT NULL);
        INSERT INTO oppslagslogg.schema_version VALUES (2);
        CREATE SEQUENCE oppslagslogg.writer_number;
        CREATE TABLE oppslagslogg.writer (
            writer bigint PRIMARY KEY, opened bigint NOT NULL, host text NOT NULL, start_hash bytea NOT NULL,
            blocks bigint NOT NULL, records bigint NOT NULL, hash bytea NOT NULL,
            sealed_segments bigint NOT NULL, sealed_blocks bigint NOT NULL, sealed_records bigint NOT NULL, sealed_hash bytea NOT NULL,
            closed bigint NULL) WITH (fillfactor = 50);
        CREATE TABLE oppslagslogg.block (
            writer bigint NOT NULL, number bigint NOT NULL, segment bigint NOT NULL, first_record bigint NOT NULL, records bigint NOT NULL,
            time bigint NOT NULL, month bigint NOT NULL, hash bytea NOT NULL, payload bytea NOT NULL,
            PRIMARY KEY (writer, number, month)) PARTITION BY LIST (month);
        ALTER TABLE oppslagslogg.block ALTER COLUMN payload SET STORAGE EXTERNAL;
        CREATE TABLE oppslagslogg.checkpoint (
            number bigint PRIMARY KEY, kind bigint NOT NULL, writer bigint NOT NULL, segment bigint NOT NULL,
            first_block bigint NOT NULL, last_block bigint NOT NULL, first_record bigint NOT NULL, records bigint NOT NULL,
            time_from bigint NOT NULL, time_to bigint NOT NULL, month bigint NOT NULL, reason bigint NOT NULL, time bigint NOT NULL,
            start_hash bytea NOT NULL, end_hash bytea NOT NULL, hash bytea NOT NULL);
        CREATE TABLE oppslagslogg.chain (id bigint PRIMARY KEY CHECK (id = 1), checkpoints bigint NOT NULL, hash bytea NOT NULL);
        INSERT INTO oppslagslogg.chain VALUES (1, 0, decode(repeat('00', 32), 'hex'));
        """ + Index;

    private const string Index = """
        CREATE TABLE oppslagslogg.index_cursor (writer bigint PRIMARY KEY, start_hash bytea NOT NULL, block bigint NOT NULL);
        CREATE TABLE oppslagslogg.index_run (
            writer bigint NOT NULL, run bigint NOT NULL, segment bigint NOT NULL, month bigint NOT NULL, last_block bigint NOT NULL,
            time_from bigint NOT NULL, time_to bigint NOT NULL, PRIMARY KEY (writer, run));
        CREATE TABLE oppslagslogg.index_page (
            writer bigint NOT NULL, run bigint NOT NULL, kind bigint NOT NULL, key bigint NOT NULL,
            time bigint NOT NULL, number bigint NOT NULL, entries bytea NOT NULL, PRIMARY KEY (writer, run, kind, key, time, number));
        ALTER TABLE oppslagslogg.index_page ALTER COLUMN entries SET STORAGE EXTERNAL;
        """;

    /// <summary>The index is derived and built again.</summary>
    private const string FromVersion1 = """
        ALTER TABLE oppslagslogg.block DROP CONSTRAINT block_pkey;
        ALTER TABLE oppslagslogg.block ADD PRIMARY KEY (writer, number, month);
        DROP TABLE oppslagslogg.index_cursor, oppslagslogg.index_run, oppslagslogg.index_page;
        UPDATE oppslagslogg.schema_version SET version = 2;
        """ + Index;

    public static void Ensure(NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("SELECT pg_advisory_xact_lock(@DdlLock)", new { DdlLock }, transaction);
        var exists = connection.ExecuteScalar<bool>(
            "SELECT to_regclass('oppslagslogg.schema_version') IS NOT NULL", transaction: transaction);
        if (!exists)
            connection.Execute(Tables, transaction: transaction);
        var version = connection.ExecuteScalar<long>("SELECT version FROM oppslagslogg.schema_version", transaction: transaction);
        if (version > Version)
            throw new InvalidOperationException(
                $"The look-up log has schema {version}; this program knows {Version}. Start a newer program.");
        if (version == 1)
            connection.Execute(FromVersion1, transaction: transaction, commandTimeout: 0);
        transaction.Commit();
    }

    public static void EnsureMonth(NpgsqlConnection connection, int month)
    {
        // Asked first: CREATE … IF NOT EXISTS locks the parent table even when there is nothing to do, and appends of all hosts would wait
        // for it.
        if (connection.ExecuteScalar<bool>($"SELECT to_regclass('oppslagslogg.block_{month}') IS NOT NULL"))
            return;
        using var transaction = connection.BeginTransaction();
        connection.Execute("SELECT pg_advisory_xact_lock(@DdlLock)", new { DdlLock }, transaction);
        connection.Execute(
            $"CREATE TABLE IF NOT EXISTS oppslagslogg.block_{month} PARTITION OF oppslagslogg.block FOR VALUES IN ({month})",
            transaction: transaction);
        transaction.Commit();
    }
}
