using System.Diagnostics;
using Npgsql;

namespace Felles.Storage.PostgreSql;

/// <summary>
/// Moves committed events from the outbox to the end of their streams, in one statement.
/// <para>
/// Gap-free, because a number is given in the transaction that writes it, and only one such transaction runs at a time: the lease row is
/// locked and its
/// fence compared, so a host that lost the lease while it slept moves nothing.
/// </para>
/// <para>
/// Nothing is lost, because an event is taken by deleting it and not by passing it with a cursor: a slow transaction whose outbox number is
/// low becomes visible later and is taken then. The usual horizon (<c>pg_snapshot_xmin</c>) would hold back the whole line for as long as
/// any long transaction runs, such as an import. <see cref="OutboxFloor"/> only spares the walk over what can no longer come.
/// </para>
/// <para>
/// In order for each key: units on one key follow one another through the lock of its row, each sees the earlier one committed before it
/// draws its own outbox
/// number, and a snapshot that sees the later sees the earlier. What is taken of a stream is always the first of it.
/// </para>
/// <para>
/// Each stream has a share of every round: a revocation must not wait behind the million events of an import.
/// </para>
/// </summary>
internal sealed class PostgreSqlNumbering(PostgreSqlDatabase database, Lease lease, StreamSignals signals, OutboxFloor floor)
{
    private const int MaxEvents = 5000;
    private const int MaxEventsOfEachStream = 500;

    private const string Number = $$"""
        with leie as materialized (
            select 1 from felles.leie where navn = $1 and eier = $2 and gjerde = $3 for update
        ), tatt as (
            delete from felles.utboks
             where id in (
                   select * from (select id from felles.utboks where id > $5 order by id limit $4) foerst
                   union
                   select u.id from felles.stroem s cross join lateral (
                       select id from felles.utboks where stroem = s.navn and id > $5 order by id limit $6) u)
               and exists (select from leie)
            returning id, stroem, type, noekkel, innhold, tid
        ), antall as (
            select stroem, count(*) as antall from tatt group by stroem
        ), hode as (
            insert into felles.stroem as s (navn, siste) select stroem, antall from antall order by stroem
            on conflict (navn) do update set siste = s.siste + excluded.siste
            returning navn, siste
        ), skrevet as (
            insert into felles.hendelse (stroem, sekvensnummer, type, noekkel, innhold, tid)
            select t.stroem, h.siste - a.antall + row_number() over (partition by t.stroem order by t.id), t.type, t.noekkel, t.innhold, t.tid
              from tatt t join antall a on a.stroem = t.stroem join hode h on h.navn = t.stroem
        )
        select h.navn, h.siste, a.antall, pg_notify('{{PostgreSqlListener.EventChannel}}', h.siste || ' ' || h.navn)::text
          from hode h join antall a on a.stroem = h.navn
        """;

    private long _taken;

    /// <summary>Takes or prolongs the lease when a third of its time has gone since last.</summary>
    public async Task<bool> HoldsLeaseAsync(TimeSpan renewal, CancellationToken ct)
    {
        if (lease.Gjerde is not null && Stopwatch.GetElapsedTime(_taken) < renewal) return true;
        var (now, fence) = (Stopwatch.GetTimestamp(), lease.Gjerde);
        var held = await lease.TakeAsync(ct);
        if (lease.Gjerde != fence) floor.Forget();
        _taken = now;
        return held;
    }

    public async Task NumberAllAsync(CancellationToken ct)
    {
        try
        {
            var next = await floor.NextAsync(ct);
            while (await NumberBatchAsync(ct) >= MaxEvents) { }
            if (next is { } number) floor.Raise(number);
        }
        catch
        {
            floor.Forget(); // the next round may meet another server
            throw;
        }
    }

    internal async Task<long> NumberBatchAsync(CancellationToken ct)
    {
        await using var command = database.Primary.CreateCommand(Number);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = lease.Navn });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = lease.Eier });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = lease.Gjerde!.Value });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MaxEvents });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = floor.Value });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MaxEventsOfEachStream });
        var heads = new List<(string Stroem, long Siste)>();
        long numbered = 0;
        await using (var rows = await command.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
            {
                heads.Add((rows.GetString(0), rows.GetInt64(1)));
                numbered += rows.GetInt64(2);
            }
        }

        // Only now, when the statement has committed, may readers be told.
        foreach (var (stroem, siste) in heads) signals.Advance(stroem, siste);
        StorageMetrics.NumberedEvents((int)numbered);
        return numbered;
    }
}
