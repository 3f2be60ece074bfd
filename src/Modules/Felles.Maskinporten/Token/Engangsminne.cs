using System.Security.Cryptography;
using System.Text;
using Dapper;
using Felles.Storage;

namespace Felles.Maskinporten.Token;

/// <summary>
/// Which <c>jti</c> have been used. It stands in the database, because a replay may reach another host, and is durable before the token
/// is made, because a replay may come after a restart.
/// </summary>
internal sealed class Engangsminne(Database database, TimeProvider clock)
{
    /// <param name="utloeper">When the assertion itself is refused for its age, so that the memory may end.</param>
    public Task<bool> TryBrukAsync(string clientId, string jti, DateTimeOffset utloeper)
    {
        var bruk = new { noekkel = Noekkel(clientId, jti), utloeper = utloeper.ToUnixTimeSeconds() };
        return database.WriteAsync(async (unit, ct) =>
            await unit.Connection.ExecuteAsync(
                unit.Sql("insert into maskinporten.jti (noekkel, utloeper) values (@noekkel, @utloeper) on conflict (noekkel) do nothing"),
                bruk,
                unit.Transaction) == 1);
    }

    /// <summary>Removes what no assertion can repeat any more.</summary>
    public Task<int> RyddAsync(CancellationToken ct)
    {
        var naa = clock.GetUtcNow().ToUnixTimeSeconds();
        return database.WriteAsync(async (unit, ct) =>
            await unit.Connection.ExecuteAsync(
                unit.Sql("delete from maskinporten.jti where utloeper < @naa"), new { naa }, unit.Transaction), ct);
    }

    // A blank cannot stand in a client id, so two pairs never give one key; the hash bounds what a long jti costs.
    private static byte[] Noekkel(string clientId, string jti) => SHA256.HashData(Encoding.UTF8.GetBytes($"{clientId} {jti}"));
}
