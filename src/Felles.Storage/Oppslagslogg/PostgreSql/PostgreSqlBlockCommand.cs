using Felles.Storage.Oppslagslogg.Format;
using Npgsql;
using NpgsqlTypes;

namespace Felles.Storage.Oppslagslogg.PostgreSql;

/// <summary>
/// Block and tail in one prepared statement: one round trip and one transaction of its own. The block is inserted from the moved tail, so a
/// tail that is not where this writer left it stores nothing.
/// </summary>
internal sealed class PostgreSqlBlockCommand : IDisposable
{
    private const string Sql = """
        WITH tail AS (
            UPDATE oppslagslogg.writer SET blocks = $2, records = $4 + $5 - 1, hash = $8
            WHERE writer = $1 AND blocks = $2 - 1 AND hash = $10 AND closed IS NULL
            RETURNING writer)
        INSERT INTO oppslagslogg.block (writer, number, segment, first_record, records, time, month, hash, payload)
        SELECT tail.writer, $2, $3, $4, $5, $6, $7, $8, $9 FROM tail
        """;

    private readonly NpgsqlCommand _command;
    private readonly NpgsqlParameter<long>[] _numbers = new NpgsqlParameter<long>[7];
    private readonly NpgsqlParameter<byte[]> _hash = Bytes<byte[]>();
    private readonly NpgsqlParameter<ReadOnlyMemory<byte>> _payload = Bytes<ReadOnlyMemory<byte>>();
    private readonly NpgsqlParameter<byte[]> _previous = Bytes<byte[]>();

    public PostgreSqlBlockCommand(NpgsqlConnection connection)
    {
        _command = new NpgsqlCommand(Sql, connection);
        for (var i = 0; i < _numbers.Length; i++)
            _command.Parameters.Add(_numbers[i] = new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint });
        _command.Parameters.Add(_hash);
        _command.Parameters.Add(_payload);
        _command.Parameters.Add(_previous);
        _hash.TypedValue = [];
        _previous.TypedValue = [];
        _command.Prepare();
    }

    /// <summary>Returns the number of blocks stored.</summary>
    public int Execute(in BlockHeader header, ReadOnlyMemory<byte> payload, byte[] previousHash, byte[] hash)
    {
        _numbers[0].TypedValue = header.Writer;
        _numbers[1].TypedValue = header.Block;
        _numbers[2].TypedValue = header.Segment;
        _numbers[3].TypedValue = header.FirstRecord;
        _numbers[4].TypedValue = header.Records;
        _numbers[5].TypedValue = header.Time;
        _numbers[6].TypedValue = header.Month;
        _hash.TypedValue = hash;
        _payload.TypedValue = payload;
        _previous.TypedValue = previousHash;
        return _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();

    private static NpgsqlParameter<T> Bytes<T>() => new() { NpgsqlDbType = NpgsqlDbType.Bytea };
}
