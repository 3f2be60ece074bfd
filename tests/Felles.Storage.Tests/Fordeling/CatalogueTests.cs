using Felles.Host;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Storage.Tests.Fordeling;

/// <summary>The tables of every module, as the whole program makes them.</summary>
public sealed class CatalogueTests
{
    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task The_schema_can_be_distributed_over_several_machines(Dialect dialect)
    {
        await using var app = FellesApp.Create([]);
        var migrations = app.Services.GetServices<MigrationSet>().ToArray();
        Assert.Contains(migrations, m => m.Schema == "folkeregister");
        await using var test = await TestDatabase.CreateAsync(dialect, [.. migrations.Where(m => m.Schema != "felles")]);

        Assert.Empty(await SchemaRules.Declared(migrations).BreachesAsync(test.Database));
    }
}
