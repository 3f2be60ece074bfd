namespace Felles.Storage.Oppslagslogg;

/// <summary>
/// The record could not be made durable, so the answer it belongs to must not leave. A web host answers 503 with <c>Retry-After</c>.
/// The record may still have reached the store (a lost connection leaves that open): the log then tells of a call that was refused, never less than happened.
/// </summary>
public sealed class LookupLogUnavailableException : Exception
{
    public LookupLogUnavailableException()
    {
    }

    public LookupLogUnavailableException(string message)
        : base(message)
    {
    }

    public LookupLogUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
