namespace Felles.Tilgang.Contracts;

/// <summary>The answer to "may this supplier act for this consumer with this scope now". Asking allocates nothing.</summary>
public sealed class Delegeringssvar
{
    internal static readonly Delegeringssvar Gitt = new();

    internal static readonly Delegeringssvar IkkeGitt = new();

    /// <summary>This host has not confirmed its access state for too long.</summary>
    internal static readonly Delegeringssvar Utdatert = new();

    private Delegeringssvar()
    {
    }

    public T Match<T>(Func<T> gitt, Func<T> ikkeGitt, Func<T> utdatert) =>
        this == Gitt ? gitt() : this == IkkeGitt ? ikkeGitt() : utdatert();
}
