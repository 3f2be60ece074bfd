using Felles.Storage;

namespace Felles.Folkeregister.Lager;

/// <summary>
/// The one row that says whether baseline 0 stands whole and gives out person keys. Who loads or imports holds it first, in the unit of
/// work that decides: two that meet would otherwise each find a register without the other's persons.
/// </summary>
internal static class Grunnlag
{
    private const string NesteNoekkel =
        "update folkeregister.grunnlag set neste_personnoekkel = neste_personnoekkel + $1 where nr = 1 returning neste_personnoekkel";

    private const string Laas = "select last_paagaar from folkeregister.grunnlag where nr = 1 {for update}";

    /// <summary>Holds the row until the unit ends. True while a baseline is being loaded, and after one that was interrupted.</summary>
    public static async ValueTask<bool> LaasAsync(UnitOfWork unit, CancellationToken ct)
    {
        await using var command = unit.Connection.CreateCommand();
        (command.CommandText, command.Transaction) = (unit.Sql(Laas), unit.Transaction);
        // A large import holds it for minutes; who comes after waits as long as its own caller does.
        command.CommandTimeout = 0;
        return Convert.ToInt32(await command.ExecuteScalarAsync(ct)) == 1;
    }

    /// <summary>The first of as many new person keys, which follow one another.</summary>
    public static async ValueTask<long> NesteNoekkelAsync(Setninger setninger, int antall, CancellationToken ct) =>
        antall == 0 ? 0 : await setninger.TallAsync(NesteNoekkel, antall, ct) - antall;
}
