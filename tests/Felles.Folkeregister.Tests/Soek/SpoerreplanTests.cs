using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Entydigsoek;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Soek.Kriterier;
using Felles.Folkeregister.Soek.Spoerring;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Soek;

/// <summary>Reads what the database means to do, in a register large enough that reading it through would cost.</summary>
public sealed class SpoerreplanTests
{
    private const int Antall = 20_000;

    private static readonly (string Indeks, string Kolonne)[] FoersteKolonne =
    [
        ("soek_navn_ord", "ord"), ("soek_adresse_gate", "adressenavn"), ("soek_adresse_postnummer", "postnummer"),
        ("soek_adresse_kommune", "kommunenummer"), ("soek_nummer_nummer", "nummer"), ("soek_foedselsaar", "foedselsaar"),
        ("soek_foedselsdato", "foedselsdato"), ("person_pkey", "identifikator"), ("_pkey", "personnoekkel"),
    ];

    private static readonly string[] Treffliste =
    [
        "navn=Navn77", "navn=Navn77&soekFonetisk=true", "navn=Navn77&opplysningsgrunnlag=historisk", "navn=Navn77%20Etternavn5",
        "foedselsdato=19850314", "foedselsaarFraOgMed=1990&foedselsaarTilOgMed=1990", "foedselsaarFraOgMed=1990&foedselsaarTilOgMed=1990&kjoenn=mann&inkluderDoede=true",
        "adressenavn=Gate1234", "adressenavn=Gate&postnummer=0777", "postnummer=0777", "kommunenummer=0333", "fylkesnummer=03",
        "adressenavn=Gate&inkluderOppholdsadresse=true&opplysningsgrunnlag=historisk&kommunenummer=0333",
        "navn=Felles&postnummer=0777", "navn=Felles%20Navn77&kommunenummer=0333&kjoenn=kvinne", "navn=Felles&adressenavn=Gate&foedselsaarFraOgMed=1900",
    ];

    private static readonly string[] Entydig =
    [
        "navn=Felles%20Etternavn5&foedselsdato=19900101", "navn=Felles%20Etternavn5&postnummer=0777&soekFonetisk=true",
        "navn=Felles%20Etternavn5&utenlandskPersonidentifikasjon=SWE-77", "foedselsdato=19900101&legitimasjonsdokument=SWE-77",
        "navn=Felles%20Etternavn5&identifikasjonsnummer=" + nameof(Antall), "navn=Felles%20Etternavn5&adressenavn=Gate7&husnummer=7",
    ];

