using Dapper;

namespace Felles.Storage;

/// <summary>
/// The right to do what only one host may do at a time. Times are read from the database's clock, so hosts with wrong clocks agree. Each
/// change of hands
/// gives a greater fence: a host that slept past its lease finds, in the transaction that it wants to commit, that the fence is not its
/// own.
/// </summary>
public sealed class Lease(Database database, string navn, TimeSpan varighet)
{
    private readonly string _eier = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():n}";

    public string Navn { get; } = navn;

    public string Eier => _eier;

    /// <summary>The fence while this host believes that it holds the lease; null otherwise. Only the database knows for certain.</summary>
    public long? Gjerde { get; private set; }

    /// <summary>Takes the lease when it is free or its time is out, or prolongs it. True when held.</summary>
    public async Task<bool> TakeAsync(CancellationToken ct = default)
    {
        Gjerde = await database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteScalarAsync<long?>(unit.Sql("""
            insert into felles.leie (navn, eier, gjerde, utloeper) values (@Navn, @Eier, 1, {now} + @lengde)
            on conflict (navn) do update
               set gjerde = case when felles.leie.eier = excluded.eier then felles.leie.gjerde else felles.leie.gjerde + 1 end,
                   eier = excluded.eier, utloeper = excluded.utloeper
             where felles.leie.eier = excluded.eier or felles.leie.utloeper < {now}
            returning gjerde
            """), new { Navn, Eier, lengde = (long)varighet.TotalMicroseconds }, unit.Transaction), ct);
        return Gjerde is not null;
    }

    /// <summary>Gives the lease up, so that another host need not wait for its time to run out.</summary>
    public async Task ReleaseAsync(CancellationToken ct = default)
    {
        if (Gjerde is not { } gjerde) return;
        Gjerde = null;
        await database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync(
            unit.Sql("update felles.leie set utloeper = 0 where navn = @Navn and eier = @Eier and gjerde = @gjerde"),
            new { Navn, Eier, gjerde }, unit.Transaction), ct);
    }
}
