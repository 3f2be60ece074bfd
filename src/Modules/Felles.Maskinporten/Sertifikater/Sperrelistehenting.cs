namespace Felles.Maskinporten.Sertifikater;

/// <summary>Reads revocation lists from files and addresses of the settings.</summary>
internal sealed class Sperrelistehenting(SertifikatOptions options, IHttpClientFactory http)
{
    /// <summary>The name of the client that fetches lists: no redirects, since only the address of the settings is trusted.</summary>
    public const string HttpKlient = "felles-maskinporten-crl";

    /// <exception cref="InvalidDataException">It cannot be had, or is no list that can be used; the message says why.</exception>
    public async Task<Sperreliste> HentAsync(string kilde, CancellationToken ct)
    {
        try
        {
            return Sperrelisteleser.Les(ErAdresse(kilde) ? await LastAsync(kilde, ct) : await LesAsync(kilde, ct));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException
            or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static bool ErAdresse(string kilde) =>
        kilde.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || kilde.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private async Task<byte[]> LastAsync(string adresse, CancellationToken ct)
    {
        using var klient = http.CreateClient(HttpKlient);
        klient.Timeout = TimeSpan.FromSeconds(options.SperrelisteSekunder);
        klient.MaxResponseContentBufferSize = options.SperrelisteBytes;
        using var svar = await klient.GetAsync(adresse, ct);
        return svar.IsSuccessStatusCode
            ? await svar.Content.ReadAsByteArrayAsync(ct)
            : throw new InvalidDataException($"It answers {(int)svar.StatusCode}.");
    }

    private async Task<byte[]> LesAsync(string fil, CancellationToken ct)
    {
        await using var stroem = new FileStream(fil, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stroem.Length > options.SperrelisteBytes)
            throw new InvalidDataException($"It is longer than {options.SperrelisteBytes} bytes.");
        var innhold = new byte[stroem.Length];
        await stroem.ReadExactlyAsync(innhold, ct);
        return innhold;
    }
}
