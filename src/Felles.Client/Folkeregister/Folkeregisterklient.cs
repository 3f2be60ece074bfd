using System.Net.Http.Json;
using Felles.Client.Utfall;
using Felles.Client.Token;
using Felles.Kernel.Identifikatorer;

namespace Felles.Client.Folkeregister;

/// <summary>Folkeregisteret in one rights package.</summary>
public sealed class Folkeregisterklient
{
    /// <summary>The most numbers a bulk look-up takes.</summary>
    public const int StoersteBulk = 1_000;

    private readonly Autorisertkall _kall;
    private readonly Uri _rot;
    private readonly Tokenforespoersel _token;

    internal Folkeregisterklient(Autorisertkall kall, Uri rot, Pakke pakke, string? konsument)
    {
        _kall = kall;
        _rot = new Uri(rot, $"folkeregisteret/{pakke.Sti}/v1/");
        _token = new(pakke.Scope, konsument);
    }

    /// <summary>The person's document as received (JSON, UTF-8). An unknown number is refused with status 404.</summary>
    /// <param name="id">The number.</param>
    /// <param name="deler">Values of <c>part</c>; none gives <c>person-basis</c>.</param>
    /// <param name="ct">Ends the call.</param>
    public Task<Svar<byte[]>> OppslagAsync(
        Folkeregisteridentifikator id, IReadOnlyCollection<string> deler, CancellationToken ct = default) =>
        _kall.SendAsync(
            () => Melding(HttpMethod.Get, "personer/" + id.ToWire(), Deler(deler)),
            _token,
            static (svar, ct) => svar.Content.ReadAsByteArrayAsync(ct),
            ct);

    /// <summary>Up to <see cref="StoersteBulk"/> persons in one call.</summary>
    /// <param name="identifikatorer">The numbers.</param>
    /// <param name="deler">Values of <c>part</c>, the same for every person.</param>
    /// <param name="somBestilt">Answers in the order asked, with a message for each number that is unknown; otherwise those are left
    /// out.</param>
    /// <param name="ct">Ends the call.</param>
    public Task<Svar<IReadOnlyList<Bulkoppslag>>> BulkoppslagAsync(
        IReadOnlyCollection<Folkeregisteridentifikator> identifikatorer,
        IReadOnlyCollection<string> deler,
        bool somBestilt = false,
        CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(identifikatorer.Count, StoersteBulk);
        var kropp = new Bulkforespoersel([.. identifikatorer.Select(id => id.ToWire())]);
        return _kall.SendAsync(
            () =>
            {
                var parametre = Deler(deler).Append(new("somBestilt", somBestilt ? "true" : "false"));
                var melding = Melding(HttpMethod.Post, "personer/bulkoppslag", parametre);
                melding.Content = JsonContent.Create(kropp, Klientjson.Default.Bulkforespoersel);
                return melding;
            },
            _token,
            static async (svar, ct) => (await svar.Content.ReadFromJsonAsync(Klientjson.Default.Bulksvar, ct))?.Oppslag ?? [],
            ct);
    }

    /// <summary>The numbers of those who match.</summary>
    public Task<Svar<IReadOnlyList<string>>> SoekAsync(Personsoek soek, CancellationToken ct = default) =>
        _kall.SendAsync(
            () => Melding(HttpMethod.Get, "personer/soek", soek.Parametre()),
            _token,
            static async (svar, ct) => (await svar.Content.ReadFromJsonAsync(Klientjson.Default.Soekesvar, ct))?.FoedselsEllerDNummer ?? [],
            ct);

    /// <summary>The document of the one person that all criteria fit (JSON, UTF-8). Nobody and several are refused with 404.</summary>
    /// <param name="soek">The criteria.</param>
    /// <param name="deler">Values of <c>part</c>; none gives <c>person-basis</c>.</param>
    /// <param name="ct">Ends the call.</param>
    public Task<Svar<byte[]>> EntydigsoekAsync(Entydigsoek soek, IReadOnlyCollection<string> deler, CancellationToken ct = default) =>
        _kall.SendAsync(
            () => Melding(HttpMethod.Get, "personer/entydigsoek", soek.Parametre().Concat(Deler(deler))),
            _token,
            static (svar, ct) => svar.Content.ReadAsByteArrayAsync(ct),
            ct);

    private static IEnumerable<KeyValuePair<string, string>> Deler(IReadOnlyCollection<string> deler) =>
        deler.Select(del => new KeyValuePair<string, string>("part", del));

    private HttpRequestMessage Melding(HttpMethod metode, string ressurs, IEnumerable<KeyValuePair<string, string>> parametre)
    {
        var spoerring = string.Join('&', parametre.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
        var melding = new HttpRequestMessage(metode, new Uri(_rot, spoerring.Length == 0 ? ressurs : $"{ressurs}?{spoerring}"));
        melding.Headers.Accept.Add(new("application/json"));
        return melding;
    }
}
