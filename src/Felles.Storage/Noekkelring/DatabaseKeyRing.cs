using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Felles.Storage;

/// <summary>Keeps the Data Protection keys in the database, so that every host reads cookies that another has written. Called rarely, and
/// synchronously by contract.</summary>
internal sealed class DatabaseKeyRing(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(async () => await database.ReadPrimaryAsync(async (connection, _) =>
        (await connection.QueryAsync<string>(database.Sql("select xml from felles.noekkelring order by tid, navn"))).Select(XElement.Parse)
            .ToArray()))
        .GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => Task.Run(() => database.WriteAsync(async (unit, _) =>
        await unit.Connection.ExecuteAsync(unit.Sql("""
            insert into felles.noekkelring (navn, xml, tid) values (@friendlyName, @xml, {now})
            on conflict (navn) do update set xml = excluded.xml
            """), new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) }, unit.Transaction)))
        .GetAwaiter().GetResult();
}
