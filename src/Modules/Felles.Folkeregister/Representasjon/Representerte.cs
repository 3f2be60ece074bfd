using System.Data.Common;
using Felles.Folkeregister.Soekeregister;
using Felles.Storage;

namespace Felles.Folkeregister.Representasjon;

/// <summary>The living whose current guardian or attorney has a number, in order of their own.</summary>
internal sealed class Representerte(Database database)
{
    // A document names the number that the guardian had when it was written; a guardian who has got a new one is the same person.
    private const string Sql =
        """
        select distinct s.identifikator, s.personnoekkel from folkeregister.soek_nummer t
        {sqlite:cross} join folkeregister.soek s on s.personnoekkel = t.personnoekkel
        where t.slag = @slag and s.doed = 0 and t.nummer in (
            select identifikator from folkeregister.person where identifikator = @id
            union select gjeldende from folkeregister.person where identifikator = @id and gjeldende is not null
            union select identifikator from folkeregister.person where gjeldende = @id
            union select andre.identifikator from folkeregister.person en
                join folkeregister.person andre on andre.gjeldende = en.gjeldende where en.identifikator = @id and en.gjeldende is not null)
        limit @grense
        """;

    /// <summary>Null when there are more than <paramref name="hoeyst"/>.</summary>
    public ValueTask<List<(long Identifikator, long Personnoekkel)>?> FinnAsync(long verge, int hoeyst, CancellationToken ct) =>
        database.ReadAsync((this, verge, hoeyst), static (connection, s, ct) => s.Item1.LesAsync(connection, s.verge, s.hoeyst, ct), ct);

    private async ValueTask<List<(long Identifikator, long Personnoekkel)>?> LesAsync(
        DbConnection connection, long verge, int hoeyst, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = database.Sql(Sql);
        Legg(command, "id", verge);
        Legg(command, "slag", (short)Nummerslag.Verge);
        Legg(command, "grense", hoeyst + 1);
        List<(long Identifikator, long Personnoekkel)> funnet = [];
        await using var rader = await command.ExecuteReaderAsync(ct);
        while (await rader.ReadAsync(ct))
            funnet.Add((rader.GetInt64(0), rader.GetInt64(1)));
        if (funnet.Count > hoeyst)
            return null;
        funnet.Sort(static (a, b) => a.Identifikator.CompareTo(b.Identifikator));
        return funnet;
    }

    private static void Legg(DbCommand command, string navn, object verdi)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (navn, verdi);
        command.Parameters.Add(parameter);
    }
}
