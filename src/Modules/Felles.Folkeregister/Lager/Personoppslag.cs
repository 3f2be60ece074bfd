using Felles.Storage;

namespace Felles.Folkeregister.Lager;

/// <summary>Reads current documents by number, the fastest way each database has.</summary>
internal abstract class Personoppslag
{
    protected const string Punkt =
        "select gjeldende, personnoekkel, dokumentid, dokument, indeks from folkeregister.person where identifikator = @id";

    public static Personoppslag For(Database database) =>
        database.Dialect == Dialect.Sqlite ? new SqlitePersonoppslag(database) : new PostgreSqlPersonoppslag(database);

    /// <summary>Hands over the person who has or had this number; false when nobody has.</summary>
    public abstract ValueTask<bool> LesAsync(long identifikator, IPersonmottaker mottaker, CancellationToken ct);

    /// <summary>Hands over each person found, once a number, in no order. The numbers are distinct.</summary>
    public abstract ValueTask LesMangeAsync(IReadOnlyCollection<long> identifikatorer, IPersonmottaker mottaker, CancellationToken ct);
}
