using Dapper;

namespace Felles.Storage;

/// <summary>
/// Removes the oldest events of a stream. What a durable follower has not handled yet stays, however old it is, and numbers are never given
/// again: the stream's last number stands apart from its events.
/// </summary>
public sealed class SequenceRetention(Database database)
{
    private const string Delete = """
        delete from felles.hendelse
         where stroem = @stroem
           and sekvensnummer in (
               select sekvensnummer from felles.hendelse
                where stroem = @stroem
                  and sekvensnummer < @under
                  and sekvensnummer <= coalesce((select min(sekvensnummer) from felles.foelger where stroem = @stroem), @under)
                order by sekvensnummer limit @maks)
        """;

    /// <summary>Removes at most so many of the lowest events below a number, in one unit of work, and answers how many.</summary>
    public Task<int> DeleteBelowAsync(string stroem, long under, int maks, CancellationToken ct = default) =>
        database.WriteAsync(
            async (unit, _) => await unit.Connection.ExecuteAsync(unit.Sql(Delete), new { stroem, under, maks }, unit.Transaction), ct);
}
