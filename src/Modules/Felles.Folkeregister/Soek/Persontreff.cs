using System.Data.Common;
using Felles.Folkeregister.Lager;
using Felles.Storage;

namespace Felles.Folkeregister.Soek;

/// <summary>The numbers and person keys a search hit, in order of number; or that there were too many.</summary>
internal sealed class Persontreff(Database database)
{
    // One more than may be answered, to tell "all" from "too many". Each form is answered from soek_foedselsaar alone.
    private const string Fra = "select identifikator, personnoekkel from folkeregister.soek where ";
    private const string Aar = " and foedselsaar between @fra and @til";
    private const string Kjoennet = " and kjoenn = @kjoenn";
    private const string Grense = " limit 10001";
    private const string Levende = Fra + "doed = 0" + Aar + Grense;
    private const string LevendeKjoenn = Fra + "doed = 0" + Aar + Kjoennet + Grense;
    private const string Alle = Fra + "doed in (0, 1)" + Aar + Grense;
    private const string AlleKjoenn = Fra + "doed in (0, 1)" + Aar + Kjoennet + Grense;

    /// <summary>Null when more than <see cref="Soekekriterier.MaksAlle"/> persons fit.</summary>
    public ValueTask<List<(long Identifikator, long Personnoekkel)>?> FinnAsync(Soekekriterier kriterier, CancellationToken ct) =>
        database.ReadAsync((this, kriterier), static (connection, s, ct) => s.Item1.LesAsync(connection, s.kriterier, ct), ct);

    private async ValueTask<List<(long Identifikator, long Personnoekkel)>?> LesAsync(
        DbConnection connection, Soekekriterier k, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = database.Sql((k.MedDoede, k.Kjoenn) switch
        {
            (false, null) => Levende,
            (false, _) => LevendeKjoenn,
            (true, null) => Alle,
            (true, _) => AlleKjoenn,
        });
        Legg(command, "fra", (short)k.FraAar);
        Legg(command, "til", (short)k.TilAar);
        if (k.Kjoenn is { } kjoenn)
            Legg(command, "kjoenn", Soekerad.Kode(kjoenn));
        List<(long Identifikator, long Personnoekkel)> treff = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (treff.Count == Soekekriterier.MaksAlle)
                return null;
            treff.Add((reader.GetInt64(0), reader.GetInt64(1)));
        }

        treff.Sort(static (a, b) => a.Identifikator.CompareTo(b.Identifikator));
        if (treff.Count > k.MaksTreff)
            treff.RemoveRange(k.MaksTreff, treff.Count - k.MaksTreff);
        return treff;
    }

    private static void Legg(DbCommand command, string navn, short verdi)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (navn, verdi);
        command.Parameters.Add(parameter);
    }
}
