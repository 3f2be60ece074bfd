using System.Text.Json;
using System.Xml.Linq;
using Felles.Folkeregister.Tests.Vert;
using Felles.Testing.Filer;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Tests.Feilkoder;

/// <summary>What a row of the table may ask of an answer: status and documented body, in JSON and in XML.</summary>
internal static class Feilrader
{
    // Refused before a path or body is read, so any will do.
    private static readonly string[] Ukjente = ["{personidentifikator}", "{dokumentidentifikator}", "{hendelsesidentifikator}", "{jobbid}", "{batchnr}"];

    public static IEnumerable<(HttpMethod Metode, string Ressurs, IReadOnlyList<Rettighetspakke> Pakker)> Tjenester() =>
        Folkeregister.Tjenester.Tjenestetabell.Navn.Order(StringComparer.Ordinal)
            .Select(navn => Folkeregister.Tjenester.Tjenestetabell.Finn(navn))
            .Select(tjeneste => (
                new HttpMethod(tjeneste.Metode),
                Ukjente.Aggregate(tjeneste.Ressurs, (sti, ledd) => sti.Replace(ledd, Register.Kari.ToWire(), StringComparison.Ordinal)),
                tjeneste.Pakker));

    /// <summary>The refusal, and its JSON body.</summary>
    /// <param name="vert">The host.</param>
    /// <param name="sti">An address, or a resource of offentlig-med-hjemmel.</param>
    /// <param name="status">What it is refused with.</param>
    /// <param name="feilkode">The code of a FolkeregisterFeilmelding.</param>
    /// <param name="token">Another token; empty for none.</param>
    /// <param name="accept">What the caller takes, when that is what is wrong.</param>
    /// <param name="metode">GET when it is not said.</param>
    public static async Task<string> AvvisesAsync(
        this Registervert vert, string sti, int status, string? feilkode = null, string? token = null, string? accept = null,
        HttpMethod? metode = null)
    {
        if (!sti.StartsWith('/'))
            sti = Register.Omh(sti);
        using var json = await SendAsync(vert, sti, accept ?? "application/json", token, metode);
        var kropp = await json.Content.ReadAsStringAsync();
        Assert.True((int)json.StatusCode == status, $"{metode} {sti}: {(int)json.StatusCode} {kropp}");
        Assert.Equal("application/json", json.Content.Headers.ContentType!.MediaType);
        SjekkJson(JsonDocument.Parse(kropp).RootElement, status, feilkode);
        if (accept is not null)
            return kropp;

        using var xml = await SendAsync(vert, sti, "application/xml", token, metode);
        Assert.Equal((status, "application/xml"), ((int)xml.StatusCode, xml.Content.Headers.ContentType!.MediaType));
        var dokument = await xml.Content.ReadAsStringAsync();
        Xmlvalidering.ErGyldig(dokument);
        Assert.Equal(HarFeilmelding(status) ? "folkeregisterFeilmelding" : "feil", XDocument.Parse(dokument).Root!.Name.LocalName);
        return kropp;
    }

    public static async Task SvaresAsync(this Registervert vert, string ressurs, string ventet)
    {
        using var svar = await vert.HentAsync(Register.Omh(ressurs));
        Assert.Equal((200, ventet), ((int)svar.StatusCode, await svar.Content.ReadAsStringAsync()));
    }

    private static bool HarFeilmelding(int status) => status is 401 or 403 or 406;

    private static void SjekkJson(JsonElement feil, int status, string? feilkode)
    {
        var medlemmer = feil.EnumerateObject().Select(m => m.Name);
        if (!HarFeilmelding(status))
        {
            Assert.Equal(["kode", "melding"], medlemmer);
            Assert.Equal("FREG-001", feil.GetProperty("kode").GetString());
            Assert.NotEmpty(feil.GetProperty("melding").GetString()!);
            return;
        }

        Assert.Equal(["httpStatus", "alvorlighetsgrad", "feilkode", "feilmelding", "tilleggsinformasjon"], medlemmer);
        Assert.Equal((status, feilkode), (feil.GetProperty("httpStatus").GetInt32(), feil.GetProperty("feilkode").GetString()));
    }

    private static async Task<HttpResponseMessage> SendAsync(
        Registervert vert, string sti, string accept, string? token, HttpMethod? metode)
    {
        using var melding = new HttpRequestMessage(metode ?? HttpMethod.Get, sti);
        if (token is not "")
            melding.Headers.Authorization = new("Bearer", token ?? vert.Bearer);
        melding.Headers.TryAddWithoutValidation("Accept", accept);
        return await vert.Klient.SendAsync(melding);
    }
}
