using System.Net;
using System.Text;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Tests.Import;
using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Last;

public sealed class PersonlastTests
{
    [Theory, TestDatabases]
    public async Task A_baseline_is_found_by_old_and_new_numbers_and_has_no_events(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var last = vert.Tjenester.GetRequiredService<Personlast>();
        Assert.Equal(5000, await last.LastGrunnlagAsync(3, p => Personer(p, 3, 5000)));

        var personer = vert.Tjenester.GetRequiredService<Personer>();
        foreach (var n in new[] { 0, 1, 2499, 4999 })
        {
            var person = await personer.FinnAsync(Personbygger.Nummer(n, Identifikatortype.DNummer));
            Assert.Equal(Personbygger.Nummer(n), person!.Identifikator);
            Assert.Equal(Dokument(n), Encoding.UTF8.GetString(person.Dokument.Span));
        }

        Assert.Equal(5000, (await personer.TellAsync()).Alle);
        Assert.Equal(10_000, await ImportTests.TellAsync(vert, "select count(*) from folkeregister.person"));
        Assert.Equal(0, await ImportTests.TellAsync(vert, "select count(*) from folkeregister.versjon"));
        Assert.Equal(0, await vert.Tjenester.GetRequiredService<SequenceLog>().LastAsync(Personendring.Stroem));
        await Assert.ThrowsAsync<InvalidOperationException>(() => last.LastGrunnlagAsync(1, p => Personer(p, 1, 10)));

        // A person imported afterwards gets a key of its own.
        using var svar = await vert.ImporterAsync(new Personbygger(Personbygger.Nummer(6000)));
        svar.EnsureSuccessStatusCode();
        Assert.Equal(5001, (await personer.TellAsync()).Alle);
    }

    [Theory, TestDatabases]
    public async Task An_interrupted_baseline_is_gone_when_the_next_begins(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var last = vert.Tjenester.GetRequiredService<Personlast>();
        await Assert.ThrowsAsync<InvalidDataException>(() => last.LastGrunnlagAsync(
            2, p => Personer(p, 2, 4000).Concat(p == 1 ? Feil() : [])));
        Assert.Equal(3000, await last.LastGrunnlagAsync(2, p => Personer(p, 2, 3000)));
        Assert.Equal(3000, (await vert.Tjenester.GetRequiredService<Personer>().TellAsync()).Alle);
    }

    [Theory, TestDatabases]
    public async Task An_interrupted_baseline_takes_no_import_and_what_is_imported_afterwards_stays(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var last = vert.Tjenester.GetRequiredService<Personlast>();
        await Assert.ThrowsAsync<InvalidDataException>(() => last.LastGrunnlagAsync(
            2, p => Personer(p, 2, 4000).Concat(p == 1 ? Feil() : [])));
        var rester = await ImportTests.TellAsync(vert, "select count(*) from folkeregister.person");
        string importert = new Personbygger(Personbygger.Nummer(6000));
        using (var svar = await vert.ImporterAsync(importert))
        {
            Assert.Equal(HttpStatusCode.Conflict, svar.StatusCode);
            Assert.Equal("grunnlagUferdig", (await OppslagTests.JsonAsync(svar)).GetProperty("kode").GetString());
        }

        Assert.Equal(rester, await ImportTests.TellAsync(vert, "select count(*) from folkeregister.person"));
        Assert.True(await last.KanLastesAsync());
        await last.LastGrunnlagAsync(2, p => Personer(p, 2, 3000));
        using (var svar = await vert.ImporterAsync(importert))
            svar.EnsureSuccessStatusCode();
        // What the next start asks, and would load again on.
        Assert.False(await last.KanLastesAsync());
        Assert.Equal(3001, await ImportTests.TellAsync(vert, "select count(distinct personnoekkel) from folkeregister.person"));
    }

    [Theory, TestDatabases]
    public async Task A_load_leaves_the_search_indexes_as_the_migrations_made_them(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var foer = await SoekeindeksAsync(vert);
        var last = vert.Tjenester.GetRequiredService<Personlast>();
        await Assert.ThrowsAsync<InvalidDataException>(() => last.LastGrunnlagAsync(1, _ => Feil()));
        Assert.Empty(await SoekeindeksAsync(vert));

        await last.LastGrunnlagAsync(1, p => Personer(p, 1, 10));
        Assert.Equal(7, foer.Split(';').Length);
        Assert.Equal(foer, await SoekeindeksAsync(vert));
    }

    [Theory, TestDatabases]
    public async Task Sample_persons_show_different_kinds(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        var eksempler = await vert.Tjenester.GetRequiredService<Personer>().EksemplerAsync();
        Assert.Equal(
            new HashSet<Personslag> { Personslag.Doed, Personslag.Fortrolig, Personslag.TidligereNavn, Personslag.TidligereNummer },
            eksempler.Select(e => e.Slag).ToHashSet());
    }

    internal static async Task<string> SoekeindeksAsync(Registervert vert)
    {
        var database = vert.Tjenester.GetRequiredService<Database>();
        var sql = database.Dialect == Dialect.Sqlite
            ? "select group_concat(sql, ';') from (select sql from sqlite_master where type = 'index' and sql is not null and name like 'soek_%' order by name)"
            : "select string_agg(indexdef, ';' order by indexname) from pg_indexes where indexname like 'soek_%' and indexname not like '%pkey'";
        var tekst = await database.ReadPrimaryAsync(
            async (connection, ct) =>
            {
                await using var command = connection.CreateCommand();
                command.CommandText = sql;
                return Convert.ToString(await command.ExecuteScalarAsync(ct)) ?? "";
            });
        return string.Join(' ', tekst.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static IEnumerable<Folkeregisterperson> Personer(int produsent, int produsenter, int antall)
    {
        for (var n = produsent; n < antall; n += produsenter)
            yield return Personleser.Les(Encoding.UTF8.GetBytes(Dokument(n)));
    }

    private static IEnumerable<Folkeregisterperson> Feil()
    {
        yield return Personleser.Les("""{"kjoenn":[{"kjoenn":"mann"}]}"""u8);
    }

    private static string Dokument(int n) =>
        new Personbygger(Personbygger.Nummer(n)).Tidligere(Personbygger.Nummer(n, Identifikatortype.DNummer));
}
