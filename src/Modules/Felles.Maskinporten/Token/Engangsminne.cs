using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Felles.Storage;

namespace Felles.Maskinporten.Token;

/// <summary>
/// Which <c>jti</c> have been used. It stands in the database, because a replay may reach another host, and is durable before the token
/// leaves, because a replay may come after a restart.
/// </summary>
internal sealed class Engangsminne(Database database, TimeProvider clock)
{
    private const string Bruk = "insert into maskinporten.jti (noekkel, utloeper) values (@noekkel, @utloeper) on conflict (noekkel) do nothing";

    // Another host, whose clock is behind, may still take an assertion that is too old by this one's.
    private static readonly TimeSpan Klokkemargin = TimeSpan.FromMinutes(5);

    // SQLite has one writer connection, used by one unit at a time: parsing the statement for every token would cost more than running it.
    private readonly ConditionalWeakTable<DbConnection, DbCommand> klargjort = [];

    /// <param name="utloeper">When the assertion itself is refused for its age, so that the memory may end.</param>
    public Task<bool> TryBrukAsync(string clientId, string jti, DateTimeOffset utloeper)
    {
        var (noekkel, sekunder) = (Noekkel(clientId, jti), utloeper.ToUnixTimeSeconds());
        return database.WriteAsync(async (unit, ct) =>
        {
            var bruk = unit.Dialect == Dialect.Sqlite ? klargjort.GetValue(unit.Connection, Kommando) : Kommando(unit.Connection);
            bruk.Transaction = unit.Transaction;
            bruk.Parameters[0].Value = noekkel;
            bruk.Parameters[1].Value = sekunder;
            return await bruk.ExecuteNonQueryAsync(ct) == 1;
        });
    }

    /// <summary>Has it been used? Uses nothing up.</summary>
    public ValueTask<bool> ErBruktAsync(string clientId, string jti, CancellationToken ct) => database.ReadPrimaryAsync(
        async (connection, ct) => await connection.ExecuteScalarAsync<long>(
            database.Sql("select count(*) from maskinporten.jti where noekkel = @noekkel"), new { noekkel = Noekkel(clientId, jti) }) > 0, ct);

    /// <summary>Removes what no assertion can repeat any more, on any host.</summary>
    public Task<int> RyddAsync(CancellationToken ct)
    {
        var grense = (clock.GetUtcNow() - Klokkemargin).ToUnixTimeSeconds();
        return database.WriteAsync(async (unit, ct) =>
            await unit.Connection.ExecuteAsync(
                unit.Sql("delete from maskinporten.jti where utloeper < @grense"), new { grense }, unit.Transaction), ct);
    }

    private DbCommand Kommando(DbConnection connection)
    {
        var kommando = connection.CreateCommand();
        kommando.CommandText = database.Sql(Bruk);
        kommando.AddParameter("noekkel", Array.Empty<byte>());
        kommando.AddParameter("utloeper", 0L);
        return kommando;
    }

    // A blank cannot stand in a client id, so two pairs never give one key; the hash bounds what a long jti costs.
    private static byte[] Noekkel(string clientId, string jti) => SHA256.HashData(Encoding.UTF8.GetBytes($"{clientId} {jti}"));
}
