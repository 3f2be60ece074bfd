namespace Felles.Storage;

/// <summary>The two databases that the program runs on. SQL is written once and adapted by <see cref="Database.Sql"/>.</summary>
public enum Dialect
{
    Sqlite,
    PostgreSql,
}
