using System.Net.Http.Headers;
using System.Text.Json;
using Felles.Folkeregister.Tests.Vert;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Tests.Hendelser;

/// <summary>Reads the feed as a consumer does.</summary>
internal static class Feedklient
{
    public static Rettighetspakke Pakke(string kode) => Rettighetspakke.MedKode(kode)!;

    public static async Task<Feedsvar> HentAsync(Registervert vert, string kode, string spoerring, string? accept = null,
        string? merke = null)
    {
        using var melding = new HttpRequestMessage(HttpMethod.Get, Register.Sti(Pakke(kode), "hendelser/feed" + spoerring));
        melding.Headers.Authorization = new AuthenticationHeaderValue("Bearer", vert.Bearer);
        if (accept is not null)
            melding.Headers.TryAddWithoutValidation("Accept", accept);
        if (merke is not null)
            melding.Headers.TryAddWithoutValidation("If-None-Match", merke);
        using var svar = await vert.Klient.SendAsync(melding);
        return new Feedsvar(
            (int)svar.StatusCode, await svar.Content.ReadAsStringAsync(), svar.Content.Headers.ContentType?.MediaType,
                svar.Headers.ETag?.ToString());
    }

    public static async Task<Feedhendelse[]> SideAsync(Registervert vert, string kode, long seq)
    {
        var svar = await HentAsync(vert, kode, $"?seq={seq}");
        Assert.True(svar.Status == 200, $"{svar.Status}: {svar.Kropp}");
        using var json = JsonDocument.Parse(svar.Kropp);
        return [.. json.RootElement.EnumerateArray().Select(Les)];
    }

    /// <summary>Every event from a number on, page by page.</summary>
    public static async Task<List<Feedhendelse>> AlleAsync(Registervert vert, string kode, long seq = 0)
    {
        var alle = new List<Feedhendelse>();
        while (await SideAsync(vert, kode, seq) is { Length: > 0 } side)
        {
            alle.AddRange(side);
            seq = side[^1].Nr + 1;
        }

        return alle;
    }

    public static async Task<string> SisteAsync(Registervert vert, string kode, string? accept = null)
    {
        using var svar = await vert.HentAsync(Register.Sti(Pakke(kode), "hendelser/siste/sekvensnummer"), accept);
        Assert.Equal(200, (int)svar.StatusCode);
        return await svar.Content.ReadAsStringAsync();
    }

    private static Feedhendelse Les(JsonElement rad)
    {
        var hendelse = rad.GetProperty("hendelse");
        string? Felt(string navn) => hendelse.TryGetProperty(navn, out var verdi) ? verdi.GetString() : null;
        return new Feedhendelse(
            rad.GetProperty("sekvensnummer").GetInt64(), Felt("folkeregisteridentifikator"), Felt("hendelsetype")!, Felt("hendelsesdokument"),
            Felt("persondokument"), Felt("ajourholdstidspunkt")!);
    }
}

internal sealed record Feedsvar(int Status, string Kropp, string? Medietype, string? Merke);

internal sealed record Feedhendelse(
    long Nr, string? Identifikator, string Type, string? Hendelsesdokument, string? Persondokument, string Ajourholdstidspunkt);
