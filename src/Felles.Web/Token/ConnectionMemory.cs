using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Felles.Web.Token;

/// <summary>
/// What a connection's latest Authorization header hashed to. The server hands out the same string object while a client on a kept
/// connection repeats its header, and then the hash, the dearest part of finding a known token, need not be made again.
/// The object lives and dies with the connection, which keeps the string anyway; nothing of it is believed without <see cref="TokenCache"/>.
/// </summary>
internal static class ConnectionMemory
{
    private static readonly object Key = new();

    public static TokenHash? Recall(HttpContext ctx, string header) =>
        Items(ctx) is { } items && items.TryGetValue(Key, out var kept) && kept is Sighting seen && ReferenceEquals(seen.Header, header)
            ? seen.Hash
            : null;

    public static void Keep(HttpContext ctx, string header, in TokenHash hash)
    {
        if (Items(ctx) is { } items)
            items[Key] = new Sighting(header, hash);
    }

    // Requests of one HTTP/1.1 connection come one at a time; the streams of HTTP/2 would meet in a dictionary that is not made for it.
    private static IDictionary<object, object?>? Items(HttpContext ctx) =>
        HttpProtocol.IsHttp11(ctx.Request.Protocol) ? ctx.Features.Get<IConnectionItemsFeature>()?.Items : null;

    private sealed record Sighting(string Header, TokenHash Hash);
}
