using System.Data.Common;
using Felles.Storage.PostgreSql;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Felles.Storage;

/// <summary>
/// The numbered events. Every stream is one line without gaps: a reader that keeps its own pointer sees each event once, in order. Numbers
/// are
/// given at most 50 ms after the commit: on SQLite by the writer itself, on PostgreSQL by the host that holds the lease for it.
/// </summary>
public sealed class SequenceLog : IAsyncDisposable
{
    private readonly Database _database;
    private readonly StreamSignals _signals = new();
    private readonly PostgreSqlSequencing? _sequencing;

    public SequenceLog(Database database, ILogger<SequenceLog>? logger = null)
    {
        _database = database;
        if (database is PostgreSqlDatabase server)
            _sequencing = new PostgreSqlSequencing(server, _signals, logger ?? NullLogger<SequenceLog>.Instance);
        else
            database.OnPublished((stroem, siste) => _signals.Advance(stroem, siste!.Value));
    }

    /// <summary>Starts numbering and listening. Before that, nothing is numbered on PostgreSQL and nobody is woken.</summary>
    public async Task StartAsync(CancellationToken ct = default)
    {
        foreach (var (stroem, siste) in await HeadsAsync(ct)) _signals.Advance(stroem, siste);
        _sequencing?.Start();
    }

    /// <summary>Events from <paramref name="fraOgMed"/> on, in order, at most <paramref name="maks"/>; empty at the end of the
    /// line.</summary>
    public ValueTask<IReadOnlyList<SequencedEvent>> ReadAsync(string stroem, long fraOgMed, int maks, CancellationToken ct = default) =>
        _database.ReadPrimaryAsync((this, stroem, fraOgMed, maks),
            static (connection, q, ct) => q.Item1.ReadAsync(connection, q.stroem, q.fraOgMed, q.maks, ct), ct);

    /// <summary>The last number of the stream; 0 when it has none.</summary>
    public ValueTask<long> LastAsync(string stroem, CancellationToken ct = default) =>
        _database.ReadPrimaryAsync((this, stroem), static async (connection, q, ct) =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = q.Item1._database.Sql("select siste from felles.stroem where navn = @stroem");
            command.AddParameter("stroem", q.stroem);
            return await command.ExecuteScalarAsync(ct) is long siste ? siste : 0;
        }, ct);

    /// <summary>Completes when the stream has an event with a greater number than <paramref name="after"/>.</summary>
    public Task WaitAsync(string stroem, long after, CancellationToken ct = default) => _signals.WaitAsync(stroem, after, ct);

    public ValueTask DisposeAsync() => _sequencing?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The last number that this host has heard of, without asking the database.</summary>
    internal long KnownLast(string stroem) => _signals.Last(stroem);

    internal async ValueTask<IReadOnlyList<SequencedEvent>> ReadAsync(
        DbConnection connection, string stroem, long fraOgMed, int maks, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _database.Sql("""
            select sekvensnummer, type, noekkel, innhold, tid from felles.hendelse
             where stroem = @stroem and sekvensnummer >= @fra order by sekvensnummer limit @maks
            """);
        command.AddParameter("stroem", stroem);
        command.AddParameter("fra", fraOgMed);
        command.AddParameter("maks", (long)maks);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var events = new List<SequencedEvent>();
        while (await rows.ReadAsync(ct))
        {
            events.Add(new SequencedEvent(rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2), rows.GetFieldValue<byte[]>(3),
                Microseconds.ToInstant(rows.GetInt64(4))));
        }

        return events;
    }

    private ValueTask<List<(string Stroem, long Siste)>> HeadsAsync(CancellationToken ct) =>
        _database.ReadPrimaryAsync(async (connection, ct) =>
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _database.Sql("select navn, siste from felles.stroem");
        await using var rows = await command.ExecuteReaderAsync(ct);
        var heads = new List<(string, long)>();
        while (await rows.ReadAsync(ct)) heads.Add((rows.GetString(0), rows.GetInt64(1)));
        return heads;
    }, ct);
}
