using System.Net;
using Npgsql;

namespace Felles.Host.Tests.Utfall;

/// <summary>A host that would refuse its callers says so to the load balancer, and says what it lacks.</summary>
public sealed class ReadinessTests
{
    private const string Person = "/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/24907999374";

    [Fact]
    public async Task A_look_up_log_that_is_not_durable_makes_the_host_unready_until_it_is_open_again()
    {
        await using var vert = await Postgresvert.StartAsync();
        Assert.Empty(await vert.UnreadyAsync());

        // A new session of the log is refused, while the pools of the database keep the connections that they have proved.
        await vert.SqlAsync("alter database postgres set synchronous_commit = off");
        await vert.SqlAsync("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'Felles oppslagslogg'");
        using (var refused = await vert.SendAsync(HttpMethod.Get, Person, "kommune"))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(["lookup-log"], await vert.UnreadyAsync());

        await vert.SqlAsync("alter database postgres reset synchronous_commit");
        await vert.UntilUnreadyAsync();
        using var answered = await vert.SendAsync(HttpMethod.Get, Person, "kommune");
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task Access_that_is_not_confirmed_makes_the_host_unready_until_it_is()
    {
        await using var vert = await Postgresvert.StartAsync();
        await using var connection = new NpgsqlConnection(vert.Cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        // The lease on numbering is locked by the one who numbers; what is committed meanwhile waits for its number.
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var command = new NpgsqlCommand("select 1 from felles.leie for update", connection, transaction);
            await command.ExecuteNonQueryAsync();
            using var change = await vert.SendAsync(HttpMethod.Put, "/felles/api/v1/pakker/315260183/privat", "drift");
            Assert.Equal(HttpStatusCode.OK, change.StatusCode);
            await vert.UntilUnreadyAsync("access");
            using var refused = await vert.SendAsync(HttpMethod.Get, Person, "kommune");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        await vert.UntilUnreadyAsync();
    }
}
