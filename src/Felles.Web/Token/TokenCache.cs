using System.Collections.Concurrent;

namespace Felles.Web.Token;

/// <summary>Tokens found valid, by hash, until they expire. Failures are never kept: they would let a stranger fill the memory.</summary>
internal sealed class TokenCache(int capacity)
{
    private readonly ConcurrentDictionary<TokenHash, Entry> entries = new();
    private int generation;

    /// <summary>To be read before a token is judged and handed to <see cref="Add"/> with the verdict.</summary>
    public int Generation => Volatile.Read(ref generation);

    public int Count => entries.Count;

    public TokenResult.Gyldig? Find(in TokenHash hash, long nowTicks) =>
        entries.TryGetValue(hash, out var entry) && entry.ExpiresTicks > nowTicks && entry.Generation == Generation ? entry.Result : null;

    /// <summary>
    /// Keeps a verdict unless the cache was emptied while it was being reached: a key withdrawn between
    /// the verification and this call must not be believed for the rest of the token's life.
    /// </summary>
    public void Add(in TokenHash hash, TokenResult.Gyldig result, long expiresTicks, long nowTicks, int judgedIn)
    {
        if (judgedIn != Generation)
            return;
        if (entries.Count >= capacity)
            MakeRoom(nowTicks);
        entries[hash] = new Entry(result, expiresTicks, judgedIn);
    }

    public void Clear()
    {
        Interlocked.Increment(ref generation);
        entries.Clear();
    }

    // Expired tokens go first; a cache full of live ones loses a quarter, which costs those callers one verification each.
    private void MakeRoom(long nowTicks)
    {
        var live = 0;
        foreach (var (hash, entry) in entries)
        {
            if (entry.ExpiresTicks <= nowTicks || entry.Generation != Generation || (live++ & 3) == 3)
                entries.TryRemove(hash, out _);
        }
    }

    private sealed record Entry(TokenResult.Gyldig Result, long ExpiresTicks, int Generation);
}
