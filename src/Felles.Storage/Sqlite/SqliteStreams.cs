using Microsoft.Data.Sqlite;

namespace Felles.Storage.Sqlite;

/// <summary>
/// Numbers published events in the writer's own transaction: with one writer the order of commits is the order of units, so no outbox is
/// needed and the line has no gaps. Heads are remembered between batches and forgotten after any roll-back.
/// </summary>
internal sealed class SqliteStreams(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, long> _heads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _published = new(StringComparer.Ordinal);
    private RawStatement? _insert, _head, _save;

    public void Append(IReadOnlyList<UnitOfWork.PendingEvent> events)
    {
        if (events.Count == 0) return;
        var insert = _insert ??= Prepare(
            $"insert into felles_hendelse (stroem, sekvensnummer, type, noekkel, innhold, tid) values (?1, ?2, ?3, ?4, ?5, {SqlFragments.Find(Dialect.Sqlite, "now")})");
        foreach (var e in events)
        {
            var nummer = Head(e.Stroem) + 1;
            insert.BindText(1, e.Stroem);
            insert.Bind(2, nummer);
            insert.BindText(3, e.Type);
            insert.Bind(4, e.Noekkel);
            insert.BindBytes(5, e.Innhold.Span);
            insert.Run();
            _heads[e.Stroem] = nummer;
            _published.Add(e.Stroem);
        }
    }

    /// <summary>Writes the heads of the streams that grew, once a batch.</summary>
    public void SaveHeads()
    {
        if (_published.Count == 0) return;
        var save = _save ??= Prepare(
            "insert into felles_stroem (navn, siste) values (?1, ?2) on conflict (navn) do update set siste = excluded.siste");
        foreach (var stroem in _published)
        {
            save.BindText(1, stroem);
            save.Bind(2, Head(stroem));
            save.Run();
        }
    }

    /// <summary>The streams that the committed batch grew, with their last numbers.</summary>
    public IReadOnlyList<(string Stroem, long Siste)> TakePublished()
    {
        if (_published.Count == 0) return [];
        var published = _published.Select(s => (s, Head(s))).ToArray();
        _published.Clear();
        return published;
    }

    /// <summary>A unit was undone: its numbers are free again, so the heads are read from the log at next use.</summary>
    public void Forget() => _heads.Clear();

    public void Dispose()
    {
        _insert?.Dispose();
        _head?.Dispose();
        _save?.Dispose();
    }

    private long Head(string stroem)
    {
        if (_heads.TryGetValue(stroem, out var known)) return known;
        // Both places: the log sees what earlier units of this batch appended, the head survives when old events are removed.
        var head = _head ??= Prepare("""
            select max(coalesce((select max(sekvensnummer) from felles_hendelse where stroem = ?1), 0),
                       coalesce((select siste from felles_stroem where navn = ?1), 0))
            """);
        head.BindText(1, stroem);
        head.Step();
        var siste = head.Int64(0);
        head.Reset();
        return _heads[stroem] = siste;
    }

    private RawStatement Prepare(string sql) => new(connection.Handle!, sql);
}
