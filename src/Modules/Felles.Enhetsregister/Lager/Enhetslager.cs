using Felles.Storage;

namespace Felles.Enhetsregister.Lager;

/// <summary>Writes units inside a unit of work, the fastest way each database has.</summary>
internal static class Enhetslager
{
    /// <summary>Units in one call, where there are more of them: enough to share its round trips, few enough to hold.</summary>
    public const int Porsjon = 500;

    /// <summary>Stores the units that are new or have another content. The numbers must differ.</summary>
    public static async ValueTask<Lagret> LagreAsync(UnitOfWork enhet, IReadOnlyCollection<Enhetsrad> rader, CancellationToken ct)
    {
        if (rader.Count == 0) return default;
        // In order of the numbers, so that two writers of the same units wait for each other and do not deadlock.
        var ordnet = rader.OrderBy(r => r.Nummer).ToArray();
        if (enhet.Dialect != Dialect.Sqlite) return await PostgreSqlEnhetslager.LagreAsync(enhet, ordnet, ct);
        using var lager = new SqliteEnhetslager(enhet);
        return lager.Lagre(ordnet);
    }

    /// <summary>
    /// Keeps other writers of units out until the unit of work ends. A file comes in an order of its own, so two imports at once would take
    /// each other's rows in turn; readers are not hindered. SQLite has one writer anyway.
    /// </summary>
    public static async ValueTask LaasAsync(UnitOfWork enhet, CancellationToken ct)
    {
        if (enhet.Dialect == Dialect.Sqlite) return;
        await using var laas = enhet.Connection.CreateCommand();
        laas.Transaction = enhet.Transaction;
        laas.CommandTimeout = 0; // an import takes as long as its file
        laas.CommandText = "lock table enhetsregister.enhet in share row exclusive mode";
        await laas.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>What became of the units.</summary>
internal readonly record struct Lagret(long Nye, long Endret, long Uendret)
{
    public static Lagret operator +(Lagret a, Lagret b) => new(a.Nye + b.Nye, a.Endret + b.Endret, a.Uendret + b.Uendret);
}
