using Felles.Storage.PostgreSql;
using Felles.Storage.Sqlite;
using Felles.Testing.Databaser;
using Npgsql;

namespace Felles.Storage.Tests;

internal static class Nektelse
{
    /// <summary>Every commit of the test's database is refused for a while, as when contact with it is lost.</summary>
    public static async Task RefuseCommitsAsync(this TestDatabase test, TimeSpan time)
    {
        Set(test.Database, refuse: true);
        await Task.Delay(time);
        Set(test.Database, refuse: false);
    }

    private static void Set(Database database, bool refuse)
    {
        if (database is SqliteDatabase file) file.Fault = refuse ? (point, _) => point == FaultPoint.BeforeCommit : null;
        else ((PostgreSqlDatabase)database).Fault = refuse ? (_, _) => throw new NpgsqlException("lost", new IOException()) : null;
    }
}
