using System.Data.Common;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;

namespace Felles.Tilgang.Prefikser;

/// <summary>Reads and writes who owns which prefix. There are few.</summary>
internal sealed class Prefikslager(Database database)
{
    private const string Valg = "select prefix, eier, versjon, opprettet, endret from tilgang.prefix";

    public ValueTask<List<Prefiks>> LesAlleAsync(CancellationToken ct) => database.ReadPrimaryAsync(
        (tilkobling, avbrudd) =>
            Spoerring.ListeAsync(Spoerring.Ny(tilkobling, database.Sql(Valg + " order by prefix")), Les, avbrudd), ct);

    /// <summary>
    /// The prefix, held until the unit of work ends, or null. Whoever makes a scope holds it, so two who make the same scope wait for each
    /// other.
    /// </summary>
    public static async ValueTask<Prefiks?> LaasAsync(UnitOfWork enhet, string navn, CancellationToken ct)
    {
        var funnet = await Spoerring.ListeAsync(
            Spoerring.Ny(enhet, Valg + " where prefix = @prefix {for update}", ("prefix", navn)), Les, ct);
        return funnet.FirstOrDefault();
    }

    /// <returns>False when another has made it meanwhile.</returns>
    public static async ValueTask<bool> LagAsync(
        UnitOfWork enhet, string navn, Organisasjonsnummer? eier, DateTimeOffset tid, CancellationToken ct)
    {
        await using var innsetting = Spoerring.Ny(
            enhet,
            """
            insert into tilgang.prefix (prefix, eier, versjon, opprettet, endret) values (@prefix, @eier, 1, @tid, @tid)
            on conflict (prefix) do nothing
            """,
            ("prefix", navn),
            ("eier", (long?)eier?.Value),
            ("tid", Microseconds.From(tid)));
        return await innsetting.ExecuteNonQueryAsync(ct) == 1;
    }

    public static ValueTask SkrivAsync(UnitOfWork enhet, Prefiks prefiks, CancellationToken ct) => Spoerring.UtfoerAsync(
        enhet,
        ct,
        "update tilgang.prefix set eier = @eier, versjon = @versjon, endret = @endret where prefix = @prefix",
        ("eier", (long?)prefiks.Eier?.Value),
        ("versjon", prefiks.Versjon),
        ("endret", Microseconds.From(prefiks.Endret)),
        ("prefix", prefiks.Navn));

    private static Prefiks Les(DbDataReader rad) => new(
        rad.GetString(0),
        rad.IsDBNull(1) ? null : Organisasjonsnummer.FromValue((int)rad.GetInt64(1)),
        rad.GetInt64(2),
        Microseconds.ToInstant(rad.GetInt64(3)),
        Microseconds.ToInstant(rad.GetInt64(4)));
}
