using System.Data.Common;
using System.Globalization;
using System.Text;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Modell;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Soekeregister;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;

namespace Felles.Folkeregister.Uttrekk.Tilpasset;

/// <summary>
/// The criteria as one statement over a range of person keys: the search rows by their key, or, with a municipality, its addresses by
/// municipality and key. Numbers from the criteria are judged, so they stand in the text; it is made once a job.
/// </summary>
internal sealed class Kriteriespoerring
{
    private const string Fra =
        """
        select soek.personnoekkel, soek.identifikator from folkeregister.soek soek
        where soek.personnoekkel > @fra and soek.personnoekkel <= @til
        """;

    private const string FraKommune =
        """
         and soek.personnoekkel in (
            select adresse.personnoekkel from folkeregister.soek_adresse adresse {sqlite:indexed by soek_adresse_kommune}
            where adresse.personnoekkel > @fra and adresse.personnoekkel <= @til and adresse.gjeldende = 1
        """;

    private readonly string? land;

    /// <param name="kriterier">The order.</param>
    /// <param name="regler">What the package may see, one an element: an address that it may not see is not found by its
    /// municipality.</param>
    public Kriteriespoerring(Uttrekkskriterier kriterier, Elementregel[] regler)
    {
        var sql = new StringBuilder(Fra);
        var statuser = kriterier.Personstatustyper.SelectMany(type => Uttrekkskriterier.Statustyper[type]).Distinct();
        sql.Append(CultureInfo.InvariantCulture, $" and soek.personstatus in ({string.Join(", ", statuser.Select(s => (int)s + 1))})");
        Aar(sql, "foedselsaar", kriterier.FoedselsaarFraOgMed, kriterier.FoedselsaarTilOgMed);
        Aar(sql, "doedsaar", kriterier.DoedsaarFraOgMed, kriterier.DoedsaarTilOgMed);
        if (kriterier.Kjoenn is { } kjoenn)
            sql.Append(CultureInfo.InvariantCulture, $" and soek.kjoenn = {Soekerad.Kode(kjoenn == "mann" ? Kjoenn.Mann : Kjoenn.Kvinne)}");
        if (kriterier.Sivilstandstype is { } sivilstand
            && Kodenavn<Sivilstandstype>.TryLes(Encoding.UTF8.GetBytes(sivilstand), out var type))
            sql.Append(CultureInfo.InvariantCulture, $" and soek.sivilstand = {(int)type + 1}");
        if (kriterier.Statsborgerskap is { } statsborgerskap)
        {
            land = $" {statsborgerskap} ";
            sql.Append(" and {sqlite:instr}{postgresql:strpos}(soek.statsborgerskap, @land) > 0");
        }

        if (kriterier is { Adresse: { } slag, Kommuner: { } kommuner })
            Kommune(sql, slag, kommuner, regler);
        Sql = sql.Append(" order by soek.personnoekkel").ToString();
    }

    public string Sql { get; }

    public DbCommand Kommando(DbConnection connection, Database database, long fra, long til, string foran = "")
    {
        var command = connection.Kommando(foran + database.Sql(Sql), ("fra", fra), ("til", til));
        if (land is not null)
            command.AddParameter("land", land);
        return command;
    }

    // 0 is a year that is not known; it lies in no range.
    private static void Aar(StringBuilder sql, string kolonne, int? fra, int? til)
    {
        if (fra is not null || til is not null)
            sql.Append(CultureInfo.InvariantCulture, $" and soek.{kolonne} between {fra ?? 1} and {til ?? 9999}");
    }

    private static void Kommune(StringBuilder sql, Adresseslag slag, string[] kommuner, Elementregel[] regler)
    {
        var element = slag == Adresseslag.Bosted ? Personelement.Bostedsadresse : Personelement.Oppholdsadresse;
        var synlige = Adressenivaa.Synlige(regler[(int)element], element, gjeldende: true);
        sql.Append(FraKommune).Append(CultureInfo.InvariantCulture, $" and adresse.slag = {(int)slag}")
            .Append(CultureInfo.InvariantCulture, $" and adresse.kommunenummer in ({string.Join(", ", kommuner.Select(int.Parse))})")
            .Append(CultureInfo.InvariantCulture, $" and adresse.nivaa in ({(synlige.Length == 0 ? "-1" : synlige)}))");
    }
}
