using Dapper;
using Felles.Folkeregister.Contracts;
using Felles.Storage;

namespace Felles.Folkeregister.Hendelser.Webhooks;

/// <summary>
/// The subscribers' places in the line. Apart from the followers' cursors, because those hold back the removal of old events, and a
/// receiver that never answers must not.
/// </summary>
internal sealed class Webhookpekere(Database database, SequenceLog logg)
{
    private const string Ny =
        "insert into folkeregister.webhook (navn, sekvensnummer) values (@navn, @siste) on conflict (navn) do nothing";

    private const string Les = "select sekvensnummer as Sekvensnummer, stoppet as Stoppet from folkeregister.webhook where navn = @navn";

    // Only forward: a host that slept beyond its lease has delivered everything up to its number, but no more than that.
    private const string Fram = "update folkeregister.webhook set sekvensnummer = @nr where navn = @navn and sekvensnummer < @nr";

    private const string Stans = "update folkeregister.webhook set stoppet = @avtrykk where navn = @navn";

    /// <summary>Gives one that has no place the end of the line.</summary>
    public async Task RegistrerAsync(string navn, CancellationToken ct)
    {
        var siste = await logg.LastAsync(Personendring.Stroem, ct);
        await SkrivAsync(Ny, new { navn, siste }, ct);
    }

    public async Task<Peker> LesAsync(string navn, CancellationToken ct) =>
        await database.ReadPrimaryAsync(
            async (connection, _) => await connection.QuerySingleAsync<Peker>(database.Sql(Les), new { navn }), ct);

    public Task FlyttAsync(string navn, long nr, CancellationToken ct) => SkrivAsync(Fram, new { navn, nr }, ct);

    public Task StoppAsync(Abonnent abonnent, CancellationToken ct) =>
        SkrivAsync(Stans, new { navn = abonnent.Navn, avtrykk = abonnent.Adresseavtrykk }, ct);

    private Task<int> SkrivAsync(string setning, object verdier, CancellationToken ct) =>
        database.WriteAsync(
            async (unit, _) => await unit.Connection.ExecuteAsync(unit.Sql(setning), verdier, unit.Transaction), ct);

    internal sealed class Peker
    {
        /// <summary>The last number that is done with.</summary>
        public long Sekvensnummer { get; init; }

        public string? Stoppet { get; init; }
    }
}
