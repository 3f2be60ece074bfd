using Dapper;

namespace Felles.Storage.Tests;

/// <summary>A small module of the tests' own: one table, one stream.</summary>
internal static class Prove
{
    public const string Stroem = "prove";

    public static MigrationSet Migrations { get; } = new("prove", typeof(Prove).Assembly);

    public static Task InsertAsync(this UnitOfWork unit, long id, string verdi = "x") => unit.Connection.ExecuteAsync(
        unit.Sql("insert into prove.rad (id, verdi) values (@id, @verdi)"), new { id, verdi }, unit.Transaction);

    public static Task InsertAsync(this Database database, long id, string verdi = "x") =>
        database.WriteAsync(async (unit, _) => await unit.InsertAsync(id, verdi));

    public static ValueTask<IEnumerable<long>> IdsAsync(this Database database) => database.ReadPrimaryAsync(async (c, _) =>
        await c.QueryAsync<long>(database.Sql("select id from prove.rad order by id")));

    public static void Publish(this UnitOfWork unit, long noekkel, long nummer) =>
        unit.Publish(Stroem, "prove", noekkel, BitConverter.GetBytes(nummer));

    public static long Nummer(this SequencedEvent e) => BitConverter.ToInt64(e.Innhold.Span);
}