    [Theory, TestDatabases]
    public async Task Every_kind_of_search_uses_an_index_and_reads_no_table_through(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var personer = Enumerable.Range(0, Antall).Select(n => Personleser.Les(System.Text.Encoding.UTF8.GetBytes(Person(n))));
        await vert.Tjenester.GetRequiredService<Personlast>().LastGrunnlagAsync(2, p => personer.Where((_, n) => n % 2 == p));
        var database = vert.Tjenester.GetRequiredService<Database>();
        var treff = vert.Tjenester.GetRequiredService<Persontreff>();
        var syn = new Soekesyn(new Pakkeplaner([]).Regler("OMH"));
        var nummer = Personbygger.Nummer(77).ToWire();
        List<Soekekriterier> soek = [.. Treffliste.Select(s => Trefflistekriterier.Les("?" + s, medBruksenhet: false).Kriterier!)];
        foreach (var spoerring in Entydig)
        {
            var parametre = Entydigkriterier.LesParametre("?" + spoerring.Replace(nameof(Antall), nummer), "OMH");
            soek.Add(Entydigkriterier.Les(parametre));
            Assert.Null(parametre.Feil);
        }

        foreach (var (kriterier, tekst) in soek.Zip(Treffliste.Concat(Entydig)))
        {
            var plan = await database.ReadPrimaryAsync((c, ct) => treff.PlanAsync(c, new Soekespoerring(kriterier, syn), ct));
            Assert.True(plan.Count > 0, tekst);
            Assert.False(LeserGjennom(plan, dialect), $"{tekst}\n{string.Join('\n', plan)}");
        }

        // Where every way in is wide, the other conditions are gathered first; the hits are the same.
        var ventet = Enumerable.Range(0, Antall).Where(n => Halv(n) && Gate(n).StartsWith("Gate1", StringComparison.Ordinal)).ToArray();
        foreach (var (tekst, antall) in new[]
        {
            ("navn=Felles%20Halv&adressenavn=Gate1", ventet.Length), ("navn=Halv%20Felles&soekFonetisk=true&adressenavn=Gate1", ventet.Length),
            ("navn=Felles%20Halv&adressenavn=Gate1&kjoenn=mann", 0), ("navn=Felles%20Halv", Antall / 2),
            ("navn=Halv%20Tidligere7&opplysningsgrunnlag=historisk", 0),
        })
        {
            var funnet = await treff.FinnAsync(Trefflistekriterier.Les("?" + tekst, medBruksenhet: false).Kriterier!, syn, 10_000, default);
            Assert.Equal((tekst, antall), (tekst, funnet?.Count ?? -1));
        }

        Assert.InRange(ventet.Length, 3_000, 10_000);

        // The test can fail: a house number without a street has no index of its own.
        var alle = Trefflistekriterier.Les("?maksTreff=1", medBruksenhet: false).Kriterier! with { Adresse = new Adressekriterium { Hus = (7, "") } };
        var daarlig = await database.ReadPrimaryAsync((c, ct) => treff.PlanAsync(
            c, "select a.personnoekkel from folkeregister.soek_adresse a where a.husnummer = @hus limit @grense", new Soekespoerring(alle, syn), ct));
        Assert.True(LeserGjennom(daarlig, dialect), string.Join('\n', daarlig));
    }

    /// <summary>
    /// Of SQLite every SCAN, of a table or of an index. Of PostgreSQL every scan of a table, and every scan of an index that is not bounded
    /// by its first column.
    /// </summary>
    private static bool LeserGjennom(List<string> plan, Dialect dialect)
    {
        if (dialect == Dialect.Sqlite)
            return plan.Exists(steg => steg.StartsWith("SCAN ", StringComparison.Ordinal));
        for (var i = 0; i < plan.Count; i++)
        {
            if (plan[i].Contains("Seq Scan", StringComparison.Ordinal))
                return true;
            if (!plan[i].Contains("Index Scan", StringComparison.Ordinal) && !plan[i].Contains("Index Only Scan", StringComparison.Ordinal))
                continue;
            var grense = plan.Skip(i + 1).TakeWhile(steg => !steg.Contains("->", StringComparison.Ordinal))
                .FirstOrDefault(steg => steg.Contains("Index Cond:", StringComparison.Ordinal)) ?? "";
            var foerste = FoersteKolonne.FirstOrDefault(f => plan[i].Contains(f.Indeks, StringComparison.Ordinal)).Kolonne;
            if (foerste is null || !grense.Contains(foerste, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool Halv(int n) => n % 2 == 0;

    private static string Gate(int n) => $"Gate{n % 1500}";

    private static string Person(int n) =>
        new Soekeperson(Personbygger.Nummer(n)).Navn($"Felles Navn{n % 200}", $"Etternavn{n % 301}", Halv(n) ? "Halv" : null).Navn("Felles", $"Tidligere{n % 99}", gjelder: false)
            .Foedt($"{1920 + (n % 100)}-01-01").Utenlandsk("SWE", $"{n}").Pass("SWE", $"{n}")
            .Bor(Gate(n), $"{1 + (n % 50)}", postnummer: $"{n % 2000:0000}", kommune: $"{300 + (n % 4999):0000}")
            .Bor("Gammelgata", gjelder: false).Json();
}
