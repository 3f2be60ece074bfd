using Felles.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Felles.Folkeregister.Last;

/// <summary>The search rows of a batch.</summary>
internal static class PostgreSqlSoekeskriver
{
    private const string Soek =
        """
        copy folkeregister.soek
            (personnoekkel, identifikator, doed, foedselsaar, kjoenn, personstatus, gradering, foedselsdato, doedsaar, sivilstand, statsborgerskap)
        from stdin (format binary)
        """;

    private const string Navn =
        "copy folkeregister.soek_navn (personnoekkel, nr, oppfoering, del, gjeldende, ord) from stdin (format binary)";

    private const string Adresse =
        """
        copy folkeregister.soek_adresse
            (personnoekkel, nr, slag, gjeldende, nivaa, kommunenummer, postnummer, adressenavn, husnummer, husbokstav, bruksenhetsnummer)
        from stdin (format binary)
        """;

    private const string Nummer = "copy folkeregister.soek_nummer (personnoekkel, nr, slag, nummer) from stdin (format binary)";

    public static async Task SkrivAsync(Lastbunke bunke, NpgsqlConnection connection, Database database, CancellationToken ct)
    {
        await KopierAsync(connection, database.Sql(Soek), bunke.Rader, SoekAsync, ct);
        await KopierAsync(connection, database.Sql(Navn), bunke.Navn, NavnAsync, ct);
        await KopierAsync(connection, database.Sql(Adresse), bunke.Adresser, AdresseAsync, ct);
        await KopierAsync(connection, database.Sql(Nummer), bunke.Numre, NummerAsync, ct);
    }

    private static async Task KopierAsync<T>(
        NpgsqlConnection connection, string sql, List<T> rader, Func<NpgsqlBinaryImporter, T, CancellationToken, Task> skriv, CancellationToken ct)
    {
        if (rader.Count == 0)
            return;
        await using var kopi = await connection.BeginBinaryImportAsync(sql, ct);
        foreach (var rad in rader)
        {
            await kopi.StartRowAsync(ct);
            await skriv(kopi, rad, ct);
        }

        await kopi.CompleteAsync(ct);
    }

    private static async Task SoekAsync(NpgsqlBinaryImporter kopi, Lastrad rad, CancellationToken ct)
    {
        await kopi.WriteAsync(rad.Personnoekkel, NpgsqlDbType.Bigint, ct);
        await kopi.WriteAsync(rad.Identifikator, NpgsqlDbType.Bigint, ct);
        await kopi.WriteAsync((short)(rad.Soek.Doed ? 1 : 0), NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync(rad.Soek.Foedselsaar, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync(rad.Soek.Kjoenn, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync(rad.Status, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync((short)rad.Soek.Gradering, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync(rad.Soek.Foedselsdato, NpgsqlDbType.Integer, ct);
        await kopi.WriteAsync(rad.Soek.Doedsaar, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync(rad.Soek.Sivilstand, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync(rad.Soek.Statsborgerskap, NpgsqlDbType.Text, ct);
    }

    private static async Task NavnAsync(
        NpgsqlBinaryImporter kopi, (long Personnoekkel, Soekeregister.Navnerad Rad) n, CancellationToken ct)
    {
        await kopi.WriteAsync(n.Personnoekkel, NpgsqlDbType.Bigint, ct);
        await kopi.WriteAsync(n.Rad.Nr, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync(n.Rad.Oppfoering, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync((short)n.Rad.Del, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync((short)(n.Rad.Gjeldende ? 1 : 0), NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync(n.Rad.Ord, NpgsqlDbType.Bigint, ct);
    }

    private static async Task AdresseAsync(
        NpgsqlBinaryImporter kopi, (long Personnoekkel, Soekeregister.Adresserad Rad) a, CancellationToken ct)
    {
        var (nr, slag, gjeldende, nivaa, sted) = a.Rad;
        await kopi.WriteAsync(a.Personnoekkel, NpgsqlDbType.Bigint, ct);
        await kopi.WriteAsync(nr, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync((short)slag, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync((short)(gjeldende ? 1 : 0), NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync(nivaa, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync(sted.Kommunenummer, NpgsqlDbType.Integer, ct);
        await kopi.WriteAsync(sted.Postnummer, NpgsqlDbType.Integer, ct);
        await kopi.WriteAsync(sted.Adressenavn, NpgsqlDbType.Text, ct);
        await kopi.WriteAsync(sted.Husnummer, NpgsqlDbType.Integer, ct);
        await kopi.WriteAsync(sted.Husbokstav, NpgsqlDbType.Text, ct);
        await kopi.WriteAsync(sted.Bruksenhetsnummer, NpgsqlDbType.Text, ct);
    }

    private static async Task NummerAsync(
        NpgsqlBinaryImporter kopi, (long Personnoekkel, Soekeregister.Nummerrad Rad) n, CancellationToken ct)
    {
        await kopi.WriteAsync(n.Personnoekkel, NpgsqlDbType.Bigint, ct);
        await kopi.WriteAsync(n.Rad.Nr, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync((short)n.Rad.Slag, NpgsqlDbType.Smallint, ct);
        await kopi.WriteAsync(n.Rad.Nummer, NpgsqlDbType.Bigint, ct);
    }
}
