using Felles.Client.Administrasjon;
using Felles.Client.Folkeregister;
using Felles.Client.Token;

namespace Felles.Client;

/// <summary>All services of one Felles host, called as one Maskinporten client. Safe for many threads; make one and keep it.</summary>
public sealed class FellesKlient : IDisposable
{
    private readonly HttpClient _http;
    private readonly Autorisertkall _kall;
    private readonly Uri _rot;

    /// <param name="adresse">The host, as <c>http://localhost:5080</c>.</param>
    /// <param name="klient">The client to call as.</param>
    /// <param name="handler">For tests and proxies; disposed with the client. Null for the usual one.</param>
    /// <param name="tid">The clock of tokens; null for the system's.</param>
    public FellesKlient(Uri adresse, Klientfil klient, HttpMessageHandler? handler = null, TimeProvider? tid = null)
    {
        _rot = new Uri(adresse.AbsoluteUri.TrimEnd('/') + "/");

        // An import of a gigabyte takes the time it takes; a host that is not there is known within seconds.
        _http = new HttpClient(handler ?? new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), AllowAutoRedirect = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        Token = new(_http, new Uri(_rot, "maskinporten/"), klient, tid ?? TimeProvider.System);
        _kall = new(_http, Token);
        Administrasjon = new(_http, _kall, _rot);
    }

    public Tokenkilde Token { get; }

    public Administrasjonsklient Administrasjon { get; }

    /// <param name="pakke">The rights package to use.</param>
    /// <param name="konsument">The organisation a supplier acts for.</param>
    public Folkeregisterklient Folkeregister(Pakke pakke, string? konsument = null) => new(_kall, _rot, pakke, konsument);

    public void Dispose()
    {
        Token.Dispose();
        _http.Dispose();
    }
}
