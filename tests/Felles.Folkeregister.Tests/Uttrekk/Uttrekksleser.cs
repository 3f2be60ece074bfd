using System.Net;
using System.Text;
using System.Text.Json;
using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Uttrekk;

/// <summary>Orders and reads extracts as a client does: batch by batch, again when one is not ready, until the empty object.</summary>
internal static class Uttrekksleser
{
    public static readonly Rettighetspakke Omh = Rettighetspakke.MedKode("OMH")!;

    public static string Batchsti(Rettighetspakke pakke, string jobbid, long nr) => Register.Sti(pakke, $"uttrekk/{jobbid}/batch/{nr}");

    public static async Task<string> BestillKomplettAsync(Registervert vert, long? sekvensnummer = null)
    {
        using var svar = await vert.HentAsync(
            Register.Omh("uttrekk/komplett") + (sekvensnummer is { } nr ? $"?feedsekvensnr={nr}" : ""));
        return await JobbidAsync(svar);
    }

    public static async Task<HttpResponseMessage> SendTilpassetAsync(
        Registervert vert, Rettighetspakke pakke, string kriterier, string type = "application/json", string? accept = null)
    {
        using var innhold = new ByteArrayContent(Encoding.UTF8.GetBytes(kriterier));
        innhold.Headers.TryAddWithoutValidation("Content-Type", type);
        return await vert.SendAsync(HttpMethod.Post, Register.Sti(pakke, "uttrekk/tilpasset"), accept, innhold);
    }

    /// <summary>The numbers of all who fit, in the order of the extract.</summary>
    public static async Task<List<string>> TilpassetAsync(Registervert vert, Rettighetspakke pakke, string kriterier)
    {
        using var svar = await SendTilpassetAsync(vert, pakke, kriterier);
        return [.. (await LesAsync(vert, pakke, await JobbidAsync(svar), "foedselsEllerDNummer")).SelectMany(b => b)];
    }

    public static async Task<string> JobbidAsync(HttpResponseMessage svar)
    {
        Assert.True(svar.StatusCode == HttpStatusCode.OK, await svar.Content.ReadAsStringAsync());
        return (await OppslagTests.JsonAsync(svar)).GetProperty("jobbId").GetString()!;
    }

    public static async Task<List<string[]>> LesAsync(Registervert vert, Rettighetspakke pakke, string jobbid, string navn = "dokumentidentifikator")
    {
        var batcher = new List<string[]>();
        while (true)
        {
            var json = await VentAsync(vert, pakke, jobbid, batcher.Count);
            if (!json.EnumerateObject().Any())
                return batcher;
            Assert.Equal(navn, Assert.Single(json.EnumerateObject()).Name);
            batcher.Add([.. json.GetProperty(navn).EnumerateArray().Select(e => e.GetString()!)]);
        }
    }

    public static async Task<JsonElement> VentAsync(Registervert vert, Rettighetspakke pakke, string jobbid, int nr)
    {
        while (true)
        {
            using var svar = await vert.HentAsync(Batchsti(pakke, jobbid, nr));
            if (svar.StatusCode == HttpStatusCode.OK)
                return await OppslagTests.JsonAsync(svar);
            Assert.Equal(HttpStatusCode.NotFound, svar.StatusCode);
            Assert.Equal($$"""{"feilmelding":"Batch med id={{nr}} er enda ikke klar"}""", await svar.Content.ReadAsStringAsync());
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Until this is undone, ordered jobs wait: their time to begin is a year ahead.</summary>
    public static Task StansAsync(Registervert vert, Dialect dialect) => UtfoerAsync(vert, dialect == Dialect.Sqlite
        ? ["create trigger stans after insert on felles_jobb begin update felles_jobb set klar = klar + 31536000000000 where id = new.id; end"]
        : [
            "create function stans() returns trigger as $$ begin new.klar = new.klar + 31536000000000; return new; end $$ language plpgsql",
            "create trigger stans before insert on felles.jobb for each row execute function stans()",
        ]);

    public static Task UtfoerAsync(Registervert vert, params string[] setninger) =>
        vert.Tjenester.GetRequiredService<Database>().WriteAsync(async (unit, ct) =>
        {
            foreach (var sql in setninger)
            {
                await using var command = unit.Connection.CreateCommand();
                (command.CommandText, command.Transaction) = (unit.Dialect == Dialect.PostgreSql ? sql : unit.Sql(sql), unit.Transaction);
                await command.ExecuteNonQueryAsync(ct);
            }
        });
}
