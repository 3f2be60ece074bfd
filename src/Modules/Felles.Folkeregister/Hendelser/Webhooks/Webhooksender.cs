using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Felles.Folkeregister.Hendelser.Webhooks;

/// <summary>
/// Posts to the address of the settings and nowhere else. Of the answer the status alone counts: at most <see cref="MaksSvar"/> bytes of a
/// body are received, so that the connection can be used again, and none is kept.
/// </summary>
internal sealed class Webhooksender : IDisposable
{
    public const string Signaturhode = "Felles-Signatur";

    private const int MaksSvar = 16 * 1024;

    private const int MaksHodeKilobyte = 16;

    private static readonly TimeSpan Frist = TimeSpan.FromSeconds(10);

    private readonly TimeProvider tid;
    private readonly HttpClient klient;

    public Webhooksender(TimeProvider tid)
    {
        this.tid = tid;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // The trace of this program is nothing to tell strangers of.
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = MaksHodeKilobyte,
            MaxResponseDrainSize = MaksSvar,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            // A receiver that moves is found again.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        klient = new HttpClient(handler) { Timeout = Frist };
    }

    public async Task<Sendesvar> SendAsync(Abonnent abonnent, byte[] kropp, CancellationToken ct)
    {
        using var melding = new HttpRequestMessage(HttpMethod.Post, abonnent.Adresse) { Content = new ByteArrayContent(kropp) };
        melding.Content.Headers.ContentType = new MediaTypeHeaderValue(Hendelsesbrev.Innholdstype);
        melding.Headers.TryAddWithoutValidation(Signaturhode, abonnent.Signer(tid.GetUtcNow().ToUnixTimeSeconds(), kropp));
        try
        {
            using var svar = await klient.SendAsync(melding, HttpCompletionOption.ResponseHeadersRead, ct);
            if (svar.IsSuccessStatusCode)
                return new Sendesvar.Mottatt();
            return svar.StatusCode == HttpStatusCode.Gone
                ? new Sendesvar.Borte()
                : new Sendesvar.Feilet(((int)svar.StatusCode).ToString(CultureInfo.InvariantCulture));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Sendesvar.Feilet("timeout");
        }
        catch (HttpRequestException e)
        {
            // The kind and not the message: that may hold the address.
            return new Sendesvar.Feilet(e.HttpRequestError.ToString());
        }
    }

    public void Dispose() => klient.Dispose();
}
