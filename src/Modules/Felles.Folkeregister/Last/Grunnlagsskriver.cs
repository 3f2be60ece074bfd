using Felles.Storage;

namespace Felles.Folkeregister.Last;

/// <summary>Puts a batch of new persons into the tables, the fastest way each database has.</summary>
internal abstract class Grunnlagsskriver(Database database)
{
    protected const string PersonSql =
        "insert into folkeregister.person (identifikator, personnoekkel, versjon, dokumentid, dokument, indeks) values (@a, @b, 1, @c, @d, @e)";

    protected const string PekerSql =
        "insert into folkeregister.person (identifikator, gjeldende, personnoekkel, versjon) values (@a, @b, @c, 0)";

    protected Database Database { get; } = database;

    /// <summary>How many batches the database takes at the same time.</summary>
    public abstract int Samtidige { get; }

    public static Grunnlagsskriver For(Database database) =>
        database.Dialect == Dialect.Sqlite ? new SqliteGrunnlagsskriver(database) : new PostgreSqlGrunnlagsskriver(database);

    /// <summary>One unit of work; all of the batch is stored or nothing.</summary>
    public abstract Task SkrivAsync(Lastbunke bunke, CancellationToken ct);
}
