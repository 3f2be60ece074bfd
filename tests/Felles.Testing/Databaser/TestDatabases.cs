using System.Reflection;
using Felles.Storage;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Felles.Testing.Databaser;

/// <summary>
/// The databases that every storage test is run on: <c>[Theory, TestDatabases]</c> on a method with a <see cref="Dialect"/> first. A
/// database that is absent is skipped by name, never silently left out. Further values give a row for each of them on each database.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TestDatabasesAttribute(params object[] values) : DataAttribute
{
    /// <summary>For tests of what one of them has alone.</summary>
    public bool PostgreSqlOnly { get; init; }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = new List<ITheoryDataRow>();
        foreach (var value in values.Length == 0 ? [null] : values.Cast<object?>())
        {
            if (!PostgreSqlOnly) rows.Add(Row(Dialect.Sqlite, value));
            rows.Add(Row(Dialect.PostgreSql, value));
        }

        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;

    private static TheoryDataRow Row(Dialect dialect, object? value) => new(value is null ? [dialect] : [dialect, value])
    {
        Skip = dialect == Dialect.PostgreSql ? PostgreSqlServer.Absent : null,
    };
}
