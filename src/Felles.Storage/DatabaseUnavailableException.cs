namespace Felles.Storage;

/// <summary>
/// The database cannot be reached, or could not make a write durable. Nothing was acknowledged; the caller may try again after
/// <see cref="RetryAfter"/>. Over HTTP this is 503 with <c>Retry-After</c>.
/// </summary>
public sealed class DatabaseUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    public TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(2);
}
