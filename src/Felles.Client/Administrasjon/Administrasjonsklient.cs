using System.Net.Http.Headers;
using System.Net.Http.Json;
using Felles.Client.Utfall;
using Felles.Client.Token;
using Felles.Kernel.Identifikatorer;

namespace Felles.Client.Administrasjon;

/// <summary>The administration API. The client needs the scope <c>felles:drift</c>.</summary>
public sealed class Administrasjonsklient
{
    public const string Scope = "felles:drift";
    public const string Ndjson = "application/x-ndjson";

    private static readonly Tokenforespoersel Token = new(Scope);

    private readonly HttpClient _http;
    private readonly Autorisertkall _kall;
    private readonly Uri _noekler;
    private readonly Uri _rot;

    internal Administrasjonsklient(HttpClient http, Autorisertkall kall, Uri rot)
    {
        _http = http;
        _kall = kall;
        _noekler = new Uri(rot, "maskinporten/jwk");
        _rot = new Uri(rot, "felles/api/v1/");
    }

    /// <summary>Sends documents, one a line, as they are read. All faults come back in <see cref="Avvisning.Feil"/>; then nothing was
    /// taken.</summary>
    /// <param name="type">Persons or organisations.</param>
    /// <param name="linjer">Read from where it stands to its end; not disposed. One that can seek is sent again when the token was refused;
    /// of another the rest alone would be left to send, and would be taken for the whole.</param>
    /// <param name="ct">Ends the import; nothing is taken.</param>
    public Task<Svar<Importkvittering>> ImporterAsync(Registertype type, Stream linjer, CancellationToken ct = default)
    {
        var start = linjer.CanSeek ? linjer.Position : 0;
        return _kall.SendAsync(
            () =>
            {
                if (linjer.CanSeek)
                    linjer.Position = start;
                var melding = Melding(HttpMethod.Post, Ressurs(type));
                melding.Headers.ExpectContinue = true;
                melding.Content = new StreamContent(new UlukketStrom(linjer), 128 * 1024);
                melding.Content.Headers.ContentType = new MediaTypeHeaderValue(Ndjson);
                return melding;
            },
            Token,
            static async (svar, ct) => (await svar.Content.ReadFromJsonAsync(Klientjson.Default.Importkvittering, ct))!,
            ct,
            kanGjentas: linjer.CanSeek);
    }

    /// <summary>Every document in the form that <see cref="ImporterAsync"/> takes. <paramref name="mottaker"/> gets the answer's stream
    /// while it arrives.</summary>
    public Task<Svar<T>> EksporterAsync<T>(
        Registertype type, Func<Stream, CancellationToken, Task<T>> mottaker, CancellationToken ct = default) =>
        _kall.SendAsync(
            () =>
            {
                var melding = Melding(HttpMethod.Get, Ressurs(type));
                melding.Headers.Accept.Add(new(Ndjson));
                return melding;
            },
            Token,
            async (svar, ct) =>
            {
                await using var strom = await svar.Content.ReadAsStreamAsync(ct);
                return await mottaker(strom, ct);
            },
            ct);

    public Task<Svar<bool>> GiRolleAsync(Rolletildeling rolle, CancellationToken ct = default) =>
        UtenSvarAsync(
            () =>
            {
                var melding = Melding(HttpMethod.Post, "roller");
                melding.Content = JsonContent.Create(rolle, Klientjson.Default.Rolletildeling);
                return melding;
            },
            ct);

    /// <summary>Lets an organisation ask for tokens with the scope.</summary>
    public Task<Svar<bool>> GiScopeAsync(Organisasjonsnummer orgnr, string scope, CancellationToken ct = default) =>
        UtenSvarAsync(() => Melding(HttpMethod.Put, Tilgang(orgnr, scope)), ct);

    /// <summary>Takes the scope away; holds at once on the host that answers, within a second on all.</summary>
    public Task<Svar<bool>> TrekkScopeAsync(Organisasjonsnummer orgnr, string scope, CancellationToken ct = default) =>
        UtenSvarAsync(() => Melding(HttpMethod.Delete, Tilgang(orgnr, scope)), ct);

    /// <summary>Reads the whole look-up log and checks every chain and checkpoint.</summary>
    public Task<Svar<Loggkontroll>> VerifiserLoggAsync(CancellationToken ct = default) =>
        _kall.SendAsync(
            () => Melding(HttpMethod.Post, "logg/verifiser"),
            Token,
            static async (svar, ct) => (await svar.Content.ReadFromJsonAsync(Klientjson.Default.Loggkontroll, ct))!,
            ct);

    /// <summary>
    /// Empties the sandbox and waits until the new one answers. Not mapped at all in production: 404. The clients have new keys afterwards,
    /// so this client's file must be read again.
    /// </summary>
    public async Task<Svar<bool>> NullstillAsync(CancellationToken ct = default)
    {
        var gammel = await NoeklerAsync(ct);
        var svar = await UtenSvarAsync(() => Melding(HttpMethod.Post, "nullstill"), ct);
        if (svar is Svar<bool>.Godtatt)
            await VentPaaNyAsync(gammel, ct);
        return svar;
    }

    private static string Ressurs(Registertype type) => type == Registertype.Personer ? "personer" : "virksomheter";

    private static string Tilgang(Organisasjonsnummer orgnr, string scope) =>
        $"tilganger/{orgnr.ToWire()}?scope={Uri.EscapeDataString(scope)}";

    /// <summary>Every sandbox makes signing keys of its own, so other published keys show that the old one is gone.</summary>
    private async Task VentPaaNyAsync(string? gammel, CancellationToken ct)
    {
        while (await NoeklerAsync(ct) is var ny && (ny is null || ny == gammel))
            await Task.Delay(TimeSpan.FromMilliseconds(200), ct);
    }

    private async Task<string?> NoeklerAsync(CancellationToken ct)
    {
        try
        {
            using var svar = await _http.GetAsync(_noekler, ct);
            return svar.IsSuccessStatusCode ? await svar.Content.ReadAsStringAsync(ct) : null;
        }
        catch (HttpRequestException)
        {
            return null; // between the two sandboxes nothing listens
        }
    }

    private Task<Svar<bool>> UtenSvarAsync(Func<HttpRequestMessage> lag, CancellationToken ct) =>
        _kall.SendAsync(lag, Token, static (_, _) => Task.FromResult(true), ct);

    private HttpRequestMessage Melding(HttpMethod metode, string ressurs)
    {
        var melding = new HttpRequestMessage(metode, new Uri(_rot, ressurs));
        melding.Headers.Accept.Add(new("application/json"));
        return melding;
    }
}
