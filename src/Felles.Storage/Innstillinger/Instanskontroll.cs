using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Felles.Storage;

/// <summary>Holds the settings of this start against what the database was made for.</summary>
internal sealed class Instanskontroll(Database database, IOptions<FellesOptions> options, IConfiguration configuration)
{
    private const string ModeKey = $"{FellesOptions.Section}:{nameof(FellesOptions.Mode)}";
    private const string MiljoeKey = $"{FellesOptions.Section}:{nameof(FellesOptions.Miljoe)}";

    /// <summary>Before the migrations: they too would change a database that was not meant.</summary>
    /// <exception cref="InvalidSettingException">The database was made for something else.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        var (found, older) = await Instans.ReadAsync(database, ct);
        if (found is not null)
            Compare(found);
        else if (older && database.Dialect == Dialect.PostgreSql && configuration[ModeKey] is null)
        {
            // SQLite is a sandbox always. Here a forgotten setting would put the sandbox's clients into a register, once and for all.
            throw new InvalidSettingException(
                $"{ModeKey} must be given once: this database is from before it kept whether it is Sandkasse or Produksjon.");
        }
    }

    /// <summary>Writes what the database is for, if nobody has; of hosts that start together the first one decides.</summary>
    public async Task KeepAsync(CancellationToken ct)
    {
        var wanted = options.Value;
        await database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync(
            unit.Sql("insert into felles.instans (id, modus, miljoe) values (1, @modus, @miljoe) on conflict (id) do nothing"),
            new { modus = wanted.Mode.ToString(), miljoe = wanted.Miljoe.ToString() },
            unit.Transaction), ct);
        Compare((await Instans.ReadAsync(database, ct)).Instans!);
    }

    private void Compare(Instans found)
    {
        Compare(ModeKey, options.Value.Mode, found.Mode);
        Compare(MiljoeKey, options.Value.Miljoe, found.Miljoe);
    }

    private static void Compare<T>(string key, T wanted, T found)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(wanted, found))
            throw new InvalidSettingException(
                $"{key} is {wanted}, but this database was made with {found}. Set {key} to {found}, or name another database.");
    }
}
