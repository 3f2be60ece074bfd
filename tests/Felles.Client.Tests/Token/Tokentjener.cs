using System.Net;
using System.Text;
using System.Web;

namespace Felles.Client.Tests.Token;

/// <summary>A token server at the end of the wire that counts, so that a test can see what the client did not ask for.</summary>
internal sealed class Tokentjener : HttpMessageHandler
{
    private int _utstedt;

    public List<string> Paastander { get; } = [];

    public List<string?> Tokener { get; } = [];

    public int Metadatakall { get; private set; }

    public int Levetid { get; set; } = 120;

    public HttpStatusCode Tjenestestatus { get; set; } = HttpStatusCode.OK;

    public string? Avslag { get; set; }

    /// <summary>Answers in place of the service.</summary>
    public Func<HttpRequestMessage, Task<HttpResponseMessage>>? Tjeneste { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        switch (request.RequestUri!.AbsolutePath)
        {
            case "/maskinporten/.well-known/oauth-authorization-server":
                Metadatakall++;
                return Json("""{"issuer":"http://felles.test/maskinporten/","token_endpoint":"http://felles.test/maskinporten/token"}""");
            case "/maskinporten/token":
                var skjema = HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken));
                Assert.Equal("urn:ietf:params:oauth:grant-type:jwt-bearer", skjema["grant_type"]);
                lock (Paastander)
                    Paastander.Add(skjema["assertion"]!);
                if (Avslag is not null)
                    return Json(Avslag, HttpStatusCode.Forbidden);
                var token = $"token-{Interlocked.Increment(ref _utstedt)}";
                return Json($$"""{"access_token":"{{token}}","token_type":"Bearer","expires_in":{{Levetid}},"scope":"s"}""");
            default:
                lock (Tokener)
                    Tokener.Add(request.Headers.Authorization?.Parameter);
                return Tjeneste is null ? Json("{}", Tjenestestatus) : await Tjeneste(request);
        }
    }

    private static HttpResponseMessage Json(string kropp, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(kropp, Encoding.UTF8, "application/json") };
}
