using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Felles.Testing;

namespace Felles.EndToEnd.Tests.Kopi;

/// <summary>
/// A consumer's own copy of the register, kept as the documents tell consumers to: a complete extract at the end of the feed, its documents
/// from the archive, then the feed page by page and a bulk look-up of everybody it names.
/// </summary>
internal sealed class Konsumentkopi(FellesVert vert) : IDisposable
{
    private const int PerKall = 1_000;
    private const string Pakke = "/folkeregisteret/offentlig-med-hjemmel/api/v1/";

    // All that the package has.
    private const string Deler =
        "?part=person-basis&part=historikk&part=identitetsgrunnlag-utvidet&part=relasjon-utvidet&part=innflytting&part=utflytting"
        + "&part=foedselINorge&part=opphold&part=bibehold&part=rettsligHandleevne&part=brukAvSamiskSpraak"
        + "&part=utlendingsmyndighetenesIdentifikasjonsnummer";

    private readonly HttpClient http = new() { BaseAddress = vert.Address };
    private long tokenTatt;

    /// <summary>Each person's document by the number the person has.</summary>
    public Dictionary<string, string> Personer { get; } = [];

    /// <summary>The number of the last event that was taken.</summary>
    public long Sist { get; private set; }

    public long Hendelser { get; private set; }

    public async Task HentAltAsync()
    {
        Sist = long.Parse(await HentAsync("hendelser/siste/sekvensnummer"));
        using var bestilt = JsonDocument.Parse(await HentAsync($"uttrekk/komplett?feedsekvensnr={Sist}"));
        var jobb = bestilt.RootElement.GetProperty("jobbId").GetString();
        for (var batch = 0; await BatchAsync($"uttrekk/{jobb}/batch/{batch}") is { } ider; batch++)
        {
            foreach (var bunke in ider.Chunk(PerKall))
                await ArkivAsync(bunke);
        }
    }

    /// <summary>Takes the next page; false when there is nothing new.</summary>
    public async Task<bool> FoelgAsync()
    {
        using var side = JsonDocument.Parse(await HentAsync($"hendelser/feed?seq={Sist + 1}"));
        if (side.RootElement.GetArrayLength() == 0)
            return false;
        var numre = new HashSet<string>();
        foreach (var hendelse in side.RootElement.EnumerateArray())
        {
            var nummer = hendelse.GetProperty("sekvensnummer").GetInt64();
            Assert.True(nummer > Sist, "The feed went back.");
            Sist = nummer;
            Hendelser++;
            numre.Add(hendelse.GetProperty("hendelse").GetProperty("folkeregisteridentifikator").GetString()!);
        }

        foreach (var (nummer, person) in await SlaaOppAsync(numre))
        {
            // A withdrawn number answers with the person it leads to, who stands under another one.
            if (Gjeldende(person) is var eget && eget != nummer)
                Personer.Remove(nummer);
            Personer[eget] = person.GetRawText();
        }

        return true;
    }

    public async Task<Dictionary<string, JsonElement>> SlaaOppAsync(IEnumerable<string> numre)
    {
        var svar = new Dictionary<string, JsonElement>();
        foreach (var bunke in numre.Chunk(PerKall))
        {
            using var oppslag = await SendAsync("personer/bulkoppslag" + Deler, new { foedselsEllerDNummer = bunke });
            foreach (var person in oppslag.RootElement.GetProperty("oppslag").EnumerateArray())
            {
                svar[person.GetProperty("foedselsEllerDNummer").GetString()!] = person.GetProperty("folkeregisterperson").Clone();
            }
        }

        return svar;
    }

    private static string Gjeldende(JsonElement person) =>
        person.GetProperty("identifikasjonsnummer").EnumerateArray().First(i => i.GetProperty("erGjeldende").GetBoolean())
            .GetProperty("foedselsEllerDNummer").GetString()!;

    /// <summary>The answer of any service of the package; what is refused is told by its status.</summary>
    public async Task<HttpStatusCode> ProevAsync(string ressurs, object? kropp = null)
    {
        await FornyAsync();
        using var svar = kropp is null ? await http.GetAsync(Pakke + ressurs) : await http.PostAsJsonAsync(Pakke + ressurs, kropp);
        return svar.StatusCode;
    }

    public void Dispose() => http.Dispose();

    private async Task<string[]?> BatchAsync(string ressurs)
    {
        while (true)
        {
            await FornyAsync();
            using var svar = await http.GetAsync(Pakke + ressurs);
            if (svar.StatusCode == HttpStatusCode.NotFound)
            {
                await Task.Delay(50);
                continue;
            }

            svar.EnsureSuccessStatusCode();
            using var batch = JsonDocument.Parse(await svar.Content.ReadAsStringAsync());
            return batch.RootElement.TryGetProperty("dokumentidentifikator", out var ider)
                ? [.. ider.EnumerateArray().Select(id => id.GetString()!)]
                : null;
        }
    }

    private async Task ArkivAsync(string[] ider)
    {
        using var arkiv = await SendAsync("personer/bulkoppslag/arkiv" + Deler, new { dokumentidentifikator = ider });
        var personer = arkiv.RootElement.GetProperty("oppslag");
        Assert.Equal(ider.Length, personer.GetArrayLength());
        foreach (var person in personer.EnumerateArray())
            Personer.Add(person.GetProperty("foedselsEllerDNummer").GetString()!, person.GetProperty("folkeregisterperson").GetRawText());
    }

    private async Task<string> HentAsync(string ressurs)
    {
        await FornyAsync();
        return await http.GetStringAsync(Pakke + ressurs);
    }

    private async Task<JsonDocument> SendAsync(string ressurs, object kropp)
    {
        await FornyAsync();
        using var innhold = new StringContent(JsonSerializer.Serialize(kropp), Encoding.UTF8, "application/json");
        using var svar = await http.PostAsync(Pakke + ressurs, innhold);
        svar.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await svar.Content.ReadAsByteArrayAsync());
    }

    /// <summary>A token lives for two minutes; a careful client takes a new one before that.</summary>
    private async Task FornyAsync()
    {
        var naa = TimeProvider.System.GetTimestamp();
        if (tokenTatt != 0 && TimeProvider.System.GetElapsedTime(tokenTatt, naa) < TimeSpan.FromSeconds(60))
            return;
        http.DefaultRequestHeaders.Authorization = new("Bearer", await vert.Client.GetStringAsync("/sandkasse/token/kommune"));
        tokenTatt = naa;
    }
}
