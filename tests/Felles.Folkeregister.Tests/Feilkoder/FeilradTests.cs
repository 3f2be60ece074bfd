using System.Net;
using System.Text;
using System.Xml.Linq;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Datafiler;
using Felles.Storage;
using Felles.Testing.Filer;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister.Tests.Feilkoder;

/// <summary>
/// The table of documented refusals, row by row: each is a test of its own, named by service and status. A new row is one line in
/// <see cref="Proever"/>.
/// </summary>
public sealed class FeilradTests
{
    private static readonly Dictionary<string, Func<Registervert, Task>> Proever = new(StringComparer.Ordinal)
    {
        ["all consumer 400"] = vert => vert.AvvisesAsync("personer/1234", 400),
        ["all consumer 401"] = vert => OveraltAsync(vert, 401, "tokenMangler", token: ""),
        ["all consumer 403"] = vert => OveraltAsync(vert, 403, "scopeMangler", token: Testnoekler.Token(Registervert.Konsument, "annet:scope")),
        ["all consumer 404"] = vert => vert.AvvisesAsync("personer/finnes/ikke", 404),
        ["all consumer 406"] = vert => OveraltAsync(vert, 406, "ugyldigAccept", accept: "text/html"),
        ["all consumer 429"] = _ => ForMangeAsync(),
        ["all consumer 500"] = _ => OedelagtAsync(),
        ["all (edge)"] = vert => vert.AvvisesAsync("personer/%3Cscript%3Ealert(1)", 400),
        ["personer/{id} 400"] = vert => vert.AvvisesAsync("personer/24907999375", 400),
        ["personer/{id} 404"] = vert => vert.AvvisesAsync($"personer/{Register.Ukjent.ToWire()}", 404),
        ["personer/{id} 406"] = vert => vert.AvvisesAsync($"personer/{Register.Kari.ToWire()}?part=tull", 406, "ugyldigPart"),
        ["personer/soek 406"] = vert => vert.AvvisesAsync("personer/soek?part=navn", 406, "ugyldigPart"),
        ["personer/soek 400"] = _ => ForMangeTreffAsync(),
        ["personer/soek 200"] = vert => vert.SvaresAsync("personer/soek?foedselsaarFraOgMed=2199", """{"foedselsEllerDNummer":[]}"""),
        ["personer/entydigsoek 404"] = vert => vert.AvvisesAsync("personer/entydigsoek?navn=INGEN%20HETERDETTE&foedselsdato=18010101", 404),
        ["personer/entydigsoek 400"] = vert => vert.AvvisesAsync("personer/entydigsoek?navn=RASK", 400),
        ["personer/bulkoppslag 200"] = UkjentIBulkAsync,
        ["personer/arkiv/{id} 400"] = _ => Tidsrader.GammeltAsync("personer/arkiv/" + Dokumentnoekkel.Lag(1, 1).ToWire(), 400),
        ["personer/arkiv/{id} 404"] = vert => vert.AvvisesAsync("personer/arkiv/00000000000000000000000000000000", 404),
        ["hendelser/feed 304"] = UendretFeedAsync,
        ["hendelser/feed 400"] = vert => vert.AvvisesAsync("hendelser/feed?seq=tull", 400),
        ["hendelser/feed 404"] = IkkeIFeedAsync,
        ["hendelser/feed 406"] = _ => Tidsrader.GammeltAsync("hendelser/feed?seq=1", 406, "ugyldigSekvensnummer"),
        ["hendelser/{id} 404"] = vert => vert.AvvisesAsync("hendelser/00000000000000000000000000000000", 404),
        ["hendelser/{id} 400"] = _ => Tidsrader.GammeltAsync("hendelser/" + Hendelsesnoekkel.Lag(1, 1, 0).ToWire(), 400),
        ["uttrekk/* 429"] = _ => Uttrekksrader.ForMangeAsync(),
        ["uttrekk/{jobbid}/batch/{n} 404"] = _ => Uttrekksrader.IkkeKlarAsync(),
        ["uttrekk/{jobbid}/batch/{n} 410"] = Uttrekksrader.FinnesIkkeAsync,
        ["uttrekk/{jobbid}/batch/{n} 200"] = Uttrekksrader.SluttAsync,
    };

    private static readonly string[] Tabell =
    [
        .. Datatabell.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Feilkoder", "data", "feilkoder.csv")), "feilkoder.csv")
            .Rader.Select(rad => $"{rad["tjeneste"]} {rad["status"]}"),
    ];

    public static TheoryData<string> Rader => [.. Tabell];

    [Theory]
    [MemberData(nameof(Rader))]
    public async Task The_row_is_answered_as_documented(string rad) => await Proever[rad](await Register.For(Dialect.Sqlite));

