using System.Net;
using System.Net.Http.Headers;
using Felles.Client.Utfall;
using Felles.Client.Token;

namespace Felles.Client;

/// <summary>Sends a request with a token. A token that the service does not know any more is replaced once.</summary>
internal sealed class Autorisertkall(HttpClient http, Tokenkilde tokener)
{
    /// <param name="lag">Makes the request; called again when the first token was refused, so it must be able to make it twice
    /// unless <paramref name="kanGjentas"/> is false.</param>
    /// <param name="token">The scope to ask for.</param>
    /// <param name="les">Reads a successful answer.</param>
    /// <param name="ct">Ends the call.</param>
    /// <param name="kanGjentas">False when the request can be made once only; then a refused token is the answer.</param>
    internal async Task<Svar<T>> SendAsync<T>(
        Func<HttpRequestMessage> lag,
        Tokenforespoersel token,
        Func<HttpResponseMessage, CancellationToken, Task<T>> les,
        CancellationToken ct,
        bool kanGjentas = true)
    {
        for (var forsoek = 0; ; forsoek++)
        {
            var hentet = await tokener.HentAsync(token, ct);
            var (tilgang, avvist) = hentet.Match<(Tilgangstoken?, Avvisning?)>(t => (t, null), a => (null, a));
            if (avvist is not null)
                return new Svar<T>.Avvist(avvist);
            using var melding = lag();
            melding.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tilgang!.Token);
            using var svar = await http.SendAsync(melding, HttpCompletionOption.ResponseHeadersRead, ct);
            if (svar.IsSuccessStatusCode)
                return new Svar<T>.Godtatt(await les(svar, ct));
            if (svar.StatusCode == HttpStatusCode.Unauthorized && forsoek == 0)
            {
                tokener.Glem(token);
                if (kanGjentas)
                    continue;
            }

            return new Svar<T>.Avvist(await Avvisningsleser.LesAsync(svar, ct));
        }
    }
}
