using Dapper;
using Felles.Kernel.Tid;
using Microsoft.Extensions.Options;

namespace Felles.Storage;

/// <summary>Keeps the setting of <see cref="Registerklokke"/> in the database, where every host follows it. In production the clock is
/// never moved.</summary>
public sealed class RegisterklokkeStore(Database database, Registerklokke klokke, IOptions<FellesOptions> options)
{
    internal const string Stroem = "felles.klokke";

    /// <summary>Moves or freezes the clock on all hosts: on this one before the call returns, on the others as soon as they hear of
    /// it.</summary>
    public async Task SetAsync(Klokkestilling stilling, CancellationToken ct = default)
    {
        if (!options.Value.IsSandkasse) throw new InvalidOperationException("The register clock is moved in the sandbox only.");
        await database.WriteAsync(async (unit, _) =>
        {
            await unit.Connection.ExecuteAsync(unit.Sql("""
                insert into felles.klokke (id, forskyvning, frosset) values (1, @forskyvning, @frosset)
                on conflict (id) do update set forskyvning = excluded.forskyvning, frosset = excluded.frosset
                """), new { forskyvning = stilling.Forskyvning.Ticks, frosset = stilling.Frosset?.UtcTicks }, unit.Transaction);
            unit.Publish(Stroem, "stilt", 1, ReadOnlyMemory<byte>.Empty);
            unit.AfterCommit(() => klokke.Still(stilling));
        }, ct);
    }

    /// <summary>Sets this host's clock as the database says.</summary>
    internal async Task LoadAsync(CancellationToken ct)
    {
        if (!options.Value.IsSandkasse) return;
        var row = await database.ReadPrimaryAsync(
            async (connection, _) => await connection.QuerySingleOrDefaultAsync<(long Forskyvning, long? Frosset)?>(
            database.Sql("select forskyvning, frosset from felles.klokke where id = 1")), ct);
        klokke.Still(row switch
        {
            null => Klokkestilling.System,
            { Frosset: { } ticks } => Klokkestilling.FrossetPaa(new DateTimeOffset(ticks, TimeSpan.Zero)),
            { } r => Klokkestilling.Forskjoevet(new TimeSpan(r.Forskyvning)),
        });
    }
}