    [Fact]
    public void Every_row_of_the_table_is_tested_once()
    {
        Assert.Equal(Tabell.Length, Tabell.Distinct().Count());
        Assert.Equal(Tabell.Order(StringComparer.Ordinal), Proever.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>Every service of every package that has it.</summary>
    private static async Task OveraltAsync(Registervert vert, int status, string feilkode, string? token = null, string? accept = null)
    {
        foreach (var (metode, ressurs, pakker) in Feilrader.Tjenester())
        {
            foreach (var pakke in pakker)
            {
                var kode = accept is not null && ressurs is "hendelser/feed" or "hendelser/siste/sekvensnummer" ? feilkode + "Hendelser" : feilkode;
                await vert.AvvisesAsync(Register.Sti(pakke, ressurs), status, kode, token, accept, metode);
            }
        }
    }

    private static async Task ForMangeAsync()
    {
        await using var vert = await Registervert.StartAsync(Dialect.Sqlite, new() { ["Felles:Struping:PerMinutt"] = "1" });
        using (await vert.HentAsync(Register.Omh("personer/soek")))
            await vert.AvvisesAsync("personer/soek", 429);
        using var svar = await vert.HentAsync(Register.Omh("personer/soek"));
        Assert.InRange(int.Parse(Assert.Single(svar.Headers.GetValues("Retry-After"))), 1000, 60_000);
    }

    private static async Task OedelagtAsync()
    {
        await using var vert = await Registervert.StartAsync(
            Dialect.Sqlite, bytt: tjenester => tjenester.AddSingleton<Personoppslag, Oedelagt>());
        var svar = await vert.AvvisesAsync($"personer/{Register.Kari.ToWire()}", 500);
        Assert.Equal("""{"kode":"FREG-001","melding":"Feil i tjenesten. Vennligst prøv igjen seinere."}""", svar);
    }

    private static async Task ForMangeTreffAsync()
    {
        await using var vert = await Registervert.StartAsync(Dialect.Sqlite);
        var personer = Enumerable.Range(0, 10_001).Select(nr => new Personbygger(Personbygger.Nummer(nr)).Json());
        using (var import = await vert.ImporterAsync([.. personer]))
            import.EnsureSuccessStatusCode();
        await vert.AvvisesAsync("personer/soek?kjoenn=kvinne", 400);
        await vert.SvaresAsync("personer/soek?kjoenn=mann", """{"foedselsEllerDNummer":[]}""");
    }

    private static async Task UkjentIBulkAsync(Registervert vert)
    {
        using var innhold = new StringContent(
            $$"""{"foedselsEllerDNummer":["{{Register.Ukjent.ToWire()}}"]}""", Encoding.UTF8, "application/json");
        using var svar = await vert.SendAsync(HttpMethod.Post, Register.Omh("personer/bulkoppslag?somBestilt=true"), innhold: innhold);
        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        var post = Assert.Single((await OppslagTests.JsonAsync(svar)).GetProperty("oppslag").EnumerateArray());
        Assert.NotEmpty(post.GetProperty("feilmelding").GetProperty("feilmelding").GetString()!);
        Assert.False(post.TryGetProperty("folkeregisterperson", out _));
    }

    private static async Task UendretFeedAsync(Registervert vert)
    {
        var sti = Register.Omh("hendelser/feed?seq=1");
        using var foerste = await vert.HentAsync(sti);
        using var melding = new HttpRequestMessage(HttpMethod.Get, sti);
        melding.Headers.Authorization = new("Bearer", vert.Bearer);
        melding.Headers.TryAddWithoutValidation("If-None-Match", foerste.Headers.ETag!.ToString());
        using var svar = await vert.Klient.SendAsync(melding);
        Assert.Equal((HttpStatusCode.NotModified, 0), (svar.StatusCode, (await svar.Content.ReadAsByteArrayAsync()).Length));
    }

    private static async Task IkkeIFeedAsync(Registervert vert)
    {
        foreach (var pakke in Rettighetspakke.Alle)
        {
            using var json = await vert.HentAsync(Register.Sti(pakke, "hendelser/feed/1"));
            var feil = await OppslagTests.JsonAsync(json);
            Assert.Equal((404, 404), ((int)json.StatusCode, feil.GetProperty("httpStatus").GetInt32()));
            Assert.Equal(["httpStatus", "code", "message", "feilreferanse"], feil.EnumerateObject().Select(m => m.Name));
            using var xml = await vert.HentAsync(Register.Sti(pakke, "hendelser/feed/1/2?seq=1"), "application/xml");
            Assert.Equal(404, (int)xml.StatusCode);
            var dokument = await xml.Content.ReadAsStringAsync();
            Xmlvalidering.ErGyldig(dokument);
            Assert.Equal("error", XDocument.Parse(dokument).Root!.Name.LocalName);
        }
    }

    /// <summary>A bug where persons are read.</summary>
    private sealed class Oedelagt : Personoppslag
    {
        public override ValueTask<bool> LesAsync(long identifikator, IPersonmottaker mottaker, CancellationToken ct) =>
            throw new InvalidOperationException($"ødelagt {identifikator}");

        public override ValueTask LesMangeAsync(
            IReadOnlyCollection<long> identifikatorer, IPersonmottaker mottaker, CancellationToken ct) =>
            throw new InvalidOperationException();
    }
}
