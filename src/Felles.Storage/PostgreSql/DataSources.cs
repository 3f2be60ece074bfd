using Npgsql;

namespace Felles.Storage.PostgreSql;

/// <summary>
/// The pools of connections: to the primary, where each connection proves its durability when it is made, and perhaps to the standbys.
/// </summary>
internal static class DataSources
{
    public static NpgsqlDataSource Primary(string connectionString, Action<DurabilityProof> proved)
    {
        var builder = Builder(connectionString, "felles");
        builder.UsePhysicalConnectionInitializer(
            connection => proved(PostgreSqlDurability.Prove(connection)),
            async connection => proved(await PostgreSqlDurability.ProveAsync(connection)));
        // Several hosts in the connection string are a Patroni cluster: writes go to whichever is the primary now.
        return builder.ConnectionStringBuilder.Host?.Contains(',') == true
            ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary)
            : builder.Build();
    }

    /// <summary>Standbys when there is one alive, else the primary. <paramref name="replicas"/> is "host:port,host:port".</summary>
    public static NpgsqlDataSource? Replicas(string connectionString, string? replicas)
    {
        if (string.IsNullOrWhiteSpace(replicas)) return null;
        var builder = Builder(connectionString, "felles-replika");
        builder.ConnectionStringBuilder.Host = $"{replicas},{builder.ConnectionStringBuilder.Host}";
        builder.ConnectionStringBuilder.LoadBalanceHosts = true;
        return builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.PreferStandby);
    }

    private static NpgsqlDataSourceBuilder Builder(string connectionString, string name)
    {
        // Without a name the pool's metrics are labelled with the connection string.
        var builder = new NpgsqlDataSourceBuilder(connectionString) { Name = name };
        var settings = builder.ConnectionStringBuilder;
        settings.ApplicationName ??= "Felles";
        settings.Enlist = false;
        // Every statement of the program is a literal that comes back, so the second use prepares it.
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = 200;
        settings.AutoPrepareMinUsages = 2;
        // DISCARD ALL at each return costs a round trip's worth of server work; nothing here leaves session state behind.
        settings.NoResetOnClose = true;
        if (settings.KeepAlive == 0) settings.KeepAlive = 30;
        return builder;
    }
}
