using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Felles.Web.Token;

/// <summary>
/// Finds the validated token of a request. A token seen before is answered from memory in at most the time of one SHA-256, without
/// allocation; a new one is validated in full. Only valid tokens are remembered, until <c>exp</c>, and all are forgotten when a
/// client, key or issuer changes.
/// </summary>
public sealed class TokenCheck : IDisposable
{
    private const string Scheme = "Bearer ";

    private readonly TokenCache cache;
    private readonly AccessTokenJudge judge;
    private readonly TimeProvider clock;
    private readonly int maxLength;
    private readonly IDisposable subscription;

    /// <summary><paramref name="audience"/> is the program's own public address, accepted with and without the final slash.</summary>
    public TokenCheck(ISigningKeySource keys, TokenOptions options, string audience, TimeProvider clock)
    {
        this.clock = clock;
        maxLength = options.MaxLength;
        cache = new TokenCache(options.CacheSize);
        var audiences = new HashSet<string>(
            options.Audiences, StringComparer.Ordinal) { audience.TrimEnd('/'), audience.TrimEnd('/') + "/" };
        judge = new AccessTokenJudge(keys, audiences, TimeSpan.FromSeconds(options.ClockSkewSeconds), clock);
        subscription = ChangeToken.OnChange(keys.GetChangeToken, cache.Clear);
    }

    internal int Remembered => cache.Count;

    public ValueTask<TokenResult> CheckAsync(HttpContext ctx)
    {
        var header = ctx.Request.Headers.Authorization;
        if (header.Count != 1)
            return new(header.Count == 0 ? TokenResult.Mangler.Instance : new TokenResult.Ugyldig("More than one Authorization header."));
        var text = header[0];
        if (text is null || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return new(TokenResult.Mangler.Instance);
        if (ConnectionMemory.Recall(ctx, text) is { } hash && cache.Find(hash, clock.GetUtcNow().UtcTicks) is { } known)
            return new(known);
        return CheckAsync(text, ctx);
    }

    public void Dispose() => subscription.Dispose();

    private ValueTask<TokenResult> CheckAsync(string header, HttpContext ctx)
    {
        var token = header.AsSpan(Scheme.Length).Trim(' ');
        if (token.Length > maxLength)
            return new(new TokenResult.Ugyldig("The token is too long."));
        var buffer = ArrayPool<byte>.Shared.Rent(maxLength);
        try
        {
            if (token.IsEmpty || Ascii.FromUtf16(token, buffer, out var length) != OperationStatus.Done)
                return new(new TokenResult.Ugyldig("The token is malformed."));
            var raw = buffer.AsSpan(0, length);
            var hash = TokenHash.Of(raw);
            if (cache.Find(hash, clock.GetUtcNow().UtcTicks) is not { } known)
                return JudgeAsync(raw.ToArray(), hash, ctx.RequestAborted);
            ConnectionMemory.Keep(ctx, header, hash);
            return new(known);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask<TokenResult> JudgeAsync(byte[] token, TokenHash hash, CancellationToken ct)
    {
        var generation = cache.Generation;
        var result = await judge.JudgeAsync(token, ct);
        if (result is TokenResult.Gyldig valid)
            cache.Add(hash, valid, valid.Token.Utloeper.UtcTicks, clock.GetUtcNow().UtcTicks, generation);
        return result;
    }
}
